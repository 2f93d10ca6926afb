"""The conformance kit: conversations, and what is to be seen in each, for other front ends.

A front end that comes to these screens after these answers, in the words of each language it has
(guide.export.data), behaves as the guide does: together the conversations give every answer at
every state of the machine, those of `started` from where other starts begin. One that hears typed
words too has the lines of `typed`.
"""

from collections.abc import Iterator

from guide.conversation.conversation import Conversation, Events
from guide.conversation.events import Asked, Contact, Said
from guide.export.data import Json
from guide.flow.model import Library, Option, Question
from guide.screens.machine import KeyPath, ScreenMachine, State, shortest_paths

_FORMAT = 1


def kit(library: Library, machine: ScreenMachine, talk: Conversation, content: str) -> Json:
    """The whole kit, its typed lines as `talk` hears them.

    The ids are those of the export that it proves, whose `content` is named here.
    """
    covered: Covered = set()
    conversations = [_conversation(machine, path) for path in covering(machine, "", covered)]
    started = [
        {"start": start, **_conversation(machine, path, start)}
        for start in machine.starts
        for path in covering(machine, start, covered)
    ]
    return {
        "format": _FORMAT,
        "content": content,
        "conversations": conversations,
        "started": started,
        "typed": [_heard(talk, path, text) for path, text in typed_lines(library, machine)],
    }


Covered = set[tuple[str, str]]
"""The answers given so far: the id of a state, and the key of an answer there."""


def covering(machine: ScreenMachine, start: str, covered: Covered) -> Iterator[KeyPath]:
    """Conversations from a start to their ends that together give every answer not yet covered."""
    for name, path in shortest_paths(machine, start).items():
        for key, target in machine.states[name].moves.items():
            if (name, key) not in covered:
                whole = (*path, key, *_on_from(machine, target, covered))
                states = _states(machine, whole, start)
                covered.update((state.id, key) for state, key in zip(states, whole, strict=False))
                yield whole


def typed_lines(library: Library, machine: ScreenMachine) -> Iterator[tuple[KeyPath, str]]:
    """Each phrase that stands beside an answer, with a shortest way to its question."""
    ways: dict[str, KeyPath] = {}
    for name, path in shortest_paths(machine).items():
        asked = machine.screens[machine.states[name].screen].events[-1]
        ways.setdefault(getattr(asked, "step", ""), path)
    for step, path in ways.items():
        question = library.steps.get(step)
        if isinstance(question, Question):
            yield from ((path, text) for text in _phrases(question.options))


def _phrases(options: tuple[Option, ...]) -> Iterator[str]:
    for option in options:
        yield from option.also


def _on_from(machine: ScreenMachine, name: str, covered: Covered) -> Iterator[str]:
    """A way from a state to an ending, by answers that were not given yet where there are any."""
    while moves := machine.states[name].moves:
        key = next((key for key in moves if (name, key) not in covered), next(iter(moves)))
        yield key
        name = moves[key]


def _states(machine: ScreenMachine, path: KeyPath, start: str) -> list[State]:
    """The states a conversation comes to, the first one included."""
    states = [machine.walk((), start)]
    for key in path:
        states.append(machine.states[states[-1].moves[key]])
    return states


def _conversation(machine: ScreenMachine, path: KeyPath, start: str = "") -> Json:
    states = _states(machine, path, start)
    return {
        "answers": list(path),
        "states": [state.id for state in states],
        "screens": [state.screen for state in states],
    }


def _heard(talk: Conversation, path: KeyPath, text: str) -> Json:
    """What is said when a line is typed after these answers: asked back, never acted upon."""
    talk.restart()
    for key in path:
        talk.choose(key)
    events = talk.hear(text)
    choices = [choice.key for choice in talk.choices]
    talk.choose(choices[0])
    return {
        "answers": list(path),
        "typed": text,
        "help_first": any(isinstance(event, Contact) for event in events),
        "said": list(_read(events)),
        "choices": choices,
        "guessed": [answer.key for answer in talk.answers[len(path) :]],
    }


def _read(events: Events) -> Iterator[str]:
    """What is read of them: above a question that asks back stands what was understood."""
    for event in events:
        if isinstance(event, Asked):
            yield from (line.text for line in event.above)
        if isinstance(event, Said | Asked):
            yield event.text
