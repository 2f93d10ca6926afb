"""The screens and menus of two languages, event beside event, in the parts of a page."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from guide.conversation.conversation import Events
from guide.conversation.events import Asked, Choice, Contact, Event, Heading, Headline
from guide.screens.machine import Screen, ScreenMachine, State

Pair = tuple[Event, Event]
"""An event of a language beside the same event in English."""
Pairs = tuple[Pair, ...]

OPENING, BEFORE, CONTACTS, AFTER, FOLDED, HELP_CARD, TOPICS = "dbcgfht"
"""The parts of a group below its states, in the order they stand, the lists of answers after the
first; each begins the names of its blocks, which are names within the group."""


class WebAnswer(NamedTuple):
    """An answer that can be pressed, the same in English, and the name of the state it leads to."""

    choice: Choice
    english: Choice
    target: str


class Paired:
    """The screens and menus of two languages, event beside event."""

    def __init__(self, machine: ScreenMachine, english: ScreenMachine) -> None:
        self._machine = machine
        self._english = english

    def sorting(self, state: State) -> tuple[str, ...]:
        """What puts states that read alike next to each other."""
        return (*sorting_of(self._screen(state)), *state.moves.values(), state.id)

    def parts(self, state: State) -> dict[str, list[Pairs]]:
        """The events of each part of the page at a state, but the answers and what is opened."""
        pairs = self._screen(state)
        rest = pairs[self._heading(state) + 1 :]
        rest = rest[: _first_fold(rest)]
        contacts = [at for at, (event, _) in enumerate(rest) if isinstance(event, Contact)]
        first, end = (contacts[0], contacts[-1] + 1) if contacts else (len(rest), len(rest))
        menu, twin = self._machine.menus[state.menu], self._english.menus[state.menu]
        return {
            OPENING: [(_without_answers(pair),) for pair in pairs[: self._heading(state) + 1]],
            BEFORE: [(pair,) for pair in rest[:first]],
            CONTACTS: [(pair,) for pair in rest[first:end]],
            AFTER: [(pair,) for pair in rest[end:]],
            HELP_CARD: [zipped(menu.help, twin.help)],
        }

    def folded(self, state: State) -> list[Pairs]:
        """What is folded away at a state until it is opened, heading by heading."""
        pairs = self._screen(state)
        folded = pairs[_first_fold(pairs) :]
        starts = [at for at, (event, _) in enumerate(folded) if folds(event)]
        return [folded[a:b] for a, b in pairwise([*starts, len(folded)])]

    def opened(self, state: State, topics: Iterable[str]) -> Iterator[Pairs]:
        """What can be opened at a state, in the order of `topics`."""
        menu, twin = self._machine.menus[state.menu], self._english.menus[state.menu]
        for key in topics:
            if key in menu.opened:
                yield zipped(menu.opened[key], twin.opened[key])

    def answers(
        self, state: State, names: Mapping[str, str]
    ) -> tuple[tuple[WebAnswer, ...], tuple[WebAnswer, ...]]:
        """The answers that are listed at a state, and those that stand at many."""
        screen, twin = self._machine.screens[state.screen], self._english.screens[state.screen]
        every = tuple(
            WebAnswer(choice, english, names[state.moves[choice.key]])
            for choice, english in zip(choices_of(screen), choices_of(twin), strict=True)
        )
        listed = len(every) - len(screen.standing)
        return every[:listed], every[listed:]

    def _screen(self, state: State) -> Pairs:
        screen, twin = self._machine.screens[state.screen], self._english.screens[state.screen]
        return zipped(screen.events, twin.events)

    def _heading(self, state: State) -> int:
        """Where the question or the headline stands."""
        events = self._machine.screens[state.screen].events
        return next(at for at, event in enumerate(events) if isinstance(event, Asked | Headline))


def folds(event: Event) -> bool:
    """Whether what follows an event is folded away under it."""
    return isinstance(event, Heading) and bool(getattr(event, "opens", ""))


def _first_fold(pairs: Pairs) -> int:
    return next((at for at, (event, _) in enumerate(pairs) if folds(event)), len(pairs))


def _without_answers(pair: Pair) -> Pair:
    event, english = pair
    if isinstance(event, Asked) and isinstance(english, Asked):
        return event._replace(choices=()), english._replace(choices=())
    return pair


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
