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
from guide.front.languages import Languages
from guide.front.start import conversation, offered_languages
from guide.options import OK, Options
from guide.session import NotOffered
from guide.settings import flows_folder

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
    languages = offered_languages(library, options)
    _say(_state(talk, talk.begin()))
    for line in sys.stdin or ():
        # Some programs begin with a mark of the byte order. An empty line is answered too: who
        # waits for an answer to each would wait for ever.
        _say(_answered(talk, line.strip().removeprefix("\ufeff"), languages))
    return OK


def _answered(talk: Conversation, line: str, languages: Languages) -> _Json:
    """What a line brings about; an error, and nothing changed, where it asks for what is not."""
    try:
        line.encode()  # raises where a byte was no UTF-8, and so no JSON either
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": "this line is no JSON"}
    if not isinstance(asked, dict) or len(asked) != 1:
        return {"error": f"ask for one thing: {', '.join(_EVERY)}"}
    ((name, value),) = asked.items()
    if name not in _EVERY:
        return {"error": f'there is no "{name}"; ask for one of: {", ".join(_EVERY)}'}
    if name in _WITH_TEXT and not isinstance(value, str):
        return {"error": f'"{name}" takes a text'}
    if name in _ASKED and value is not True:
        return {"error": f'"{name}" takes true'}
    if name in _ASKED:
        return _state(talk, _ASKED[name](talk))
    if name == "language" and value not in languages.codes:
        return {"error": f'there is no language "{value}"; there is: {", ".join(languages.codes)}'}
    try:
        return _state(talk, _WITH_TEXT[name](talk, value, languages))
    except NotOffered:
        return {"error": f'"{value}" is not offered here'}


_WITH_TEXT: dict[str, Callable[[Conversation, str, Languages], Events]] = {
    "choose": lambda talk, key, _: talk.choose(key),
    "type": lambda talk, text, _: talk.hear(text),
    "open": lambda talk, topic, _: talk.topic(topic),
    "language": lambda talk, code, languages: talk.speak(languages.words(code)),
}
"""What may be asked for with a text, each by its name."""
_ASKED: dict[str, Callable[[Conversation], Events]] = {
    "topics": lambda talk: talk.topics(),
    "help": lambda talk: talk.help(),
    "again": lambda talk: talk.again(),
    "back": lambda talk: talk.back(),
    "restart": lambda talk: talk.restart(),
}
"""What may be asked for with nothing but true."""
_EVERY = (*_WITH_TEXT, *_ASKED)


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
