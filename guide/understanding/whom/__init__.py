"""Whom a typed line is about and how old they are, as English tells it."""
