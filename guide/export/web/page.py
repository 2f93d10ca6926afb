"""One language as one file: leave button and help, and the states in a frame without rights.

The frame is sandboxed and its source stands in an attribute, so its links change no address that
a browser remembers, and no script that somebody adds to it runs. Where scripts run, those here
(leave.js before the frame, states.js after it) lift the states out of it and move between them
without any address at all.
The policy in the file forbids everything that is not in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import chain
from typing import NamedTuple

from guide.conversation.events import Contact, Heading, HelpLine
from guide.export.web import codes
from guide.export.web.layers import (
    ENDING,
    HELP_HOLDER,
    OF_ENDINGS,
    TOPICS_HOLDER,
    WebBlock,
    WebGroup,
)
from guide.export.web.markup import OUT, Markup, PageWords, address, class_name
from guide.export.web.paired import HELP_CARD, OPENING, TOPICS
from guide.export.web.policy import policy
from guide.export.web.script import scripts

IN_FRAME = "about:srcdoc#"
"""Links within the frame. `<base>` would be refused by a policy for `base-uri`, and a bare
fragment would load the page around it in the frame."""
SANDBOX = "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
_WITHIN = {
    OPENING: "",
    **dict.fromkeys(OF_ENDINGS, ENDING),
    HELP_CARD: HELP_HOLDER,
    TOPICS: TOPICS_HOLDER,
}
"""The name of what the blocks of a part stand in, where they are no siblings of the states."""
PART = "<!---->"
"""Between the parts of the frame that the script reads one by one (states.js)."""
_FIRST = "first"
"""The id of the group of the first state."""
MOST_SELECTORS = 500
"""Of one rule. Chromium passes over whatever stands after the 8,192nd name in it."""


class Around(NamedTuple):
    """What stands around the states, in one language."""

    language: str
    right_to_left: bool
    title: str
    leave_to: str
    leave: str
    frame: str
    """What the frame is called for those who hear the page."""
    how: str
    """How to leave, with a script and without one."""
    keys: str
    """How to leave by keys, which only a script can hear."""
    back: str
    """How to change an answer."""
    old: str
    look_again: str
    """The day from which the page says that it is old, such as 2027-05-21."""
    until: str
    """That day in words, for where no script can say that it is past."""
    topics: str
    restart: str
    why: str
    """The title of what led here."""
    answered: str
    """What is told of each answer given, with {q} for its question and {a} for it."""
    change: str
    both: str
    """The label of the switch that shows all of it in English too; empty in English."""
    notices: tuple[str, ...]
    help_lines: tuple[tuple[str, HelpLine], ...]
    """Who helps now, each by name and number with the ways to reach them."""
    booklet: str
    """The file for paper and text browsers, and what it is called."""
    plain: str
    others: tuple[tuple[str, str, str], ...]
    """The other languages: the file, the code, and what it calls itself."""


def html_page(
    groups: Sequence[WebGroup], around: Around, words: PageWords, numbers: Iterable[str]
) -> str:
    """The whole file."""
    pictures = codes.names(_links(groups))
    markup = Markup(words, numbers, IN_FRAME, pictures)
    direction = "rtl" if around.right_to_left else "ltr"
    rules, style = _rules(groups), _file("style.css")
    leave, states = scripts()
    inner = (
        f"<!doctype html><html lang={around.language} dir={direction}><meta charset=utf-8>"
        f"<title>{escape(around.frame)}</title><style>{style}</style>"
        f"<style>{rules}</style>"
        f"{_main(groups, around, markup, pictures)}"
    )
    return (
        f"<!doctype html>\n<html lang={around.language} dir={direction}>\n<head>"
        f"<meta charset=utf-8>{policy([style, rules], [leave, states])}"
        "<meta name=viewport content='width=device-width,initial-scale=1'>"
        "<meta name=referrer content=no-referrer><meta name=robots content=noindex>"
        f"<title>{escape(around.title)}</title><style>{style}</style></head>\n"
        f"<body data-by={around.look_again}><div class=frame>{_header(around)}"
        # Where no script runs, nothing begins the template, and its end means nothing.
        f'<script>{leave}</script><iframe title="{escape(around.frame)}" sandbox="{SANDBOX}" '
        f'srcdoc="{_in_attribute(inner)}"><p>{_booklet(around)}</p></iframe></template></div>\n'
        f"<script>{states}</script></body></html>\n"
    )


def _main(
    groups: Sequence[WebGroup], around: Around, markup: Markup, pictures: dict[str, str]
) -> str:
    *others, first = (_group(group, around, markup) for group in groups)
    switch = f"<input type=checkbox id=both><label for=both>{escape(around.both)}</label>"
    parts = [
        *(f"<p class=draft>{escape(notice)}</p>" for notice in around.notices),
        switch if around.both else "",
        PART,
        *(f"<div>{group}</div>" for group in others),
        codes.symbols(pictures),
        PART,
        # The first state stands last of all: it is in view until another is the target.
        f"<div id={_FIRST}>{first}</div>",
        _why(around),
        "<p class=foot>",
        f"{escape(around.how)} <span class=keys>{escape(around.keys)}</span>",
        f"<br>{escape(around.back)}<br>{escape(around.until)}",
        f"<br><a href={IN_FRAME}s0>{escape(around.restart)}</a><br>{_booklet(around)}</p>",
    ]
    return f"{PART}<main>{''.join(parts)}</main>"


def _booklet(around: Around) -> str:
    """The link to the booklet; a browser that shows no frames shows it in the place of one."""
    return f"<a href={around.booklet} target=_top>{escape(around.plain)}</a>"


def _group(group: WebGroup, around: Around, markup: Markup) -> str:
    """The states of a group, and all that is seen of them."""
    rest = (block for part in OF_ENDINGS for block in group.parts[part])
    lists = group.answers.items()
    parts = [
        *map(markup.state, group.states),
        *map(markup.block, group.parts[OPENING]),
        *(
            f"<ul class={class_name(name)}>{''.join(map(markup.answer, blocks))}</ul>"
            for name, blocks in lists
        ),
        f"<div class={class_name(ENDING)}>",
        *map(markup.block, rest),
        f"</div><div class={class_name(HELP_HOLDER)}>",
        *map(markup.block, group.parts[HELP_CARD]),
        f"</div><div class={class_name(TOPICS_HOLDER)}><h2>{escape(around.topics)}</h2>",
        *map(markup.block, group.parts[TOPICS]),
        "</div>",
    ]
    return "".join(parts)


def _why(around: Around) -> str:
    """Where the script writes which answers led here, each to be pressed and changed."""
    return (
        f"<details id=why hidden data-said='{escape(around.answered)}'>"
        f"<summary>{escape(around.why)}</summary><p>{escape(around.change)}</p><div></div></details>"
    )


def _header(around: Around) -> str:
    lines = "".join(f"<li>{_help(name, line)}</li>" for name, line in around.help_lines)
    leave = f"<a id=leave href='{escape(around.leave_to)}' target=_top rel=noreferrer>"
    languages = " ".join(
        f"<a href='{file}' lang={code} target=_top>{escape(name)}</a>"
        for file, code, name in around.others
    )
    return (
        # Words that the script alone puts in view: a text browser shows what is hidden, too.
        f"<p id=old data-say='{escape(around.old)}'></p>"
        f"<header><div class=top>{leave}{escape(around.leave)}</a><ul>{lines}</ul></div></header>"
        f"{f'<nav>{languages}</nav>' if languages else ''}"
    )


def _help(name: str, line: HelpLine) -> str:
    if not line.ways:
        return f"<span>{escape(name)}</span>"
    way = line.ways[0]
    out = f" {OUT}" if way.kind == "link" else ""
    return f"<a href='{escape(address(way))}'{out}>{escape(name)}</a>"


def _rules(groups: Sequence[WebGroup]) -> str:
    """Which blocks are seen without a script: those that the state in view names in its classes.

    The tag in each keeps it from the states, which have the same classes. Those of the first state
    are seen until another state is in view; a browser without `:has` leaves them below it.
    """
    places = [
        place
        for group in groups
        for part, blocks in group.parts.items()
        for block in blocks
        for place in _places(block, f".{class_name(_WITHIN[part])}>" if _WITHIN[part] else "")
    ]
    places += [(name, "div") for name in (ENDING, HELP_HOLDER, TOPICS_HOLDER)]
    for group in groups:
        places += [(name, "ul") for name in group.answers]
        answers = chain.from_iterable(group.answers.values())
        places += [(answer.name, "ul>") for answer in answers]
    rules = dict.fromkeys(
        f":target.{name}~{place}.{class_name(name)}"
        for names, place in places
        for name in names.split()
    )
    first = f"#{_FIRST}"
    return (
        f"section:target,{first}>*,{first}>ul>*,{first}>div>details{{display:block}}"
        f":has(>:target)~{first}{{display:none}}" + _each(rules, "display:block")
    )


def _places(block: WebBlock, within: str, around: str = "") -> Iterator[tuple[str, str]]:
    """The names of a block and of the blocks within it, each with where it stands.

    `around` is the name of the block around it: what has the same name is seen whenever that is.
    """
    event, _ = block.content[0]
    folds = bool(block.inside) and isinstance(event, Heading)
    if folds or block.name != around:
        yield block.name, f"{within}{'details' if folds else 'div'}"
    for each in block.inside:
        if folds:
            yield from _places(each, f"{within}details>", block.name)
        elif each.name != block.name:
            yield each.name, f"{within.partition('>')[0]} p"


def _each(selectors: Iterable[str], rule: str) -> str:
    """A rule for each of many: a browser may pass over whatever comes late in a very long one."""
    every = [*selectors]
    starts = range(0, len(every), MOST_SELECTORS)
    return "".join(f"{','.join(every[at : at + MOST_SELECTORS])}{{{rule}}}" for at in starts)


def _links(groups: Iterable[WebGroup]) -> list[str]:
    """Every link of a contact that can be taken to a phone."""
    blocks = [block for group in groups for each in group.parts.values() for block in each]
    every = chain(blocks, *(block.inside for block in blocks))
    return [
        way.value
        for block in every
        for event, _ in block.content
        if isinstance(event, Contact)
        for way in event.ways
        if way.kind == "link"
    ]


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8").strip()


def _in_attribute(page: str) -> str:
    return page.replace("&", "&amp;").replace('"', "&quot;")
