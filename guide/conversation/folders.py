"""Where the words that people type are kept."""

from __future__ import annotations

from guide.light import Record


class Folders(Record):
    """Where the words people use are found once someone types; empty for those shipped."""

    flows: str = ""
    locales: str = ""
    languages: tuple[str, ...] = ()
    """The codes of those that typed words may be recognised to be in; empty for all there are."""


SHIPPED = Folders()
