"""Where the shipped flows and locales are: inside an installed guide, or beside a checkout's."""

import os


def folder(name: str) -> str:
    """The path of the shipped folder "flows" or "locales"; a broken install may lack it."""
    package = os.path.dirname(os.path.abspath(__file__))
    inside = os.path.join(package, name)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), name)
