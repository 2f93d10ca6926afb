"""The kiosk's own screens: the chat locked, reset by itself, and held open whatever breaks."""
