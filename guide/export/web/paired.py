"""The screens and menus of two languages, event beside event, in the parts of a page."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from guide.conversation.conversation import Events
from guide.conversation.events import Asked, Choice, Contact, Event, Heading, Headline, Said
from guide.screens.machine import Screen, ScreenMachine, State

Pair = tuple[Event, Event]
"""An event of a language beside the same event in English."""
Pairs = tuple[Pair, ...]


class NestedPair(NamedTuple):
    """An event in two languages, and those told within it: under a heading, of one to turn to."""

    pair: Pair
    inside: tuple["NestedPair", ...] = ()


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
        self._menus: dict[str, tuple[NestedPair, dict[str, NestedPair]]] = {}
        """What many states offer alike is put together once."""

    def sorting(self, state: State) -> tuple[str, ...]:
        """What puts states that read alike next to each other."""
        return (*sorting_of(self._screen(state)), *state.moves.values(), state.id)

    def parts(self, state: State, topics: Iterable[str]) -> dict[str, list[NestedPair]]:
        """What is told in each part of the page at a state, but the answers.

        `topics` are the keys of all topics in the order in which they are offered.
        """
        pairs = self._screen(state)
        heading = self._heading(state)
        end = _first_fold(pairs)
        rest = pairs[heading + 1 : end]
        contacts = [at for at, (event, _) in enumerate(rest) if isinstance(event, Contact)]
        first, last = (contacts[0], contacts[-1] + 1) if contacts else (len(rest), len(rest))
        help_card, opened = self._menu(state.menu)
        opening = [NestedPair(_without_answers(pair)) for pair in pairs[: heading + 1]]
        return {
            OPENING: opening if state.moves else [],
            BEFORE: [*([] if state.moves else opening), *_each(rest[:first])],
            CONTACTS: _each(rest[first:last]),
            AFTER: _each(rest[last:]),
            FOLDED: _folded(pairs[end:]),
            HELP_CARD: [help_card],
            TOPICS: [opened[key] for key in topics if key in opened],
        }

    def _menu(self, name: str) -> tuple[NestedPair, dict[str, NestedPair]]:
        """The help card, and what each topic opens."""
        if name not in self._menus:
            menu, twin = self._machine.menus[name], self._english.menus[name]
            self._menus[name] = (
                _under(zipped(menu.help, twin.help)),
                {key: _under(zipped(menu.opened[key], twin.opened[key])) for key in menu.opened},
            )
        return self._menus[name]

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
        return next(at for at, event in enumerate(events) if is_heading(event))


def is_heading(event: Event) -> bool:
    """Whether an event is the question or the headline of a screen."""
    return isinstance(event, Asked | Headline)


def folds(event: Event) -> bool:
    """Whether what follows an event is folded away under it."""
    return isinstance(event, Heading) and bool(getattr(event, "opens", ""))


def _first_fold(pairs: Pairs) -> int:
    return next((at for at, (event, _) in enumerate(pairs) if folds(event)), len(pairs))


def _each(pairs: Pairs) -> list[NestedPair]:
    """Events one after another. Why to turn to somebody stands within what is told of them."""
    nested: list[NestedPair] = []
    for event, english in pairs:
        if isinstance(event, Contact) and isinstance(english, Contact) and event.why:
            why = NestedPair((Said(event.why), Said(english.why)))
            nested.append(NestedPair((event._replace(why=""), english._replace(why="")), (why,)))
        else:
            nested.append(NestedPair((event, english)))
    return nested


def _folded(pairs: Pairs) -> list[NestedPair]:
    """What is folded away until it is opened, heading by heading."""
    starts = [at for at, (event, _) in enumerate(pairs) if folds(event)]
    return [_under(pairs[start:end]) for start, end in pairwise([*starts, len(pairs)])]


def _under(pairs: Pairs) -> NestedPair:
    """A heading with what follows it."""
    return NestedPair(pairs[0], tuple(_each(pairs[1:])))


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
