"""A language's translations as a conversation holds them, and which languages a folder has.

Read from the PO files by `po_parser`; `load` decides which form of them is believed.
"""

from __future__ import annotations

import os

from guide.light import TYPE_CHECKING, Record
from guide.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

DOMAINS = ("flows", "guide")
"""The PO files a conversation speaks from: the words of the flows, and the program's own."""
PRACTICE = "practice"
"""The PO file of the stories that workers practise with; a language may do without."""
MESSAGES = "LC_MESSAGES"
"""The folder within a language's that its PO files stand in."""
GLOSSARY, PHRASES = SHEETS = ("glossary.yaml", "phrases.yaml")
"""What stands beside it: how a language says the words that matter, and what people type."""
OWN_NAMES = {
    "ar": "العربية", "bn": "বাংলা", "cy": "Cymraeg", "en": "English", "es": "Español",
    "fa": "فارسی", "fr": "Français", "ga": "Gaeilge", "gd": "Gàidhlig", "gu": "ગુજરાતી",
    "it": "Italiano", "lt": "Lietuvių", "pa": "ਪੰਜਾਬੀ", "pl": "Polski", "ps": "پښتو",
    "pt": "Português", "ro": "Română", "ru": "Русский", "so": "Soomaali", "ta": "தமிழ்",
    "tr": "Türkçe", "uk": "Українська", "ur": "اردو", "zh": "中文",
}  # fmt: skip
"""What languages much spoken in the UK call themselves: known without reading a catalogue, and
the same whichever Babel is there."""

# The largest today takes 1.1 MB.
MAX_PO_BYTES = 4 * 1024 * 1024
"""The largest PO file that is read."""

MessageKey = str
"""Gettext's own key: context, an EOT character, English."""


class Catalogue(Record):
    """One language's translations of today's English."""

    language: str
    name: str
    """What the language calls itself."""
    right_to_left: bool
    draft: bool
    """Whether a safety line waits for its review."""
    letters: str
    """Every character beyond ASCII that the words are written with."""
    comma: str
    """What stands between the parts of a list."""
    reviewed: Mapping[MessageKey, str]
    drafts: Mapping[MessageKey, str]
    """Translations nobody has reviewed yet."""


class Unreadable(Exception):
    """A PO file that cannot be used; `problem` says where, why and what to do."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def language_codes(locales: str) -> list[str]:
    """The languages a folder holds a PO file of, in order of their codes."""
    return [language for language in begun(locales) if po_files(locales, language)]


def begun(locales: str) -> list[str]:
    """The languages a folder has a place for, with PO files in it or without, by their codes.

    A place is told by what only a language has: so one that lost the rest is a faulty language,
    not none.
    """
    try:
        entries = sorted(os.listdir(locales))
    except OSError:
        return []
    return [entry for entry in entries if _is_of_a_language(os.path.join(locales, entry))]


def _is_of_a_language(folder: str) -> bool:
    return any(os.path.lexists(os.path.join(folder, name)) for name in (MESSAGES, *SHEETS))


def po_files(locales: str, language: str, domains: tuple[str, ...] = DOMAINS) -> list[str]:
    """The PO files there are of a language."""
    paths = [po_path(locales, language, domain) for domain in domains]
    return [path for path in paths if os.path.isfile(path)]


def po_path(locales: str, language: str, domain: str) -> str:
    """Where the PO file of a domain stands, or would."""
    return os.path.join(locales, language, MESSAGES, f"{domain}.po")


def shown_path(path: str) -> str:
    """A PO file's name as messages show it: cy/LC_MESSAGES/flows.po."""
    parts = os.path.normpath(path).split(os.sep)[-3:]
    return "/".join(parts)
