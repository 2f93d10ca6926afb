"""The full-screen chat. Textual stays in `app`, `driver`, `reader` and `draw.canvas`."""
