"""The full-screen chat. Only `app`, `driver` and `sheet` know Textual; the rest is plain text."""
