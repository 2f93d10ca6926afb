"""What other programs may rely on: conversations without a screen, and the check of their flows.

The names in `__all__`, and what docs/api.md says of them, keep their meaning as docs/release.md
promises. Every other module of guide is its own affair and may move in any release.
"""

from __future__ import annotations

import os

from guide.conversation.conversation import Conversation, Folders
from guide.conversation.events import (
    Answered,
    Asked,
    Card,
    Choice,
    Contact,
    Event,
    Heading,
    Headline,
    Said,
    Topics,
    as_data,
)
from guide.conversation.events import ContactMethod as ContactMethod
from guide.flow.model import Library
from guide.i18n.words import SOURCE_LANGUAGE, Words
from guide.light import TYPE_CHECKING
from guide.problems import FlowError, Place, Problem
from guide.session import NotOffered

if TYPE_CHECKING:
    from guide.check.finding import Finding

    Folder = str | os.PathLike[str]

__all__ = [
    "Answered",
    "Asked",
    "Card",
    "Choice",
    "Contact",
    "ContactMethod",
    "Conversation",
    "Event",
    "FlowError",
    "Folders",
    "Heading",
    "Headline",
    "Library",
    "NotOffered",
    "Place",
    "Problem",
    "Said",
    "Topics",
    "Words",
    "as_data",
    "check",
    "languages",
    "load",
    "load_words",
]


def load(flows: Folder = "") -> Library:
    """The flows of a folder, by default those shipped; to be held and handed on.

    Raises FlowError with every fault of every file where they cannot be used.
    """
    from guide.flow import library

    return library.load_library(_folder(flows, "flows"))


def languages(locales: Folder = "") -> tuple[str, ...]:
    """The codes of the languages in a folder of locales, by default those shipped; "en" first."""
    from guide.i18n import catalogue

    codes = catalogue.language_codes(_folder(locales, "locales"))
    return (SOURCE_LANGUAGE, *(code for code in codes if code != SOURCE_LANGUAGE))


def load_words(library: Library, language: str = SOURCE_LANGUAGE, locales: Folder = "") -> Words:
    """The words of a language, for a Conversation over the same library.

    Raises LookupError where there is no such language, or its files cannot be used.
    """
    if language == SOURCE_LANGUAGE:
        return Words(library.contacts)
    from guide.i18n import load

    folder = _folder(locales, "locales")
    translations = load.load_catalogue(folder, language) if language in languages(locales) else None
    if translations is None:
        raise LookupError(f'There are no words for "{language}" in {folder}.')
    return Words(library.contacts, language, translations)


def check(flows: Folder = "", locales: Folder = "", today: str = "") -> tuple[Finding, ...]:
    """Everything wrong with a folder of flows, its stories and a folder of locales, by place.

    Each finding has `code`, `severity` ("error" or "warning"), `place`, `what`, `what_to_do`, and
    `answers`: the fewest that show it, or None. Where both folders are left out they are those
    shipped; a folder of flows of your own is checked with the locales you name. `today`, such as
    2027-05-21, decides which review dates have passed. All of it is looked at anew.
    """
    import time

    from guide.check.run import check as check_all
    from guide.project import Project

    beside = "" if flows and not locales else _folder(locales, "locales")
    day = today or time.strftime("%Y-%m-%d")
    project = Project(_folder(flows, "flows"), beside)
    return check_all(project, day, fresh=True).findings


def _folder(path: Folder, shipped: str) -> str:
    """A folder as asked for; where none is, the shipped one of this name."""
    if path:
        return os.fspath(path)
    from guide.shipped import folder

    return folder(shipped)
