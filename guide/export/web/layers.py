"""The states of the machine as one page in which the same words stand once for those they are for.

A state is an empty place of the page that names the blocks which are seen there: what is said, the
question, each answer with where it leads, the people to turn to, what can be opened. States are in
groups: their places, then their blocks, in an order that every one of them agrees with. Reading
down a group, what is seen of a state is its events, in their order. The same block may stand twice
where states need it in different places.

A browser that goes on to another state looks at no other group, at no answers of other questions,
and at a question at nothing that only endings have: without that an answer takes it forty times as
long. More groups would be quicker still, and repeat more words.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from guide.conversation.events import Choice
from guide.export.web.merging import positions_in, supersequence
from guide.export.web.paired import (
    AFTER,
    BEFORE,
    CONTACTS,
    FOLDED,
    HELP_CARD,
    OPENING,
    TOPICS,
    Paired,
    Pairs,
    WebAnswer,
)
from guide.screens.machine import ScreenMachine, State

PARTS = (OPENING, BEFORE, CONTACTS, AFTER, FOLDED, HELP_CARD, TOPICS)
ENDING = "e"
"""The name of all the parts that endings alone have."""
ENDINGS = (BEFORE, CONTACTS, AFTER, FOLDED)
LIST, ANSWER, STANDING = "lak"
"""What begins the name of a list of answers in its group, and of an answer in its list; and the
name of the list of those that stand at many questions, which begins their names too."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class WebBlock(NamedTuple):
    """Events that are shown together, or an answer, in each state that names it."""

    name: str
    """A state that names it shows it."""
    content: Pairs | WebAnswer
    heading: str = ""
    """The id of the question or headline in it."""


class WebState(NamedTuple):
    """A state by its name in the page."""

    name: str
    state: str
    """Its id in the machine."""
    heading: str
    """The id of its question or headline."""
    shows: tuple[str, ...]
    """The names of the blocks that are seen there."""


class WebGroup(NamedTuple):
    """States of people who have much in common, and their blocks in the order they stand."""

    states: tuple[WebState, ...]
    parts: Mapping[str, tuple[WebBlock, ...]]
    answers: Mapping[str, tuple[WebBlock, ...]]
    """Those of each question or ending, by the name of their list."""


class _Placed(NamedTuple):
    """The blocks of a part, and the names that each state shows of it."""

    blocks: tuple[WebBlock, ...]
    shows: Mapping[str, tuple[str, ...]]


class _Ordered(NamedTuple):
    """What a part is made of, in order, and the places in it that each state shows."""

    contents: Sequence[Pairs | WebAnswer]
    places: Mapping[str, tuple[int, ...]]


def layered(
    machine: ScreenMachine, english: ScreenMachine, topics: Sequence[str]
) -> tuple[WebGroup, ...]:
    """A machine in groups, with the same machine in English beside it.

    The state where everyone begins is a group of its own, the last one. `topics` are the keys of
    all topics in the order in which they are offered.
    """
    paired = Paired(machine, english)
    first = machine.starts[""]
    # States that say much the same stand together: a server packs what it has just seen.
    alike = sorted(machine.states, key=lambda name: paired.sorting(machine.states[name]))
    ids = [first, *(name for name in alike if name != first)]
    names = {name: f"s{short(number)}" for number, name in enumerate(ids)}
    groups = _parted(machine, ids[1:])
    return tuple(
        _group(short(number), states, paired, names, topics)
        for number, states in enumerate([*groups, [machine.states[first]]])
    )


def _parted(machine: ScreenMachine, ids: Iterable[str]) -> list[list[State]]:
    """States in up to four groups: endings apart, and those with the topics that most have."""
    offered = {name: tuple(machine.menus[machine.states[name].menu].opened) for name in ids}
    ((usual, _),) = Counter(offered.values()).most_common(1) or [((), 0)]
    parted: dict[tuple[bool, bool], list[State]] = {}
    for name, topics in offered.items():
        state = machine.states[name]
        parted.setdefault((topics == usual, not state.moves), []).append(state)
    return [states for _, states in sorted(parted.items())]


def _group(
    prefix: str,
    states: Sequence[State],
    paired: Paired,
    names: Mapping[str, str],
    topics: Sequence[str],
) -> WebGroup:
    """A group of these states; `prefix` begins the ids of their headings."""
    events = {state.id: paired.parts(state) for state in states}
    placed = {
        part: _named(part, _ordered({name: parts[part] for name, parts in events.items()}))
        for part in (OPENING, BEFORE, CONTACTS, AFTER, HELP_CARD)
    }
    placed[FOLDED] = _named(FOLDED, _ordered_folds({s.id: paired.folded(s) for s in states}))
    opened = {state.id: tuple(paired.opened(state, topics)) for state in states}
    placed[TOPICS] = _named(TOPICS, _ordered(opened))
    lists, chosen = _lists(states, paired, names)
    blocks = {part: placed[part].blocks for part in PARTS}
    blocks[OPENING] = tuple(
        block._replace(heading=_heading(prefix, block.name)) for block in blocks[OPENING]
    )

    def shown(state: State) -> WebState:
        seen = {part: placed[part].shows[state.id] for part in PARTS}
        ending = (ENDING,) if any(seen[part] for part in ENDINGS) else ()
        rest = chain.from_iterable(seen[part] for part in PARTS[1:])
        heading = _heading(prefix, seen[OPENING][-1])
        # Where its help and its topics stand, and which of them are its own.
        shows = (*seen[OPENING], *chosen[state.id], *ending, *rest, HELP_CARD, TOPICS)
        return WebState(names[state.id], state.id, heading, shows)

    return WebGroup(tuple(map(shown, states)), blocks, lists)


def _lists(
    states: Iterable[State], paired: Paired, names: Mapping[str, str]
) -> tuple[dict[str, tuple[WebBlock, ...]], dict[str, tuple[str, ...]]]:
    """The answers of each question or ending by the name of their list, and what a state shows."""
    of_list: dict[str, dict[str, tuple[WebAnswer, ...]]] = {}
    standing: dict[str, tuple[WebAnswer, ...]] = {}
    for state in states:
        listed, standing[state.id] = paired.answers(state, names)
        of_list.setdefault(paired.sorting(state)[0], {})[state.id] = listed
    lists: dict[str, tuple[WebBlock, ...]] = {}
    shows: dict[str, tuple[str, ...]] = {}
    for number, wanted in enumerate(of_list.values()):
        name = f"{LIST}{short(number)}"
        placed = _named(ANSWER, _ordered_answers(wanted))
        lists[name] = placed.blocks
        shows |= {state: (name, *each) if each else () for state, each in placed.shows.items()}
    placed = _named(STANDING, _ordered_answers(standing))
    lists[STANDING] = placed.blocks
    for name, each in placed.shows.items():
        shows[name] += (STANDING, *each) if each else ()
    return {name: blocks for name, blocks in lists.items() if blocks}, shows


def _heading(prefix: str, block: str) -> str:
    """The id of the heading of a block, whose own name is one within its group alone."""
    return f"{prefix}-{block}"


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
    return _Placed(tuple(map(WebBlock, names, ordered.contents)), shows)
