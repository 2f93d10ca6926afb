"""A picture and a text twin of every screen in a language, with an index to look through."""

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

from guide.flow.model import Text
from guide.i18n.catalogue import Catalogue, po_files
from guide.i18n.words import safety_of
from guide.translate import po_store
from guide.translate.room import limit_for
from guide.translate.screens import LanguageScreen


class Shot(NamedTuple):
    """A screen as it looks: its picture, its text, and its text in English."""

    screen: LanguageScreen
    svg: str
    """The picture; empty where there is none."""
    twin: str
    english: str


class Marked(NamedTuple):
    """A text of a screen: its words in the language, and what is the matter with them."""

    text: Text
    words: str
    marks: tuple[str, ...]


def write_shots(
    folder: Path, found: Catalogue, shots: Iterable[Shot], stale: frozenset[str]
) -> Path:
    """Write every picture and twin, and the index; gives the index."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = []
    for shot in shots:
        name = shot.screen.name
        (folder / f"{name}.txt").write_text(shot.twin, encoding="utf-8")
        if shot.svg:
            (folder / f"{name}.svg").write_text(shot.svg, encoding="utf-8")
        parts.append(_section(shot, [marked(text, found, stale) for text in shot.screen.texts]))
    index = folder / "index.html"
    direction = "rtl" if found.right_to_left else "ltr"
    head = _HEAD.format(language=escape(found.name), code=escape(found.language))
    page = head + "".join(parts).replace("@direction", direction) + "</body>\n</html>\n"
    index.write_text(page, encoding="utf-8")
    return index


def marked(text: Text, found: Catalogue, stale: frozenset[str]) -> Marked:
    """A text with what is the matter with its translation: missing, fuzzy, draft, too long."""
    key = f"{text.address}\x04{text.source}"
    words = found.reviewed.get(key) or found.drafts.get(key) or ""
    marks = []
    if not words:
        marks.append("fuzzy" if key in stale else "missing")
    elif key not in found.reviewed:
        marks.append("draft")
    if len(words) > limit_for(text):
        marks.append("too long")
    if safety_of(text):
        marks.append("safety")
    return Marked(text, words, tuple(marks))


def stale_keys(locales: str, language: str) -> frozenset[str]:
    """The texts whose translation was written for English that has changed since."""
    read = (po_store.load_po(path, language) for path in po_files(locales, language))
    return frozenset(
        f"{message.context}\x04{message.id}"
        for file in read
        for message in file
        if message.id and message.string and po_store.was_written_for(message)
    )


def _section(shot: Shot, lines: list[Marked]) -> str:
    name = escape(shot.screen.name)
    picture = f'<img src="{name}.svg" alt="">' if shot.svg else ""
    rows = "".join(_rows(lines))
    return (
        f'<section id="{name}">\n<h2>{name}</h2>\n<div class="beside">\n{picture}'
        f'<pre dir="@direction">{escape(shot.twin)}</pre>\n<pre lang="en">{escape(shot.english)}'
        f'</pre>\n</div>\n<table>{rows}</table>\n<p><a href="{name}.txt">text</a></p>\n</section>\n'
    )


def _rows(lines: list[Marked]) -> Iterator[str]:
    for line in dict.fromkeys(lines):
        classes = " ".join(mark.replace(" ", "-") for mark in line.marks)
        words = escape(line.words or line.text.source)
        yield (
            f'<tr class="{classes}"><td lang="en">{escape(line.text.source)}</td>'
            f'<td dir="auto">{words}</td><td>{", ".join(line.marks)}</td></tr>\n'
        )


_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Every screen in {language}</title>
<style>
body {{ font: 16px/1.4 sans-serif; margin: 2em; max-width: 90em }}
section {{ border-top: 1px solid; margin-top: 2em }}
.beside {{ display: flex; flex-wrap: wrap; gap: 2em; align-items: flex-start }}
img {{ max-width: 40em }}
pre {{ white-space: pre-wrap; max-width: 42em }}
td {{ padding: 0.2em 1em 0.2em 0; vertical-align: top; border-bottom: 1px solid #ccc }}
.missing td:last-child, .fuzzy td:last-child, .too-long td:last-child {{ font-weight: bold }}
</style>
</head>
<body>
<h1>Every screen in {language} ({code})</h1>
<p>Each screen with its picture, its text, and the English beside it. The table says which words
are missing, fuzzy (the English has changed), drafts, too long, or about safety.</p>
"""
