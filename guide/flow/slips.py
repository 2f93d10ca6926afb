"""Slips that authors make often, seen in a file's text or in a name, and told as what they are."""

import re
from collections.abc import Collection, Container
from typing import NamedTuple

SECTIONS = frozenset(
    [
        "steps",
        "endings",
        "contacts",
        "statements",
        "headings",
        "sources",
        "facts",
        "topics",
        "common",
        "rules",
    ]
)
"""The keys of a flow file that hold entries: each stands at the margin."""

_MERGE = re.compile(r"^(?:<{7} .*|\|{7}(?: .*)?|={7}|>{7} .*)$", re.MULTILINE)
_BRACE_FIRST = re.compile(
    r"(?:^ *(?:- )?(?:[\w-]+: +)?(?:- )?|[{,] *[\w-]+: +)\{[a-z0-9_]+\}\s*[^\s,}#:]"
)
_NOT = re.compile(r"^(?:not|no|non|except|all but|anything but|!)[ :-]*", re.IGNORECASE)
_AT_MARGIN = re.compile(r"^([a-z0-9-]+):\s*\n +(?:ask|say|options|urgency|title):", re.MULTILINE)
# A `#` with no space after it is seldom a comment, and always ends a text without quotes.
_LOST = re.compile(r"""^ *(?:- +)?(?:[\w-]+: +)?[^\s"'{\[#&*|>][^"'\n]*? #\w""")
_TELLING = {
    "ask": ("question", "steps"),
    "options": ("question", "steps"),
    "rule": ("rule", "rules"),
    "document": ("source", "sources"),
    "values": ("fact", "facts"),
    "name": ("contact", "contacts"),
    "to": ("message", "steps"),
}
"""A key that entries of one kind alone have: the kind, and the section where they stand."""
_LOOKALIKES = dict(
    zip("аеорсухіјѕһԁԛԝɡοανιρυ", "aeopcyxijshdqwgoavipu", strict=True)  # noqa: RUF001
)
"""Letters of other scripts that look like one of ours."""


class Slip(NamedTuple):
    """Where it is, what is wrong, and what to do."""

    line: int
    what: str
    what_to_do: str


def slip_in(text: str, line: int) -> Slip | None:
    """The slip that made a text no YAML, where the parser stumbled at a line; None for another."""
    if match := _MERGE.search(text):
        return Slip(
            _line_of(text, match.start()),
            "This line is the mark of a merge conflict.",
            "Keep one of the two versions, and delete the marks.",
        )
    lines = text.split("\n")
    # The parser often stumbles only on the line after.
    for number in (line, line - 1):
        if 0 < number <= len(lines) and _BRACE_FIRST.search(lines[number - 1]):
            return Slip(
                number,
                "A text that begins with { needs quotes.",
                'Put it in double quotes: "{childline_name} can help".',
            )
    before = [match for match in _AT_MARGIN.finditer(text) if _line_of(text, match.start()) < line]
    if before and re.search(r"^steps:", text, re.MULTILINE):
        name = before[-1][1]
        return Slip(
            _line_of(text, before[-1].start()),
            f'"{name}" stands at the margin.',
            "Indent it under `steps:` or `endings:`.",
        )
    return None


def lost_words(text: str) -> list[Slip]:
    """Each text that goes on after ` #`: YAML takes the rest for a comment, and it is lost."""
    if " #" not in text:
        return []
    return [
        Slip(
            number,
            "The words from ` #` on are lost: they count as a comment.",
            "Put the text in quotes; a comment of yours starts with `# `.",
        )
        for number, line in enumerate(text.split("\n"), 1)
        if " #" in line and _LOST.match(line)
    ]


def odd_letters(name: str) -> str:
    """The letters of a name that only look like ours, each with its number; empty for none."""
    odd = dict.fromkeys(letter for letter in name if letter in _LOOKALIKES)
    return ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in odd)


def looks_like_ours(name: str) -> str:
    """The end of a sentence about a name with letters that only look like ours; else empty."""
    odd = odd_letters(name)
    return odd and f": it has a letter that only looks like one of ours, {odd}"


def as_meant(name: str) -> str:
    """The name in our own small letters."""
    return "".join(_LOOKALIKES.get(letter, letter) for letter in name).lower()


def other_values(value: str, known: Collection[str]) -> str:
    """Advice where `not x` or `!x` stands for a value: the others by name; empty for another."""
    rest = _NOT.sub("", value)
    if rest == value or rest not in known:
        return ""
    others = ", ".join(name for name in known if name != rest)
    return f"A condition has no `not`. List the others: [{others}]."


def kind_elsewhere(keys: Container[str], here: str) -> tuple[str, str]:
    """What an entry is by its keys and where it belongs, if not `here`; else two empty texts."""
    if here == "endings" and ("ask" not in keys) and ("urgency" in keys or "title" in keys):
        return "", ""
    kinds = (kind for key, kind in _TELLING.items() if key in keys)
    kind, section = next(kinds, ("", ""))
    return (kind, section) if section != here else ("", "")


def _line_of(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
