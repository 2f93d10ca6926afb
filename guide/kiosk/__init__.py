"""The kiosk: one place's own people and languages, and the proof that it is fit to open."""
