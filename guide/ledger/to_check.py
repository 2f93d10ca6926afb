"""The page a person takes to the live pages: what is said, where it stands, what to look for."""

import json
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from guide.flow.model import Library, Source
from guide.ledger.rests import Resting, resting

TITLE = "What to look for on the live pages"
HOW = (
    "Open each address yourself. Look for what is said here, word by word and digit by digit.",
    "Where the page is gone or says otherwise, write that down too: that is what this is for.",
    "Then fill in the form at the end for the pages you opened, and delete the others.",
    "Hand it back with: guide sources --checked FILE",
)


class LivePage(NamedTuple):
    """A source to look at, and what rests on it."""

    source: Source
    rests: list[Resting]


def live_pages(library: Library) -> list[LivePage]:
    """Every source that something rests on, those to be looked at soonest first."""
    by_source = resting(library)
    sources = sorted(library.sources.values(), key=lambda source: (source.review_by, source.id))
    return [LivePage(source, by_source[source.id]) for source in sources if by_source[source.id]]


def as_text(library: Library) -> Iterator[str]:
    """The page in lines of plain text."""
    yield TITLE
    yield "=" * len(TITLE)
    yield from ("", *HOW)
    for page in live_pages(library):
        yield from ("", heading := _heading(page.source), "-" * len(heading))
        yield from _facts(page.source)
        for rests in page.rests:
            yield f"[ ] {_where(rests)}"
            yield from (f"      {says}" for says in rests.says)
            yield f"    Look for: {rests.look_for}"
    yield from ("", "The form", "--------", *form(library))


def as_html(library: Library) -> Iterator[str]:
    """The same page in HTML, which asks nothing of the network."""
    yield '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">'
    yield f"<title>{TITLE}</title>"
    yield "<style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}"
    yield "pre{overflow:auto;border:1px solid}</style>\n</head>\n<body>"
    yield f"<h1>{TITLE}</h1>"
    yield from (f"<p>{escape(line)}</p>" for line in HOW)
    for page in live_pages(library):
        yield from _section(page)
    yield "<h2>The form</h2>\n<pre>"
    yield from (escape(line) for line in form(library))
    yield "</pre>\n</body>\n</html>"


def form(library: Library) -> Iterator[str]:
    """What a person fills in and hands back, as YAML; an entry left empty is passed over."""
    for page in live_pages(library):
        yield f"{page.source.id}:"
        yield "  on:    # the day you looked, such as 2026-12-01"
        yield "  by:    # who looked"
        yield f"  page: {json.dumps(page.source.link, ensure_ascii=False)}"
        yield "  said:  # what the page says"


def _section(page: LivePage) -> Iterator[str]:
    link = page.source.link
    yield f"<h2>{escape(_heading(page.source))}</h2>"
    if link:
        yield f'<p><a href="{escape(link)}">{escape(link)}</a></p>'
    yield from (f"<p>{escape(line)}</p>" for line in _facts(page.source) if line != link)
    yield "<ul>"
    for rests in page.rests:
        says = "<br>".join(f"<q>{escape(words)}</q>" for words in rests.says)
        yield f'<li><label><input type="checkbox"> {escape(_where(rests))}</label><br>{says}<br>'
        yield f"Look for: {escape(rests.look_for)}</li>"
    yield "</ul>"


def _heading(source: Source) -> str:
    return source.document + (f" ({source.publisher})" if source.publisher else "")


def _facts(source: Source) -> Iterator[str]:
    """Where the page is, what we know of it, and who looked last."""
    yield source.link or "No address is known: find the page first."
    if source.note:
        yield f"Note: {source.note}"
    yield last_look(source)


def last_look(source: Source) -> str:
    """Who looked at the live page last, and by when somebody is to look again."""
    if not source.checked:
        return f"Nobody has looked at the live page. To be looked at by {source.review_by}."
    on, by, _, says = source.checked
    return f'{by} looked on {on}: "{says}" To be looked at again by {source.review_by}.'


def _where(rests: Resting) -> str:
    field = "" if rests.field == "words" else f", {rests.field}"
    return f"{rests.of}{field} ({rests.place})"
