"""Where the shipped flows and locales are: inside an installed guide, or beside a checkout's."""

import os

PACKAGE = os.path.dirname(os.path.abspath(__file__))


class Shipped(str):
    """The path of a shipped folder that nobody had to name: what is compiled there is believed.

    A folder that a person names (--flows, GUIDE_FLOWS) is a plain `str`, even where it is this
    one. What stands compiled in it may be anybody's, and is never read (guide/cache.py).
    """

    __slots__ = ()


def folder(name: str) -> Shipped:
    """The path of the shipped folder "flows" or "locales"; a broken install may lack it."""
    inside = os.path.join(PACKAGE, name)
    return Shipped(inside if is_installed(name) else os.path.join(os.path.dirname(PACKAGE), name))


def is_installed(name: str = "flows") -> bool:
    """Whether a folder came inside the package, and so this is no checkout."""
    return os.path.isdir(os.path.join(PACKAGE, name))
