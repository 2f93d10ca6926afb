"""Proof that no path goes wrong: rules over every conversation, and checks of what is written."""
