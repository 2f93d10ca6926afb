"""A machine of screens and a real conversation, walked side by side: what they tell differently."""

from collections.abc import Callable, Hashable, Iterator

from guide.conversation.conversation import Conversation
from guide.screens.machine import KeyPath, Menu, ScreenMachine, State, shortest_paths

Once = Callable[[Conversation, State], Hashable]
"""What is walked on from once only: see `each_state`, `each_place` and `each_conversation`."""


def each_state(_: Conversation, state: State) -> Hashable:
    """Every state of the machine is reached by one conversation."""
    return state.id


def each_place(talk: Conversation, state: State) -> Hashable:
    """Everything that an engine knows of a person, beside each state that stands for it."""
    return state.id, talk.step, frozenset(talk.facts.items()), talk.answered


def each_conversation(talk: Conversation, _: State) -> Hashable:
    """No two ways are taken for the same."""
    return tuple(answer.key for answer in talk.answers)


def differences(
    machine: ScreenMachine, talk: Conversation, once: Once, start: str = ""
) -> Iterator[str]:
    """A sentence for each screen, menu, answer or move that is not as the conversation has it."""
    if talk.begin() != (*machine.notices, *_events(machine, machine.walk((), start))):
        yield "the beginning is told differently"
    if (machine.language, machine.right_to_left) != (talk.language, talk.right_to_left):
        yield "it is another language"
    yield from _Walk(machine, talk, once).on_from(machine.walk((), start))


class _Walk:
    def __init__(self, machine: ScreenMachine, talk: Conversation, once: Once) -> None:
        self._machine = machine
        self._talk = talk
        self._once = once
        self._walked: set[Hashable] = set()
        self._menus: dict[Hashable, Menu] = {}

    def on_from(self, state: State, keys: tuple[str, ...] = ()) -> Iterator[str]:
        """Compare what is here, then what each answer leads to, and leave the talk as it was.

        `keys` are the answers that led here.
        """
        here = self._once(self._talk, state)
        if here in self._walked:
            return
        self._walked.add(here)
        where = " ".join(keys) or "the start"
        yield from (f"{where}: {fault}" for fault in self._here(state))
        for key, target in state.moves.items():
            yield from self._move(state, key, self._machine.states[target], keys)

    def _here(self, state: State) -> Iterator[str]:
        talk, screen = self._talk, self._machine.screens[state.screen]
        if screen.events != talk.again():
            yield "another screen"
        offered = (*talk.choices, *talk.standing_choices)
        if tuple(state.moves) != tuple(choice.key for choice in offered):
            yield "other answers"
        if screen.standing != talk.standing_choices:
            yield "other answers that stand everywhere"
        if self._machine.menus[state.menu]._replace(id="") != self._menu():
            yield "another menu"

    def _menu(self) -> Menu:
        """What can be opened here; it rests on what is known, and is told once for that."""
        talk = self._talk
        known = frozenset(talk.facts.items())
        if known not in self._menus:
            topics = talk.topics()
            opened = {choice.key: talk.topic(choice.key) for choice in topics[0].choices}  # type: ignore[union-attr]
            lines, names = talk.help_lines(), talk.help_names()
            self._menus[known] = Menu("", topics, opened, talk.help(), lines, names)
        return self._menus[known]

    def _move(self, state: State, key: str, target: State, keys: tuple[str, ...]) -> Iterator[str]:
        echoes = dict(zip(state.moves, self._machine.screens[state.screen].answered, strict=False))
        if self._talk.choose(key) != (echoes.get(key), *_events(self._machine, target)):
            yield f"{' '.join(keys) or 'the start'}: {key} is answered by another screen"
        yield from self.on_from(target, (*keys, key))
        self._talk.back()


def _events(machine: ScreenMachine, state: State) -> tuple[object, ...]:
    return machine.screens[state.screen].events


def key_paths(machine: ScreenMachine, start: str = "") -> Iterator[KeyPath]:
    """Every conversation from a start to an ending, in the order of the answers."""
    waiting: list[tuple[KeyPath, str]] = [((), machine.starts[start])]
    while waiting:
        path, here = waiting.pop()
        moves = machine.states[here].moves
        if not moves:
            yield path
        waiting += [((*path, key), target) for key, target in reversed([*moves.items()])]


def count_paths(machine: ScreenMachine, start: str = "") -> int:
    """How many conversations there are from a start, without walking each."""
    ways: dict[str, int] = {}
    # A question says its number, so each of its answers leads to a longer path or to an ending.
    for here in reversed(shortest_paths(machine, start)):
        moves = machine.states[here].moves
        ways[here] = sum(ways.get(target, 1) for target in moves.values()) if moves else 1
    return ways[machine.starts[start]]
