"""`guide talk --jsonl`: a conversation for another program, a line in and a line out.

Nothing is kept and nothing is sent: the conversation is in this process and ends with it.
docs/api.md says what may be asked and what is answered.
"""

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from guide.conversation.conversation import Conversation, Events
from guide.conversation.events import as_data
from guide.flow.library import load_library
from guide.front.start import conversation, flows_folder, offered_languages
from guide.i18n.words import Words
from guide.options import OK, Options
from guide.session import NotOffered

_Json = dict[str, Any]


def run(arguments: argparse.Namespace) -> int:
    """Answer each line until there are no more; the first answer comes by itself."""
    options = Options(
        locale=arguments.locale,
        start=arguments.start,
        flows=arguments.flows,
        locales=arguments.locales,
    )
    library = load_library(flows_folder(options.flows))
    talk = conversation(options, library)
    _say(_state(talk, talk.begin()))
    for line in sys.stdin:
        if line.strip():
            _say(
                _answered(talk, line, lambda code: offered_languages(library, options).words(code))
            )
    return OK


def _answered(talk: Conversation, line: str, words: Callable[[str], Words]) -> _Json:
    """What a line brings about; an error, and nothing changed, where it asks for what is not."""
    try:
        asked = json.loads(line)
    except ValueError:
        return {"error": "this line is no JSON"}
    if not isinstance(asked, dict) or len(asked) != 1:
        return {"error": f"ask for one thing: {', '.join(_ASKED)}"}
    ((name, value),) = asked.items()
    if name == "language":
        return _state(talk, talk.speak(words(str(value))))
    if name not in _ASKED:
        return {"error": f'there is no "{name}"; ask for one of: {", ".join(_ASKED)}'}
    try:
        return _state(talk, _ASKED[name](talk, value))
    except NotOffered:
        return {"error": f'"{value}" is not offered here'}


_ASKED: dict[str, Callable[[Conversation, object], Events]] = {
    "choose": lambda talk, key: talk.choose(str(key)),
    "type": lambda talk, text: talk.hear(str(text)),
    "open": lambda talk, topic: talk.topic(str(topic)),
    "topics": lambda talk, _: talk.topics(),
    "help": lambda talk, _: talk.help(),
    "again": lambda talk, _: talk.again(),
    "back": lambda talk, _: talk.back(),
    "restart": lambda talk, _: talk.restart(),
    "language": lambda talk, _: talk.again(),
}
"""What may be asked for, each by its name."""


def _state(talk: Conversation, events: Events) -> _Json:
    """What is shown, and what may be answered now."""
    return {
        "events": [as_data(event) for event in events],
        "choices": [choice.key for choice in talk.choices],
        "standing": [choice.key for choice in talk.standing_choices],
        "help": [line.text for line in talk.help_lines()],
        "finished": talk.finished,
        "confirming": talk.confirming,
        "language": talk.language,
    }


def _say(answer: _Json) -> None:
    print(json.dumps(answer, ensure_ascii=False), flush=True)
