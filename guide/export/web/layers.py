"""The states of the machine as one page in which the same words stand once.

A state is an empty place of the page that names the blocks which are seen there: what is said, the
question, each answer with where it leads, the people to turn to, what can be opened. All blocks
stand after all states, in an order that every state agrees with: reading down the page, what is
seen of a state is its events, in their order. The same block may stand twice where states need it
in different places.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from guide.conversation.conversation import Events
from guide.conversation.events import Asked, Choice, Contact, Event, Heading, Headline
from guide.export.web.merging import positions_in, supersequence
from guide.screens.machine import Screen, ScreenMachine, State

Pair = tuple[Event, Event]
"""An event of a language beside the same event in English."""
Pairs = tuple[Pair, ...]

OPENING, ANSWERS, BEFORE, CONTACTS, AFTER, FOLDED, HELP_CARD, TOPICS = "zabcgfht"
"""The parts of the page below the states, in the order they stand; each begins the names of its
blocks."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class WebAnswer(NamedTuple):
    """An answer that can be pressed, the same in English, and the name of the state it leads to."""

    choice: Choice
    english: Choice
    target: str


class WebBlock(NamedTuple):
    """Events that are shown together, or an answer, in each state that names it."""

    names: tuple[str, ...]
    """Any of these in a state shows it: its own, or those of the lists that it is in."""
    content: Pairs | WebAnswer


class WebState(NamedTuple):
    """A state by its name in the page."""

    name: str
    state: str
    """Its id in the machine."""
    heading: str
    """The name of the block with its question or headline."""
    shows: tuple[str, ...]
    """The names of the blocks that are seen there."""


class WebPage(NamedTuple):
    """All states, the one where everyone begins first, and the blocks in the order they stand."""

    states: tuple[WebState, ...]
    parts: Mapping[str, tuple[WebBlock, ...]]


class _Placed(NamedTuple):
    """The blocks of a part, and the names that each state shows of it."""

    blocks: tuple[WebBlock, ...]
    shows: Mapping[str, tuple[str, ...]]


class _Ordered(NamedTuple):
    """What a part is made of, in order, and the places in it that each state shows."""

    contents: Sequence[Pairs | WebAnswer]
    places: Mapping[str, tuple[int, ...]]


def layered(machine: ScreenMachine, english: ScreenMachine, topics: Sequence[str]) -> WebPage:
    """The page of a machine, with the same machine in English beside it.

    `topics` are the keys of all topics in the order in which they are offered.
    """
    paired = _Paired(machine, english)
    first = machine.starts[""]
    # States that say much the same stand together: a server packs what it has just seen.
    alike = sorted(machine.states, key=lambda name: paired.sorting(machine.states[name]))
    ids = [first, *(name for name in alike if name != first)]
    names = {name: f"s{short(number)}" for number, name in enumerate(ids)}
    events = {name: paired.parts(machine.states[name]) for name in ids}
    answers = {name: tuple(paired.answers(machine.states[name], names)) for name in ids}
    opened = {name: tuple(paired.opened(machine.states[name], topics)) for name in ids}
    placed = {
        part: _named(part, _ordered({name: events[name][part] for name in ids}))
        for part in (OPENING, BEFORE, CONTACTS, AFTER, HELP_CARD)
    }
    placed[ANSWERS] = _named(ANSWERS, _ordered_answers(answers))
    folded = {name: paired.folded(machine.states[name]) for name in ids}
    placed[FOLDED] = _named(FOLDED, _ordered_folds(folded))
    placed[TOPICS] = _named_by_list(TOPICS, _ordered(opened))
    return WebPage(
        tuple(
            WebState(
                names[name],
                name,
                placed[OPENING].shows[name][-1],
                tuple(chain.from_iterable(placed[part].shows[name] for part in _PARTS)),
            )
            for name in ids
        ),
        {part: placed[part].blocks for part in _PARTS},
    )


_PARTS = (OPENING, ANSWERS, BEFORE, CONTACTS, AFTER, FOLDED, HELP_CARD, TOPICS)


def short(number: int) -> str:
    """A number in few signs, for a name that stands thousands of times."""
    high, low = divmod(number, len(_DIGITS))
    return (short(high) if high else "") + _DIGITS[low]


def _ordered(wanted: Mapping[str, Sequence[Pairs]]) -> _Ordered:
    order = supersequence(wanted.values())
    return _Ordered(
        order, {state: positions_in(order, sequence) for state, sequence in wanted.items()}
    )


def _ordered_answers(wanted: Mapping[str, tuple[WebAnswer, ...]]) -> _Ordered:
    """Answers in the order of their words; those that lead elsewhere stand beside each other."""
    order = supersequence(tuple(map(_words, answers)) for answers in wanted.values())
    stands: dict[tuple[int, str], WebAnswer] = {}
    keys: dict[str, list[tuple[int, str]]] = {}
    for state, answers in wanted.items():
        positions = positions_in(order, map(_words, answers))
        keys[state] = [(at, each.target) for at, each in zip(positions, answers, strict=True)]
        stands.update(zip(keys[state], answers, strict=True))
    places = {key: place for place, key in enumerate(sorted(stands))}
    return _Ordered(
        [stands[key] for key in places],
        {state: tuple(places[key] for key in each) for state, each in keys.items()},
    )


def _ordered_folds(wanted: Mapping[str, Sequence[Pairs]]) -> _Ordered:
    """Each heading, and after it all that is folded away under it anywhere."""
    headings = supersequence([pairs[0] for pairs in folds] for folds in wanted.values())
    under: list[list[Pairs]] = [[] for _ in headings]
    places = {
        state: positions_in(headings, (pairs[0] for pairs in folds))
        for state, folds in wanted.items()
    }
    for state, folds in wanted.items():
        for place, pairs in zip(places[state], folds, strict=True):
            under[place].append(pairs[1:])
    orders = [supersequence(sequences) for sequences in under]
    starts = [sum(1 + len(order) for order in orders[:place]) for place in range(len(orders))]
    contents = [
        (pair,)
        for heading, order in zip(headings, orders, strict=True)
        for pair in (heading, *order)
    ]
    return _Ordered(
        contents,
        {
            state: tuple(
                starts[place] + step
                for place, pairs in zip(places[state], folds, strict=True)
                for step in (0, *(at + 1 for at in positions_in(orders[place], pairs[1:])))
            )
            for state, folds in wanted.items()
        },
    )


def _words(answer: WebAnswer) -> tuple[Choice, Choice]:
    return answer.choice, answer.english


def _named(part: str, ordered: _Ordered) -> _Placed:
    """What is seen in the same states has one name: for lists that differ from state to state."""
    states: list[list[str]] = [[] for _ in ordered.contents]
    for state, places in ordered.places.items():
        for place in places:
            states[place].append(state)
    numbers: dict[tuple[str, ...], int] = {}
    names = [f"{part}{short(numbers.setdefault(tuple(each), len(numbers)))}" for each in states]
    shows = {
        state: tuple(dict.fromkeys(names[place] for place in places))
        for state, places in ordered.places.items()
    }
    return _Placed(_blocks(ordered, [(name,) for name in names]), shows)


def _named_by_list(part: str, ordered: _Ordered) -> _Placed:
    """What is seen in a state has one name, and a block those of all: for few lists of many."""
    lists = dict.fromkeys(filter(None, ordered.places.values()))
    names = {places: f"{part}{short(number)}" for number, places in enumerate(lists)}
    holders: list[list[str]] = [[] for _ in ordered.contents]
    for places, name in names.items():
        for place in places:
            holders[place].append(name)
    shows = {state: (names[places],) if places else () for state, places in ordered.places.items()}
    return _Placed(_blocks(ordered, holders), shows)


def _blocks(ordered: _Ordered, names: Iterable[Iterable[str]]) -> tuple[WebBlock, ...]:
    return tuple(
        WebBlock(tuple(each), content)
        for each, content in zip(names, ordered.contents, strict=True)
    )


class _Paired:
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

    def answers(self, state: State, names: Mapping[str, str]) -> Iterator[WebAnswer]:
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
