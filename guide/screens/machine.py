"""The machine as records: screens, menus, states and their moves, told in one language."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from guide.conversation.conversation import Events
from guide.conversation.events import Answered, Choice, HelpLine
from guide.session import NotOffered


class Screen(NamedTuple):
    """What is shown since the last answer, in one language."""

    id: str
    events: Events
    """As `Conversation.again` gives them; the last is the question, unless an ending is reached."""
    standing: tuple[Choice, ...]
    """The answers that may be given here without being listed."""
    answered: tuple[Answered, ...]
    """What each answer is echoed as once given, in the order of the state's moves."""


class Menu(NamedTuple):
    """What can be opened at a state and leads back to it, in one language."""

    id: str
    topics: Events
    opened: Mapping[str, Events]
    """What each topic says, by the key it is chosen with."""
    help: Events
    help_lines: tuple[HelpLine, ...]
    help_names: tuple[str, ...]


class State(NamedTuple):
    """A place in the machine: what is seen there, and the state each answer leads to, by key."""

    id: str
    screen: str
    menu: str
    moves: Mapping[str, str]
    """Empty at an ending. Listed answers first, in their order."""


class ScreenMachine(NamedTuple):
    """Every conversation of a library in one language, by ids; nearest states first."""

    language: str
    right_to_left: bool
    notices: Events
    """What is said about the language itself, before the first screen."""
    starts: Mapping[str, str]
    """The state each start begins at; "" is where everyone begins."""
    states: Mapping[str, State]
    screens: Mapping[str, Screen]
    menus: Mapping[str, Menu]

    def walk(self, keys: Iterable[str], start: str = "") -> State:
        """The state these answers lead to; raises NotOffered for one that is not offered."""
        state = self.states[self.starts[start]]
        for key in keys:
            if key not in state.moves:
                raise NotOffered(key)
            state = self.states[state.moves[key]]
        return state


KeyPath = tuple[str, ...]
"""The keys of the answers given, first to last."""


def shortest_paths(machine: ScreenMachine, start: str = "") -> dict[str, KeyPath]:
    """A shortest path to each state that can be reached from a start, nearest first."""
    first = machine.starts[start]
    paths: dict[str, KeyPath] = {first: ()}
    reached = [first]
    for here in reached:
        for key, target in machine.states[here].moves.items():
            if target not in paths:
                paths[target] = (*paths[here], key)
                reached.append(target)
    return paths
