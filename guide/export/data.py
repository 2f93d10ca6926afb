"""The machine as data: `guide export json`, for programs that show the guide themselves.

docs/api.md says what may be relied on, guide/schema/export.schema.json what it looks like.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from guide.conversation.conversation import Events
from guide.conversation.events import as_data
from guide.flow.model import CONTACT_METHODS, Library
from guide.i18n.words import Words
from guide.screens.build import Screens
from guide.screens.machine import Menu, Screen, ScreenMachine

Json = dict[str, Any]

_FORMAT = 1


def as_json(library: Library, screens: Screens, words: Mapping[str, Words]) -> Json:
    """Everything: the machine, who to turn to, and the words of these languages, by code.

    `content` is a hash of all the rest: two exports with the same one say and do the same.
    """
    export: Json = {
        "format": _FORMAT,
        "machine": machine_as_json(screens),
        "contacts": contacts_as_json(library),
        "languages": {
            code: {"draft": spoken.draft, **words_as_json(screens.tell(spoken))}
            for code, spoken in words.items()
        },
    }
    return {**export, "content": content_of(export)}


def content_of(export: Json) -> str:
    """A hash of what is exported, whatever the order of its keys."""
    return sha256(json.dumps(export, sort_keys=True).encode()).hexdigest()


def machine_as_json(screens: Screens) -> Json:
    """Where each conversation begins, and each state with the states that its answers lead to."""
    return {
        "starts": dict(screens.starts),
        "states": {
            name: {"screen": state.screen, "menu": state.menu, "moves": dict(state.moves)}
            for name, state in screens.states.items()
        },
    }


def contacts_as_json(library: Library) -> Json:
    """Who can be turned to, and by which ways, in no language."""
    return {
        name: [
            {"kind": kind, "value": contact.value(kind)}
            for kind in CONTACT_METHODS
            if contact.value(kind)
        ]
        for name, contact in library.contacts.items()
    }


def words_as_json(machine: ScreenMachine) -> Json:
    """Every screen and menu in the words of a language."""
    return {
        "right_to_left": machine.right_to_left,
        "notices": _events(machine.notices),
        "screens": {name: _screen(screen) for name, screen in machine.screens.items()},
        "menus": {name: _menu(menu) for name, menu in machine.menus.items()},
    }


def json_files(export: Json) -> Iterable[tuple[str, Json]]:
    """The same in files, by name: the machine, and the words of each language by themselves."""
    rest = {key: value for key, value in export.items() if key != "languages"}
    yield "machine.json", {**rest, "languages": list(export["languages"])}
    for code, words in export["languages"].items():
        yield f"words-{code}.json", {"content": export["content"], "language": code, **words}


def _events(events: Events) -> list[Json]:
    return [as_data(event) for event in events]


def _screen(screen: Screen) -> Json:
    return {
        "events": _events(screen.events),
        "standing": [dict(choice._asdict()) for choice in screen.standing],
        "answered": {answer.key: answer.text for answer in screen.answered},
    }


def _menu(menu: Menu) -> Json:
    return {
        "topics": _events(menu.topics),
        "opened": {key: _events(events) for key, events in menu.opened.items()},
        "help": _events(menu.help),
        "help_lines": [
            {**line._asdict(), "ways": [way._asdict() for way in line.ways]}
            for line in menu.help_lines
        ],
        "help_names": list(menu.help_names),
    }
