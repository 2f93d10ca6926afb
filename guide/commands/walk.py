"""`guide walk`: play answers without a person and print what was said."""

import argparse
import json
import sys
from typing import Any

from guide.conversation.conversation import Conversation, Events
from guide.conversation.events import Contact, Headline, as_data
from guide.conversation.starts import answers_to
from guide.flow.advice import mend
from guide.flow.library import load_library
from guide.front.start import conversation
from guide.options import FAILED, OK, Options
from guide.session import NotOffered
from guide.settings import flows_folder


def run(arguments: argparse.Namespace) -> int:
    """Play the answers; 1 when one of them is not offered where it stands."""
    options = Options(
        locale=arguments.locale,
        start=arguments.start,
        flows=arguments.flows,
        locales=arguments.locales,
    )
    library = load_library(flows_folder(options.flows))
    talk = conversation(options, library)
    events = list(talk.begin())
    wrong = ""
    answers = list(arguments.answers)
    if answers and not arguments.start:  # the first may be short for two, as it is for --start
        answers[:1] = answers_to(library, answers[0])
    for number, answer in enumerate(answers, start=1 + len(arguments.answers) - len(answers)):
        try:
            events += talk.choose(answer)
        except NotOffered:
            wrong = _wrong(talk, number, answer)
            break
    if arguments.json:
        print(json.dumps(walk_as_json(talk, tuple(events), wrong), ensure_ascii=False))
    else:
        from guide.front.plain.app import Plain

        Plain(talk, sys.stdout, sys.stdin).show(tuple(events))
    if wrong:
        print(f"guide walk: {wrong}", file=sys.stderr)
    return FAILED if wrong else OK


def walk_as_json(talk: Conversation, events: Events, error: str = "") -> dict[str, Any]:
    """What was walked, with the names that other programs read."""
    headlines = [event for event in events if isinstance(event, Headline)]
    last = headlines[-1] if headlines and talk.finished else None
    contacts = [event for event in events if isinstance(event, Contact)] if last else []
    report: dict[str, Any] = {
        "flow": talk.flow,
        "locale": talk.language,
        "answers": [answer.key for answer in talk.answers],
        "finished": talk.finished,
        "ending": last.ending if last else None,
        "urgency": last.urgency if last else None,
        "facts": dict(talk.facts),
        "contacts": [contact.id for contact in contacts],
        "side_by_side": grouped_contacts(contacts),
        "events": [as_data(event) for event in events],
    }
    if error:
        report["error"] = error
    return report


def grouped_contacts(contacts: list[Contact]) -> list[list[str]]:
    """The ids of contacts, those of equal rank together, in the order shown."""
    groups: list[list[str]] = []
    for contact in contacts:
        if contact.beside and groups:
            groups[-1].append(contact.id)
        else:
            groups.append([contact.id])
    return groups


def _wrong(talk: Conversation, number: int, answer: str) -> str:
    offered = [choice.key for choice in (*talk.choices, *talk.standing_choices)]
    if not offered:
        return f'answer {number} "{answer}" comes after the end. Leave it out.'
    advice = mend(answer, offered, f"Offered: {', '.join(offered)}.")
    return f'answer {number} "{answer}" is not offered at "{talk.step}". {advice}'
