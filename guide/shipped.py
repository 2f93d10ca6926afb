"""Where the shipped flows and locales are: inside an installed guide, or beside it in a checkout."""

import os


def folder(name: str) -> str:
    """The path of the shipped folder `name` ("flows" or "locales"); it may be missing in a broken install."""
    package = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(package, name)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), name)
