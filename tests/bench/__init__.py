"""Measures speed and size, both sides in one run: `python -m tests.bench [NAME...]`."""
