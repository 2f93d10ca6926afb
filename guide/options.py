"""What `guide` without a command may be asked for, and what a command may end with."""

from __future__ import annotations

from guide.light import Record

OK, FAILED, WRONG_USE = 0, 1, 2
"""Exit statuses: fine; findings or a failed run; wrong use."""


class Options(Record):
    """What `guide` without a command was asked for."""

    plain: bool = False
    debug: bool = False
    locale: str = ""
    start: str = ""
    flows: str = ""
    locales: str = ""
