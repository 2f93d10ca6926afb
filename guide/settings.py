"""Where flows and locales are, by the command line or the environment; and wrong use of it."""

from __future__ import annotations

import os

from guide.light import TYPE_CHECKING
from guide.shipped import folder

if TYPE_CHECKING:
    from collections.abc import Mapping


class UsageError(Exception):
    """The command line asks for something there is none of; `str()` says it in a sentence."""


def flows_folder(named: str, environ: Mapping[str, str] = os.environ) -> str:
    """Where the flows are: as named, as GUIDE_FLOWS says, or as shipped."""
    return named or environ.get("GUIDE_FLOWS") or folder("flows")


def locales_folder(named: str, environ: Mapping[str, str] = os.environ) -> str:
    """Where the locales are: as named, as GUIDE_LOCALES says, or as shipped."""
    return named or environ.get("GUIDE_LOCALES") or folder("locales")
