"""The states of the machine as one page in which the same words stand once for those they are for.

A state is an empty place of the page that names the blocks which are seen there: what is said, the
question, each answer with where it leads, the people to turn to, what can be opened. States are in
groups: their places, then their blocks, in an order that every one of them agrees with. Reading
down a group, what is seen of a state is its events, in their order. The same block may stand twice
where states need it in different places. What is opened in place holds blocks itself, and somebody
to turn to holds why: the words that differ from state to state.

A browser that goes on to another state looks at no other group, at no answers of other questions,
and at a question at nothing that only endings have: without that an answer takes it forty times as
long. More groups would be quicker still, and repeat more words: a server packs only what it has
seen a little before.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from guide.conversation.events import Asked, Choice
from guide.export.web.merging import positions_in, supersequence
from guide.export.web.paired import (
    AFTER,
    BEFORE,
    CONTACTS,
    FOLDED,
    HELP_CARD,
    OPENING,
    TOPICS,
    NestedPair,
    Paired,
    Pairs,
    WebAnswer,
    is_heading,
)
from guide.screens.machine import ScreenMachine, State

ENDING, HELP_HOLDER, TOPICS_HOLDER = "ending", "help", "more"
"""The names of what holds the parts that endings alone have, the help card, and the topics."""
OF_ENDINGS = (BEFORE, CONTACTS, AFTER, FOLDED)
PARTS = (OPENING, *OF_ENDINGS, HELP_CARD, TOPICS)
LIST, ANSWER, STANDING = "lak"
"""What begins the name of a list of answers in its group, and of an answer in its list; and the
name of the list of those that stand at many questions, which begins their names too."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class WebBlock(NamedTuple):
    """Events that are shown together in each state that names them."""

    name: str
    """A state that names it shows it; of several names, with blanks between, any."""
    content: Pairs
    inside: tuple["WebBlock", ...] = ()
    """What is seen within it in some state; what has the name of the block, wherever that is."""
    heading: str = ""
    """The id of the question or headline in it."""


class WebListed(NamedTuple):
    """An answer in each state that names it."""

    name: str
    answer: WebAnswer


class WebState(NamedTuple):
    """A state by its name in the page."""

    name: str
    state: str
    """Its id in the machine."""
    heading: str
    """The id of its question or headline."""
    shows: tuple[str, ...]
    """The names of the blocks that are seen there."""
    odd: bool
    """Whether its question has an odd number: the next one has an even one."""


class WebGroup(NamedTuple):
    """States of people who have much in common, and their blocks in the order they stand."""

    states: tuple[WebState, ...]
    parts: Mapping[str, tuple[WebBlock, ...]]
    answers: Mapping[str, tuple[WebListed, ...]]
    """Those of each question or ending, by the name of their list."""


class _Names:
    """What is seen in the same states has one name: for lists that differ from state to state."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._numbers: dict[tuple[str, ...], int] = {}
        self._shows: dict[str, dict[str, None]] = {}

    def of(self, states: Iterable[str]) -> str:
        """The name of what is seen in these states alone, which now show it."""
        every = tuple(states)
        name = f"{self._part}{short(self._numbers.setdefault(every, len(self._numbers)))}"
        for state in every:
            self._shows.setdefault(state, {})[name] = None
        return name

    def shown(self, state: str) -> tuple[str, ...]:
        """The names that a state shows, each once."""
        return tuple(self._shows.get(state, ()))


class _NamesOfWholes:
    """All that is seen of a part at a state has one name: for what is the same at many states.

    A block there has the names of all wholes that it is in.
    """

    def __init__(self, part: str, wholes: Mapping[str, Sequence[NestedPair]]) -> None:
        numbers: dict[tuple[NestedPair, ...], int] = {}
        self._names = {
            state: f"{part}{short(numbers.setdefault(tuple(every), len(numbers)))}"
            for state, every in wholes.items()
        }

    def of(self, states: Iterable[str]) -> str:
        """The names of what is seen in these states alone."""
        return " ".join(dict.fromkeys(self._names[state] for state in states))

    def shown(self, state: str) -> tuple[str, ...]:
        """The name that a state shows."""
        return (self._names[state],)


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
    """States in up to two groups: those with the topics that most have, and all others."""
    offered = {name: tuple(machine.menus[machine.states[name].menu].opened) for name in ids}
    ((usual, _),) = Counter(offered.values()).most_common(1) or [((), 0)]
    parted: dict[bool, list[State]] = {}
    for name, topics in offered.items():
        parted.setdefault(topics == usual, []).append(machine.states[name])
    return [states for _, states in sorted(parted.items())]


def _group(
    prefix: str,
    states: Sequence[State],
    paired: Paired,
    names: Mapping[str, str],
    topics: Sequence[str],
) -> WebGroup:
    """A group of these states; `prefix` begins the ids of their headings."""
    parts = {state.id: paired.parts(state, topics) for state in states}
    by_part = {part: {state: each[part] for state, each in parts.items()} for part in PARTS}
    names_of: dict[str, _Names | _NamesOfWholes] = {part: _Names(part) for part in PARTS}
    # Topics by wholes would take a browser without a script twice as long for an answer.
    names_of[HELP_CARD] = _NamesOfWholes(HELP_CARD, by_part[HELP_CARD])
    blocks = {part: _blocks(by_part[part], names_of[part]) for part in PARTS}
    headings = {
        block.name: f"{prefix}-{block.name}"
        for block in (*blocks[OPENING], *blocks[BEFORE])
        if any(is_heading(event) for event, _ in block.content)
    }
    for part in (OPENING, BEFORE):
        blocks[part] = tuple(
            block._replace(heading=headings.get(block.name, "")) for block in blocks[part]
        )
    lists, chosen = _lists(states, paired, names)

    def shown(state: State) -> WebState:
        seen = {part: names_of[part].shown(state.id) for part in PARTS}
        ending = (ENDING,) if any(seen[part] for part in OF_ENDINGS) else ()
        rest = chain.from_iterable(seen[part] for part in PARTS[1:])
        (heading,) = (
            headings[name] for name in (*seen[OPENING], *seen[BEFORE]) if name in headings
        )
        # Where its help and its topics stand, and which of them are its own.
        shows = (*seen[OPENING], *chosen[state.id], *ending, *rest, HELP_HOLDER, TOPICS_HOLDER)
        asked = (each.pair[0] for each in by_part[OPENING][state.id])
        odd = any(isinstance(event, Asked) and event.number % 2 for event in asked)
        return WebState(names[state.id], state.id, heading, shows, odd)

    return WebGroup(tuple(map(shown, states)), blocks, lists)


def _blocks(
    by_state: Mapping[str, Sequence[NestedPair]], names: _Names | _NamesOfWholes
) -> tuple[WebBlock, ...]:
    """Blocks in an order that every state agrees with, each with the blocks within it."""
    order = supersequence(tuple(each.pair for each in every) for every in by_state.values())
    inside: list[dict[str, Sequence[NestedPair]]] = [{} for _ in order]
    for state, every in by_state.items():
        places = positions_in(order, (each.pair for each in every))
        for place, each in zip(places, every, strict=True):
            inside[place][state] = each.inside
    blocks = [
        WebBlock(names.of(states), (pair,), _blocks(states, names))
        for pair, states in zip(order, inside, strict=True)
        if states  # all that needed it found it in an earlier place
    ]
    return _joined(blocks)


def _joined(blocks: Iterable[WebBlock]) -> tuple[WebBlock, ...]:
    """Blocks that follow each other and are seen in the same states are one."""
    joined: list[WebBlock] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and last.name == block.name and not last.inside and not block.inside:
            joined[-1] = last._replace(content=last.content + block.content)
        else:
            joined.append(block)
    return tuple(joined)


def _lists(
    states: Iterable[State], paired: Paired, names: Mapping[str, str]
) -> tuple[dict[str, tuple[WebListed, ...]], dict[str, tuple[str, ...]]]:
    """The answers of each question or ending by the name of their list, and what a state shows."""
    of_list: dict[str, dict[str, tuple[WebAnswer, ...]]] = {}
    standing: dict[str, tuple[WebAnswer, ...]] = {}
    for state in states:
        listed, standing[state.id] = paired.answers(state, names)
        of_list.setdefault(paired.sorting(state)[0], {})[state.id] = listed
    lists: dict[str, tuple[WebListed, ...]] = {}
    shows: dict[str, tuple[str, ...]] = {}
    for number, wanted in enumerate(of_list.values()):
        name = f"{LIST}{short(number)}"
        of_answers = _Names(ANSWER)
        lists[name] = _listed(wanted, of_answers)
        for key in wanted:
            shows[key] = _with_list(name, of_answers.shown(key))
    of_standing = _Names(STANDING)
    lists[STANDING] = _listed(standing, of_standing)
    for key in standing:
        shows[key] += _with_list(STANDING, of_standing.shown(key))
    return {name: every for name, every in lists.items() if every}, shows


def _with_list(name: str, answers: tuple[str, ...]) -> tuple[str, ...]:
    """The names of some answers with that of their list, if there are any."""
    return (name, *answers) if answers else ()


def _listed(wanted: Mapping[str, tuple[WebAnswer, ...]], names: _Names) -> tuple[WebListed, ...]:
    """Answers in the order of their words; those that lead elsewhere stand beside each other."""
    order = supersequence(tuple(map(_words, answers)) for answers in wanted.values())
    stands: dict[tuple[int, str], WebAnswer] = {}
    states: dict[tuple[int, str], list[str]] = {}
    for state, answers in wanted.items():
        positions = positions_in(order, map(_words, answers))
        for at, answer in zip(positions, answers, strict=True):
            stands[at, answer.target] = answer
            states.setdefault((at, answer.target), []).append(state)
    return tuple(WebListed(names.of(states[key]), stands[key]) for key in sorted(stands))


def short(number: int) -> str:
    """A number in few signs, for a name that stands thousands of times."""
    high, low = divmod(number, len(_DIGITS))
    return (short(high) if high else "") + _DIGITS[low]


def _words(answer: WebAnswer) -> tuple[Choice, Choice]:
    return answer.choice, answer.english
