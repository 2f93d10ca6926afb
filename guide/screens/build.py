"""A library into states: each place after so many answers, and those alike made one.

A question says its number, so no answer leads back to a state it came from: the machine is finite
and has no loops. Such a machine is made as small as can be in one pass from its ends (Revuz,
"Minimisation of acyclic deterministic automata in linear time", 1992): partition refinement where
every part is settled before those that lead to it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from guide.conversation.starts import starting_at
from guide.conversation.starts import starts as names_of_starts
from guide.flow.model import Library
from guide.i18n.words import Words
from guide.screens.contents import Contents, id_of
from guide.screens.ids import ContentIds
from guide.screens.machine import ScreenMachine, State
from guide.screens.places import EVERYONE, Places, SessionPlace, Start, places
from guide.session import MAX_ANSWERS


class Endless(Exception):
    """Answers lead round, so that "question 57 of about 57" is one screen of no end.

    Its message is the id of a step on such a round or after it; `guide check` names each question
    that is asked twice (`asked-twice`).
    """


def all_starts(library: Library) -> dict[str, Start]:
    """Where everyone begins, and each start that has a name (`guide --start NAME`)."""
    named = {name: starting_at(library, name) for name in names_of_starts(library)}
    return {**EVERYONE, **{name: start for name, start in named.items() if start}}


class Screens:
    """Every state of a library, in no language yet.

    `states` are nearest first, by id; `starts` are the ids of those where conversations begin.
    """

    def __init__(
        self, library: Library, starts: Mapping[str, Start] = EVERYONE, *, web: bool = False
    ) -> None:
        """Find the states from these starts; raises Endless where answers lead round.

        `web` is for a page in a browser, which says some things otherwise (`Statement.web`).
        """
        self._library = library
        self._web = web
        self._shown: dict[str, tuple[SessionPlace, int]] = {}
        """For each screen a place that shows it, and after how many answers."""
        self._opened: dict[str, SessionPlace] = {}
        """For each menu a place where it is offered."""
        graph = places(library, starts)
        states = self._merge(graph, _levels(graph))
        self.states = {state.id: state for level in states for state in level.values()}
        self.starts = {name: states[0][number].id for name, number in graph.starts.items()}

    def _merge(self, graph: Places, levels: list[Iterable[int]]) -> list[dict[int, State]]:
        """The state of each place on each level; those alike are the same."""
        ids = ContentIds(self._library, web=self._web)
        states: list[dict[int, State]] = [{} for _ in levels]
        for answered, level in reversed(list(enumerate(levels))):
            for number in level:
                place = graph.all[number]
                screen, menu = ids.screen(place, answered), ids.menu(place.facts)
                leads = graph.moves[number] if answered < MAX_ANSWERS else {}
                moves = {key: states[answered + 1][target].id for key, target in leads.items()}
                name = id_of(screen, menu, moves)
                states[answered][number] = State(name, screen, menu, moves)
                self._shown[screen], self._opened[menu] = (place, answered), place
        return states

    def tell(self, words: Words) -> ScreenMachine:
        """The machine in the words of a language."""
        contents = Contents(self._library, words, web=self._web)
        screens = {name: contents.screen(*shown) for name, shown in self._shown.items()}
        menus = {name: contents.menu(place.facts) for name, place in self._opened.items()}
        return ScreenMachine(
            language=words.language,
            right_to_left=words.right_to_left,
            notices=contents.notices(),
            starts=self.starts,
            states=self.states,
            screens={name: screen._replace(id=name) for name, screen in screens.items()},
            menus={name: menu._replace(id=name) for name, menu in menus.items()},
        )


def _levels(graph: Places) -> list[Iterable[int]]:
    """The places that can be reached with no answer, with one, and so on, as far as sessions go."""
    if (number := _behind_a_loop(graph)) is not None:
        raise Endless(graph.all[number].turn.at.id)
    level = dict.fromkeys(graph.starts.values())
    levels: list[Iterable[int]] = []
    while level and len(levels) <= MAX_ANSWERS:
        levels.append(level)
        level = dict.fromkeys(to for number in level for to in graph.moves[number].values())
    return levels


def _behind_a_loop(graph: Places) -> int | None:
    """The first place on a way that answers lead round, or after one; None where there is none."""
    waiting = Counter(to for moves in graph.moves for to in moves.values())
    settled = [number for number in range(len(graph.all)) if number not in waiting]
    for number in settled:  # grows as it is walked
        for to in graph.moves[number].values():
            waiting[to] -= 1
            if not waiting[to]:
                settled.append(to)
    return next((number for number, ways in waiting.items() if ways), None)
