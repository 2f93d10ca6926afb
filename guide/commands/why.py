"""`guide why`: why these answers end where they do, with ids and sources, for an author."""

import argparse
import json
import shlex
from typing import Any

from guide.check.rules.read import Rule, read_rules
from guide.conversation import why
from guide.conversation.starts import starting_at
from guide.diagram.answers import plain_english
from guide.flow.model import Ending, Facts, Library, Question, When, holds, pick
from guide.options import OK
from guide.project import Project
from guide.session import FlowEngine, NotOffered, Session
from guide.settings import UsageError, flows_folder


def run(arguments: argparse.Namespace) -> int:
    """Tell why; wrong use where an answer is not offered, or no ending is reached."""
    project = Project(flows_folder(arguments.flows))
    library = project.library
    beginning = _beginning(library, arguments.start)
    engine = FlowEngine(library)
    session = Session(engine, *beginning)
    try:
        for answer in arguments.answers:
            session.choose(answer)
    except NotOffered as error:
        raise UsageError(f'"{error}" is not offered at "{session.step}".') from None
    if not isinstance(session.at, Ending):
        raise UsageError(f'these answers end at no ending yet, but at "{session.step}".')
    reason = why.reason(library, session, Session(engine, *beginning))
    rules = _rules_for(read_rules(project.reading.rules, library).rules, session, session.at)
    data = _as_data(reason, session, library, rules)
    if arguments.json:
        print(json.dumps(data, ensure_ascii=False))
    else:
        print("\n".join(_lines(data, arguments.flows)))
    return OK


def _beginning(library: Library, start: str) -> tuple[str, Facts | None]:
    if not start:
        return "", None
    beginning = starting_at(library, start)
    if beginning is None:
        raise UsageError(f'there is no start "{start}".')
    return beginning


def _rules_for(rules: tuple[Rule, ...], session: Session, ending: Ending) -> list[Rule]:
    """The rules that speak of this conversation."""
    shown = [each.contact for each in ending.shown(session.facts)]
    earlier = {answer.option for answer in session.answers}
    earlier |= {f"{answer.step}.{answer.option}" for answer in session.answers}
    return [
        rule
        for rule in rules
        if holds(rule.when, session.facts)
        and not any(holds((part,), session.facts) for part in rule.unless)
        and (not rule.where_shown or set(rule.where_shown).intersection(shown))
        and (not rule.answered or earlier.intersection(rule.answered))
        and (rule.when or rule.where_shown or rule.answered)
    ]


def _as_data(
    reason: why.Reason, session: Session, library: Library, rules: list[Rule]
) -> dict[str, Any]:
    ending = session.at
    assert isinstance(ending, Ending)
    route = reason.route
    return {
        "ending": ending.id,
        "title": plain_english(pick(ending.title, session.facts), library),
        "answers": [_answer(each, library) for each in reason.answers],
        "decided": {
            "answer": reason.decided if reason.decided >= 0 else None,
            "when": _when(route.when) if route else {},
            "file": route.place.file if route else None,
            "line": route.place.line if route else None,
        },
        "rules": [
            {"id": rule.id, "rule": rule.sentence, "sources": list(rule.because)} for rule in rules
        ],
        "sources": list(ending.sources),
        "others": [_other(each, reason, library) for each in reason.others],
    }


def _answer(earlier: why.AnswerGiven, library: Library) -> dict[str, str]:
    question = library.steps[earlier.answer.step]
    assert isinstance(question, Question)
    return {
        "step": question.id,
        "option": earlier.answer.option,
        "question": plain_english(pick(question.ask, earlier.facts), library),
        "answer": _label(question, earlier.answer.option, earlier.facts, library),
    }


def _other(other: why.OtherAnswer, reason: why.Reason, library: Library) -> dict[str, Any]:
    earlier = reason.answers[other.number]
    question = library.steps[earlier.answer.step]
    assert isinstance(question, Question)
    return {
        "step": question.id,
        "option": other.option,
        "answer": _label(question, other.option, earlier.facts, library),
        "ending": other.ending.id,
        "title": plain_english(pick(other.ending.title, other.facts), library),
    }


def _label(question: Question, name: str, facts: Facts, library: Library) -> str:
    option = next(each for each in library.options(question) if each.id == name)
    return plain_english(pick(option.say, facts), library)


def _when(when: When) -> dict[str, list[str]]:
    return {fact: list(values) for fact, values in when}


def _lines(data: dict[str, Any], flows: str) -> list[str]:
    decided = data["decided"]
    lines = [f"{data['ending']}: {data['title']}", "", "Answers that led here:"]
    lines += [f"  {_named(each)}: {each['question']} {each['answer']}" for each in data["answers"]]
    if decided["answer"] is not None:
        lines += ["", "What decided it:", f"  {_named(data['answers'][decided['answer']])}"]
        when = ", ".join(f"{fact}: {' / '.join(held)}" for fact, held in decided["when"].items())
        route = f"when {when}" if when else "without a condition"
        lines.append(f"  {decided['file']}:{decided['line']}: the way to {data['ending']}, {route}")
    lines += ["", f"Rules that speak of it ({len(data['rules'])}):"]
    lines += [
        f"  {rule['id']}: {rule['rule']} [{', '.join(rule['sources'])}]" for rule in data["rules"]
    ]
    lines += ["", f"The ending rests on: {', '.join(data['sources'])}", ""]
    lines += [f"One other answer that leads elsewhere ({len(data['others'])}):"]
    lines += [
        f'  {_named(each)} ("{each["answer"]}") -> {each["ending"]}: {each["title"]}'
        for each in data["others"]
    ]
    folder = ["--flows", flows] if flows else []
    walk = ["guide", "walk", *folder, *(each["option"] for each in data["answers"])]
    return [*lines, "", f"    {shlex.join(walk)}"]


def _named(each: dict[str, str]) -> str:
    return f"{each['step']}.{each['option']}"
