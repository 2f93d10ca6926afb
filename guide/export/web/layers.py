"""The states of the machine as one page in which the same words stand once.

What is said at a state up to its heading stands with the state; what follows (lines, people to
turn to, what comes next, what can be opened) stands in blocks after all states, and is shown where
a state names it. The blocks stand in an order that every state agrees with: reading down the page,
what is seen of a state is its events, in their order. The same block may stand twice where states
need it in different places.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.conversation.conversation import Events
from guide.conversation.events import Asked, Choice, Contact, Event, Heading, Headline
from guide.export.web.merging import positions_in, supersequence
from guide.screens.machine import Menu, Screen, ScreenMachine, State

Pair = tuple[Event, Event]
"""An event of a language beside the same event in English."""
Pairs = tuple[Pair, ...]

BEFORE, CONTACTS, AFTER, HELP, TOPICS = "bcaht"
"""The parts of the page below the states, in the order they stand; each begins the names of its
blocks."""


class WebBlock(NamedTuple):
    """Events that are shown together, in each state that names them."""

    name: str
    pairs: Pairs


class WebAnswer(NamedTuple):
    """An answer that can be pressed, the same in English, and the name of the state it leads to."""

    choice: Choice
    english: Choice
    target: str


class WebState(NamedTuple):
    """A state by its name in the page."""

    name: str
    state: str
    """Its id in the machine."""
    said: Pairs
    """What is said, the question or headline last."""
    answers: tuple[WebAnswer, ...]
    blocks: tuple[str, ...]


class WebPage(NamedTuple):
    """All states, the one where everyone begins first, and the blocks in the order they stand."""

    states: tuple[WebState, ...]
    blocks: tuple[WebBlock, ...]


def layered(machine: ScreenMachine, english: ScreenMachine, topics: Sequence[str]) -> WebPage:
    """The page of a machine, with the same machine in English beside it.

    `topics` are the keys of all topics in the order in which they are offered.
    """
    paired = _Paired(machine, english)
    first = machine.starts[""]
    # States that say much the same stand together: a server packs what it has just seen.
    alike = sorted(machine.states, key=lambda name: paired.sorting(machine.states[name]))
    ids = [first, *(name for name in alike if name != first)]
    parts = {name: paired.parts(machine.states[name], topics) for name in ids}
    orders = {part: supersequence(each[part] for each in parts.values()) for part in _PARTS}
    names = {name: f"s{number}" for number, name in enumerate(ids)}
    return WebPage(
        tuple(
            WebState(
                names[name],
                name,
                paired.said(machine.states[name]),
                tuple(paired.answers(machine.states[name], names)),
                tuple(
                    f"{part}{place}"
                    for part in _PARTS
                    for place in positions_in(orders[part], parts[name][part])
                ),
            )
            for name in ids
        ),
        tuple(
            WebBlock(f"{part}{place}", pairs)
            for part in _PARTS
            for place, pairs in enumerate(orders[part])
        ),
    )


_PARTS = (BEFORE, CONTACTS, AFTER, HELP, TOPICS)


class _Paired:
    """The screens and menus of two languages, event beside event."""

    def __init__(self, machine: ScreenMachine, english: ScreenMachine) -> None:
        self._machine = machine
        self._english = english

    def sorting(self, state: State) -> tuple[str, ...]:
        """What puts states that read alike next to each other."""
        return (*sorting_of(self.said(state)), *state.moves.values(), state.id)

    def said(self, state: State) -> Pairs:
        """What stands with the state itself."""
        return self._screen(state)[: self._heading(state) + 1]

    def parts(self, state: State, topics: Sequence[str]) -> dict[str, list[Pairs]]:
        """The blocks of each part of the page that are seen at a state."""
        rest = self._screen(state)[self._heading(state) + 1 :]
        folded = next((at for at, pair in enumerate(rest) if opens(pair[0])), len(rest))
        contacts = [at for at, (event, _) in enumerate(rest[:folded]) if isinstance(event, Contact)]
        first, end = (contacts[0], contacts[-1] + 1) if contacts else (folded, folded)
        menu, twin = self._machine.menus[state.menu], self._english.menus[state.menu]
        return {
            BEFORE: [(pair,) for pair in rest[:first]],
            CONTACTS: [(pair,) for pair in rest[first:end]],
            AFTER: [*((pair,) for pair in rest[end:folded]), *_folds(rest[folded:])],
            HELP: [zipped(menu.help, twin.help)],
            TOPICS: list(_opened(menu, twin, topics)),
        }

    def answers(self, state: State, names: dict[str, str]) -> Iterator[WebAnswer]:
        """Every answer that can be given: those listed, then those that stand everywhere."""
        screen, twin = self._machine.screens[state.screen], self._english.screens[state.screen]
        for choice, english in zip(choices_of(screen), choices_of(twin), strict=True):
            yield WebAnswer(choice, english, names[state.moves[choice.key]])

    def _screen(self, state: State) -> Pairs:
        screen, twin = self._machine.screens[state.screen], self._english.screens[state.screen]
        return zipped(screen.events, twin.events)

    def _heading(self, state: State) -> int:
        """Where the question or the headline stands."""
        events = self._machine.screens[state.screen].events
        return next(at for at, event in enumerate(events) if isinstance(event, Asked | Headline))


def opens(event: Event) -> bool:
    """Whether what follows an event is folded away under it."""
    return isinstance(event, Heading) and bool(event.opens)


def _folds(pairs: Pairs) -> Iterator[Pairs]:
    """What is folded away, heading by heading."""
    starts = [at for at, (event, _) in enumerate(pairs) if opens(event)]
    yield from (pairs[a:b] for a, b in zip(starts, [*starts, len(pairs)][1:], strict=True))


def _opened(menu: Menu, english: Menu, topics: Sequence[str]) -> Iterator[Pairs]:
    for key in topics:
        if key in menu.opened:
            yield zipped(menu.opened[key], english.opened[key])


def sorting_of(pairs: Pairs) -> tuple[str, ...]:
    """What puts events that read alike next to each other: the step first, then what is said."""
    events = [event for event, _ in pairs]
    steps = [event.step for event in events if isinstance(event, Asked)]
    steps += [event.ending for event in events if isinstance(event, Headline)]
    return (*steps, *map(str, events))


def zipped(events: Events, english: Events) -> Pairs:
    """The events of a language beside the same in English."""
    return tuple(zip(events, english, strict=True))


def choices_of(screen: Screen) -> tuple[Choice, ...]:
    """Every answer that can be given there: those listed, then those that stand everywhere."""
    return (*getattr(screen.events[-1], "choices", ()), *screen.standing)
