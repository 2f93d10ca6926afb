"""A language as a booklet: numbered sections, each answer with the number to go on to.

For paper, and for browsers that show no frames. What stands under the same heading in many sections
is a note: once, with its name where it belongs. What differs only in "Question 2 of about 5" is one
section here: on paper nobody counts.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby
from typing import NamedTuple

from guide.conversation.events import Asked, Contact, Heading, Headline, Said
from guide.export.web.markup import Markup
from guide.export.web.paired import Pair, Pairs, WebAnswer, choices_of, sorting_of, zipped
from guide.export.web.policy import policy
from guide.export.web.script import booklet_script
from guide.screens.machine import ScreenMachine, State, shortest_paths

_FIRST = 1


class NumberedSection(NamedTuple):
    """What is said at a place, and where each answer leads."""

    name: str
    """Its number on paper, as the end of a link."""
    screen: str
    """The id of a screen that says so."""
    pairs: Pairs
    answers: tuple[WebAnswer, ...]

    @property
    def heading(self) -> str:
        """Its question, or the one thing to do."""
        return next(e.text for e, _ in self.pairs if isinstance(e, Asked | Headline))


def sections(machine: ScreenMachine, english: ScreenMachine) -> list[NumberedSection]:
    """Every section, in the order in which a person may come to their questions and endings.

    Those of one question, or of one ending, stand together.
    """
    merged = _Merged(machine, english)
    met: dict[str, int] = {}
    for state in shortest_paths(machine):
        met.setdefault(merged.step(merged.number(state)), len(met))
    ordered = sorted(range(merged.count), key=lambda n: (met[merged.step(n)], merged.sorting(n)))
    numbers = {number: place for place, number in enumerate(ordered, start=_FIRST)}
    return [merged.section(number, str(place), numbers) for number, place in numbers.items()]


class _Merged:
    """States that read alike on paper, and lead to such that do, as one."""

    def __init__(self, machine: ScreenMachine, english: ScreenMachine) -> None:
        self._machine, self._english = machine, english
        self._of_state: dict[str, int] = {}
        self._known: dict[tuple[Pairs, tuple[int, ...]], int] = {}
        self._states: list[State] = []

    def number(self, name: str) -> int:
        """The number of a state; those it leads to are numbered before it."""
        if name not in self._of_state:
            state = self._machine.states[name]
            leads = tuple(self.number(target) for target in state.moves.values())
            key = (self._pairs(state), leads)
            if key not in self._known:
                self._known[key] = len(self._states)
                self._states.append(state)
            self._of_state[name] = self._known[key]
        return self._of_state[name]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._states)

    def step(self, number: int) -> str:
        """The question that is asked there, or the ending that is reached."""
        return self.sorting(number)[0]

    def sorting(self, number: int) -> tuple[str, ...]:
        """What puts sections that read alike next to each other."""
        return sorting_of(self._pairs(self._states[number]))

    def section(self, number: int, name: str, numbers: dict[int, int]) -> NumberedSection:
        """The section of a number, by its name on paper."""
        state = self._states[number]
        screen, twin = self._machine.screens[state.screen], self._english.screens[state.screen]
        answers = tuple(
            WebAnswer(choice, other, str(numbers[self.number(state.moves[choice.key])]))
            for choice, other in zip(choices_of(screen), choices_of(twin), strict=True)
        )
        return NumberedSection(name, state.screen, self._pairs(state), answers)

    def _pairs(self, state: State) -> Pairs:
        events = self._machine.screens[state.screen].events
        english = self._english.screens[state.screen].events
        return tuple(map(_uncounted, zipped(events, english)))


def _uncounted(pair: Pair) -> Pair:
    event, english = pair
    if isinstance(event, Asked) and isinstance(english, Asked):
        return event._replace(number=0, about=0), english._replace(number=0, about=0)
    return pair


class Covers(NamedTuple):
    """What stands around the sections, in one language."""

    language: str
    right_to_left: bool
    title: str
    leave_to: str
    leave: str
    keys: str
    """How to leave by keys, which only a script can hear."""
    remembers: str
    """What a browser does without a script."""
    page: str
    """The file of the guide itself, and what it is called."""
    guide: str
    look_again: str
    """The day by which it is to be made again, such as 2027-05-21."""
    until: str
    """That day in words."""
    notices: tuple[str, ...]
    help: Pairs
    who: str
    """The title of the list of everyone who is turned to."""
    topics: str
    opened: tuple[Pairs, ...]
    """What people also ask, each with its heading first."""


def booklet(
    parts: list[NumberedSection], around: Covers, markup: Markup, style: str, *, with_contents: bool
) -> str:
    """The whole file. `with_contents` lists the sections first and tells their ids, for readers.

    Those read it alone, and go back by the browser's Back: it has no script.
    """
    direction = "rtl" if around.right_to_left else "ltr"
    notes = {} if with_contents else _notes(parts)
    scripts = [] if with_contents else [booklet_script()]
    body = [
        "" if with_contents else _ways_out(around),
        *(f"<script>{script}</script>" for script in scripts),
        f"<h1>{escape(around.title)}</h1>",
        *(f"<p>{escape(notice)}</p>" for notice in around.notices),
        markup.events(around.help),
        f"<p>{escape(around.until)}</p>",
        _contents(parts) if with_contents else "",
        *(_section(part, notes, markup, with_id=with_contents) for part in parts),
        *(_note(pairs, name, markup) for pairs, name in notes.items()),
        f"<h2>{escape(around.who)}</h2>",
        *_directory(parts, markup),
        f"<h2>{escape(around.topics)}</h2>",
        *map(markup.events, around.opened),
    ]
    return (
        f"<!doctype html>\n<html lang={around.language} dir={direction}><head><meta charset=utf-8>"
        f"{policy([style], scripts)}"
        "<meta name=viewport content='width=device-width,initial-scale=1'>"
        "<meta name=referrer content=no-referrer><meta name=robots content=noindex>"
        f"<title>{escape(around.title)}</title><style>{style}</style></head>\n"
        f"<body class=booklet data-by={around.look_again}><main>\n"
        f"{chr(10).join(filter(None, body))}\n</main></body></html>\n"
    )


def _ways_out(around: Covers) -> str:
    """Its first lines on a screen, and none on paper: what it says of leaving is true here too."""
    leave = f"<a id=leave href='{escape(around.leave_to)}' target=_top rel=noreferrer>"
    guide = f"<a href={around.page} target=_top>{escape(around.guide)}</a>"
    return (
        f"<nav>{leave}{escape(around.leave)}</a> {guide}</nav>"
        # Words that the script alone puts in view: a text browser shows what is hidden, too.
        f"<p id=keys data-say='{escape(around.keys)}'></p>"
        f"<noscript><p>{escape(around.remembers)}</p></noscript>"
    )


def _contents(parts: Iterable[NumberedSection]) -> str:
    """A line for all that follow each other with the same title: their numbers tell them apart."""
    lines = []
    for heading, alike in groupby(parts, key=lambda part: part.heading):
        numbers = " ".join(f"<a href=#{part.name}>{part.name}</a>" for part in alike)
        lines.append(f"<li>{escape(heading)} {numbers}</li>")
    return f"<ul>{''.join(lines)}</ul>"


def _section(
    part: NumberedSection, notes: Mapping[Pairs, str], markup: Markup, *, with_id: bool
) -> str:
    shown_id = f" <code>{part.screen}</code>" if with_id else ""
    heading = f"<h2>{part.name}{shown_id}</h2>"
    return f"<article id={part.name}>{heading}{''.join(_told(part, notes, markup))}</article>"


def _notes(parts: Iterable[NumberedSection]) -> dict[Pairs, str]:
    """What stands under headings in many sections, once each, by a name for links."""
    titled = (pairs for part in parts for pairs in _titled(part.pairs) if _is_title(pairs[0]))
    return {pairs: f"n{number}" for number, pairs in enumerate(dict.fromkeys(titled), start=1)}


def _note(pairs: Pairs, name: str, markup: Markup) -> str:
    return f"<article id={name}><h2>{name}</h2>{markup.events(pairs)}</article>"


def _titled(pairs: Pairs) -> Iterator[Pairs]:
    """The events in groups: each heading with the lines and contacts under it, all else alone."""
    group: list[Pair] = []
    for pair in pairs:
        if group and not (_is_title(group[0]) and isinstance(pair[0], Said | Contact)):
            yield tuple(group)
            group = []
        group.append(pair)
    if group:
        yield tuple(group)


def _is_title(pair: Pair) -> bool:
    return isinstance(pair[0], Heading)


def _directory(parts: Iterable[NumberedSection], markup: Markup) -> Iterator[str]:
    """Everyone who is turned to anywhere, once, with all that is said of them."""
    contacts: dict[str, Contact] = {}
    lines: dict[str, dict[str, None]] = {}
    for event, _ in (pair for part in parts for pair in part.pairs):
        if isinstance(event, Contact):
            contacts.setdefault(event.id, event)
            lines.setdefault(event.id, {}).update(dict.fromkeys(event.lines))
    for name, contact in contacts.items():
        yield markup.directory(contact, lines[name])


def _told(part: NumberedSection, notes: Mapping[Pairs, str], markup: Markup) -> Iterator[str]:
    for group in _titled(part.pairs):
        event, english = group[0]
        if isinstance(event, Asked):
            yield markup.question(event, english, part.answers)
        elif group in notes:
            yield markup.note(event, notes[group])
        else:
            yield markup.events(group)
