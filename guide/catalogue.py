"""The translations of one language: compiled where that is believed, else from the PO files.

A PO file is the source and what runs: a translator never has a step to remember (babel is
imported only to read one whose compiled form is not believed: guide/cache.py).
"""

from __future__ import annotations

import os

from guide import cache
from guide.light import TYPE_CHECKING, Record
from guide.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from babel.messages.catalog import Catalog as PoCatalogue
    from babel.messages.catalog import Message

DOMAINS = ("flows", "guide")
"""The PO files a conversation speaks from: the words of the flows, and the program's own."""
PRACTICE = "practice"
"""The PO file of the stories that workers practise with; a language may do without."""
MESSAGES = "LC_MESSAGES"
"""The folder within a language's that its PO files stand in."""
COMPILED = "catalogue.compiled"
SAFETY = "SAFETY LINE"
"""How the comment begins that marks an entry whose loss would be dangerous."""

OWN_NAMES = {
    "ar": "العربية", "bn": "বাংলা", "cy": "Cymraeg", "en": "English", "es": "Español",
    "fa": "فارسی", "fr": "Français", "ga": "Gaeilge", "gd": "Gàidhlig", "gu": "ગુજરાતી",
    "it": "Italiano", "lt": "Lietuvių", "pa": "ਪੰਜਾਬੀ", "pl": "Polski", "ps": "پښتو",
    "pt": "Português", "ro": "Română", "ru": "Русский", "so": "Soomaali", "ta": "தமிழ்",
    "tr": "Türkçe", "uk": "Українська", "ur": "اردو", "zh": "中文",
}  # fmt: skip
"""What languages much spoken in the UK call themselves: known without reading a catalogue, and
the same whichever Babel is there."""

MAX_BYTES = 4 * 1024 * 1024
MAX_HEADER = 8192
"""Characters of a header: what reads it is slow on a long one."""

Key = str
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
    reviewed: Mapping[Key, str]
    drafts: Mapping[Key, str]
    """Translations nobody has reviewed yet."""


class Unreadable(Exception):
    """A PO file that cannot be used; `problem` says where, why and what to do."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


def languages(locales: str) -> list[str]:
    """The languages a folder holds a PO file of, in order of their codes."""
    return [language for language in begun(locales) if files(locales, language)]


def begun(locales: str) -> list[str]:
    """The languages a folder has a place for, with PO files in it or without, by their codes."""
    try:
        entries = sorted(os.listdir(locales))
    except OSError:
        return []
    return [entry for entry in entries if os.path.isdir(os.path.join(locales, entry, MESSAGES))]


def files(locales: str, language: str, domains: tuple[str, ...] = DOMAINS) -> list[str]:
    """The PO files there are of a language."""
    paths = [path_of(locales, language, domain) for domain in domains]
    return [path for path in paths if os.path.isfile(path)]


def path_of(locales: str, language: str, domain: str) -> str:
    """Where the PO file of a domain stands, or would."""
    return os.path.join(locales, language, MESSAGES, f"{domain}.po")


def load(locales: str, language: str) -> Catalogue | None:
    """A language's translations; None where its files cannot be used: English then stands."""
    return _made_on_the_fly(language) or _read(locales, language, DOMAINS)


def load_with_practice(locales: str, language: str) -> Catalogue | None:
    """The same with the words of the practice, where there are any that can be used."""
    whole = load(locales, language)
    if whole is None or not files(locales, language, (PRACTICE,)):
        return whole
    more = _read(locales, language, (PRACTICE,))
    if more is None:
        return whole
    return whole._replace(
        draft=whole.draft or more.draft,
        letters="".join(sorted({*whole.letters, *more.letters})),
        reviewed={**whole.reviewed, **more.reviewed},
        drafts={**whole.drafts, **more.drafts},
    )


def _read(locales: str, language: str, domains: tuple[str, ...]) -> Catalogue | None:
    try:
        made: Catalogue = cache.cached(CompiledCatalogue(locales, language, domains))
        return made
    except (OSError, Unreadable):
        return None


def _made_on_the_fly(language: str) -> Catalogue | None:
    if not language.startswith("qps"):
        return None
    from guide import pseudo

    return pseudo.catalogue(language)


class CompiledCatalogue(cache.Compiled):
    """The PO files of a language. The practice's are apart: no young person waits for them."""

    shape = ",".join(Catalogue._fields)
    code = (*cache.ITSELF, "catalogue.py", "fidelity.py", "pseudo.py")

    def __init__(self, locales: str, language: str, domains: tuple[str, ...] = DOMAINS) -> None:
        name = COMPILED if domains == DOMAINS else f"{'-'.join(domains)}.compiled"
        super().__init__(locales, os.path.join(language, "LC_MESSAGES", name))
        self._language = language
        self._paths = files(locales, language, domains)

    def sources(self) -> cache.Contents:
        """The PO files; OSError where one is too large to be any."""
        if any(os.path.getsize(path) > MAX_BYTES for path in self._paths):
            raise OSError
        contents = cache.read_all(self._paths)
        return zip(map(os.path.basename, self._paths), contents, strict=True)

    def build(self) -> Catalogue:
        """The catalogue; raises Unreadable, or OSError as `sources` does."""
        contents = [content for _, content in self.sources()]
        return _gather(self._language, self._paths, contents)

    def freeze(self, made: Catalogue) -> Any:
        """As a plain tuple."""
        return tuple(made)

    def thaw(self, data: Any) -> Catalogue:
        """As it was."""
        return Catalogue(*data)

    def comparable(self, made: Catalogue) -> Any:
        """All but what Babel knows of a language, which its next version may know otherwise."""
        return tuple(made._replace(name="", comma=""))


# -- from the PO files


def _gather(language: str, paths: list[str], contents: list[bytes]) -> Catalogue:
    from babel import Locale
    from babel.core import UnknownLocaleError

    from guide.fidelity import losses

    reviewed: dict[Key, str] = {}
    drafts: dict[Key, str] = {}
    draft = False
    for path, content in zip(paths, contents, strict=True):
        for message in entries(parse(content, path, language)):
            words = str(message.string or "")
            usable = bool(words) and not stale(message) and not losses(str(message.id), words)
            if usable:
                (drafts if message.fuzzy else reviewed)[key_of(message)] = words
            if is_safety(message) and (message.fuzzy or not usable):
                draft = True
    name, right_to_left, comma = language, False, ", "
    try:
        locale = Locale.parse(language)
        name = OWN_NAMES.get(language) or locale.get_display_name() or language
        right_to_left = locale.text_direction == "rtl"
        comma = locale.list_patterns["standard"]["middle"].replace("{0}", "").replace("{1}", "")
    except (UnknownLocaleError, ValueError, KeyError):
        pass
    used = {letter for words in (reviewed, drafts) for text in words.values() for letter in text}
    letters = "".join(sorted(letter for letter in used if not letter.isascii()))
    name = name[:1].upper() + name[1:]
    return Catalogue(language, name, right_to_left, draft, letters, comma, reviewed, drafts)


def parse(content: bytes, path: str, language: str, into: PoCatalogue | None = None) -> PoCatalogue:
    """A PO file as Babel reads it; raises Unreadable for anything that is none."""
    from babel.messages.pofile import PoFileError, PoFileParser

    from guide.unnumbered import Unnumbered

    shown = shown_path(path)

    def refuse(line: int, what: str, what_to_do: str) -> Unreadable:
        return Unreadable(Problem(Place(shown, line), what, what_to_do))

    if len(content) > MAX_BYTES:
        raise refuse(0, "The file is larger than 4 MiB.", "Check that this is the right file.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise refuse(line, "This is not UTF-8.", "Save the file as UTF-8.") from None
    reading = _Lines(text)
    again = "Put the file right in a PO editor, or take back the last change."
    try:
        found = Unnumbered() if into is None else into
        PoFileParser(found, abort_invalid=True).parse(reading)
    except PoFileError as error:
        raise refuse(error.lineno + 1, "This is not how a PO file goes on.", again) from None
    except _Refused as refused:
        raise refuse(reading.number, str(refused), again) from None
    except Exception:  # whatever a hostile file makes another project's parser stumble over
        raise refuse(reading.number, "This is not how a PO file goes on.", again) from None
    if found.charset != "utf-8":
        what = f'The header says that the file is written in "{found.charset[:40]}".'
        raise refuse(1, what, "Save the file as UTF-8, and let the header say so.")
    named = (found.locale_identifier or language).replace("-", "_")
    if named.partition("_")[0].lower() != language.partition("_")[0].lower():
        what = f'The header says that the language is "{named[:40]}", the folder "{language}".'
        raise refuse(1, what, "Correct the one that is wrong.")
    return found


class _Refused(ValueError):
    """A line that ours never have, and that could make reading endless."""


class _Lines:
    """The lines of a PO file for Babel, looked at on the way."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        before = ""
        header = -1
        for line in self._text.split("\n"):
            self.number += 1
            start = line.lstrip("#~ \t")[:12]
            if start.startswith(("msgid_plural", "msgstr[")):
                raise _Refused("This entry has plural forms, and ours have none.")
            if start.startswith("msgstr"):
                header = 0 if before == 'msgid ""' else -1
            elif start.startswith("msg"):
                header = -1
            if header >= 0:
                header += len(line)
                if header > MAX_HEADER:
                    raise _Refused("The header is too long to be one.")
            before = line.strip()
            # What msgmerge notes of the old English of words that rest, Babel cannot read.
            yield "" if line.startswith("#~|") else line


def shown_path(path: str) -> str:
    """A PO file's name as messages show it: cy/LC_MESSAGES/flows.po."""
    parts = os.path.normpath(path).split(os.sep)[-3:]
    return "/".join(parts)


def entries(found: PoCatalogue) -> Iterator[Message]:
    """The entries but for the header."""
    return (message for message in found if message.id)


def key_of(message: Message) -> Key:
    """The key of an entry."""
    return f"{message.context or ''}\x04{message.id}"


def is_safety(message: Message) -> bool:
    """Whether an entry is marked as one whose loss would be dangerous."""
    return any(comment.startswith(SAFETY) for comment in message.auto_comments)


def previous(message: Message) -> str:
    """The English that an entry's words were written for, where that has changed; else empty.

    Babel hands the lines that begin with #| over as comments.
    """
    from babel.messages.pofile import denormalize

    lines = [line[1:].strip() for line in message.user_comments if line.startswith("|")]
    quoted = [line.removeprefix("msgid ") for line in lines if not line.startswith("msgctxt")]
    return "".join(denormalize(line) for line in quoted if line.startswith('"'))


def stale(message: Message) -> bool:
    """Whether an entry's words were written for English that has changed since."""
    before = previous(message) if message.fuzzy else ""
    return bool(before) and before != message.id
