"""The floor: what holds in every folder, site and language, and that no folder can lower."""

VERSION = 1
"""Raised with every change to what the floor demands."""
