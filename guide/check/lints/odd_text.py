"""A text that no reader is meant to see so: half written, marked up, or with a way out typed in.

`TODO`, `null` and `~` are words to a child. Nothing here is Markdown or HTML, so their marks are
shown as they stand, and so are quotes put around a whole text. A placeholder is {childline_phone},
without a $ and not in square brackets. Digits are 0 to 9. Web addresses and the names people use in
apps are never typed: nobody can check where they lead, and they are how strangers are reached.
"""

import re
from collections.abc import Iterator

from guide.check.finding import Finding
from guide.check.texts import library_texts
from guide.flow.link import placeholder
from guide.flow.model import Library

_MARKS = re.compile(
    r"[\[<&*_`$@~#%\u2460-\u2473\u2018\u201c\u00ab\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]"
)
_DOTTED = re.compile(r"\.[a-z.]")
_LEFT = ("TODO", "Todo", "orem ipsum", "FIXME", "TBC", "TBD", "XXX")
_ALONE = frozenset(
    {"null", "nil", "todo", "tbc", "tbd", "xxx", "n/a", "-", "--", "---", "?", "??", "???"}
)
_ODD = tuple(
    (re.compile(pattern), what, what_to_do)
    for pattern, what, what_to_do in (
        (
            r"^(?:~|null|nil|todo|tbc|tbd|xxx|n/a|-+|\?+|\.\.\.)\.?$"
            r"|\b(?:TODO|Todo|FIXME|TBC|TBD|XXX|[Ll]orem ipsum)\b",
            "is not written yet",
            "Write the words, or delete the key.",
        ),
        (
            r"</?[a-zA-Z][^<>]*>|&[a-z]+;|\*\*|__\w|`|^#+ |(?<!\w)([*_])\w(?:[^*_]*\w)?\1(?!\w)",
            "has marks that are shown as they stand",
            "Write plain words.",
        ),
        (
            r"\$\{?[a-z0-9_]*\}?",
            "has a $, which is shown as it stands",
            "Write the placeholder alone, such as {childline_phone}.",
        ),
        (
            r"\[[a-z0-9]+_[a-z0-9_]+\]",
            "has a placeholder in square brackets, which is shown as it stands",
            "Write it as {childline_phone}.",
        ),
        (
            r"(?<![\w{@])[a-z][a-z0-9]*(?:_[a-z0-9]+)*_(?:name|phone|text|link|email)\b(?!\})"
            r"|%\(\w+\)s|%s",
            "has a placeholder that stands in no { }, and is shown as it stands",
            "Write it as {childline_phone}.",
        ),
        (
            r"^[\u201c\u2018\u00ab].*[\u201d\u2019\u00bb]$",
            "stands in quotes that are shown as they stand",
            'Use straight quotes (") around it, or none.',
        ),
        (
            r"[\u2460-\u2473\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]",
            "has digits that are none of 0 to 9",
            "Type them again.",
        ),
        (
            r"\b[a-z0-9-]+\.(?:[a-z]{2,}/\S+|(?:ly|io|me|gg|app|link|chat|info|co|tv|xyz|site)\b)",
            "has a web address typed into it",
            "Use a placeholder such as {childline_link}.",
        ),
        (
            r"(?<![\w{])@\w{3,}|(?<!\{)\b[a-z]+_[a-z0-9_]*\d\w*\b(?!\})",
            "has a name that people use in an app",
            "Delete it: whoever is shown stands among the contacts.",
        ),
    )
)


def check(library: Library, today: str) -> Iterator[Finding]:  # noqa: ARG001
    """A finding for each text that is no plain words."""
    for placed in library_texts(library):
        source = placed.text.source
        if placeholder(source, library.contacts):
            what, what_to_do = "is the name of a placeholder", f"Write {{{source}}}, in quotes."
        elif not (odd := _odd(source)):
            continue
        else:
            what, what_to_do = odd
        shown = source if len(source) <= 40 else f"{source[:40]}..."
        yield Finding(
            "odd-text",
            "error",
            placed.text.place,
            f'"{shown}" in {placed.of} {what}.',
            what_to_do,
        )


def _odd(source: str) -> tuple[str, str] | None:
    if not _is_unusual(source):
        return None
    return next(
        ((what, what_to_do) for pattern, what, what_to_do in _ODD if pattern.search(source)), None
    )


def _is_unusual(source: str) -> bool:
    """Whether a text has what every odd text has: only then each pattern is looked for."""
    if _MARKS.search(source) or _DOTTED.search(source) or source.rstrip(".") in _ALONE:
        return True
    return any(word in source for word in _LEFT)
