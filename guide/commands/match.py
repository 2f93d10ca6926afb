"""`guide match`: which offered answers typed words mean, best first, and why."""

import argparse
import json
from collections.abc import Mapping
from typing import Any

from guide.flow.advice import mend
from guide.flow.library import load_library
from guide.flow.model import Facts, Library, Question, pick
from guide.flow.paths import skip_messages
from guide.i18n.words import SOURCE_LANGUAGE, Words
from guide.options import OK
from guide.settings import UsageError, flows_folder
from guide.understanding import table
from guide.understanding.guesses import Guess, Guesser
from guide.understanding.recognizer import Recognizer
from guide.understanding.signs import MORE, SignPart

HELP_TEXTS = {"danger": "danger, said anywhere", "topic": "a topic"}


def run(arguments: argparse.Namespace) -> int:
    """Print what the words may mean at a question."""
    folder = flows_folder(arguments.flows)
    library = load_library(folder)
    facts = _facts(library, {"who": arguments.who, "age": arguments.age})
    step = _step(library, arguments.at)
    index = table.load_table(library, folder, "", SOURCE_LANGUAGE).index
    recognizer = Recognizer(library, index, tells=True)
    guesser = Guesser(recognizer)
    heard = recognizer.recognize(arguments.text)
    by_kind = guesser.guess(heard, step.id, facts)
    guesses = [*by_kind.danger, *by_kind.matters, *by_kind.facts]
    report = {
        "at": step.id,
        "distress": heard.distress,
        "matches": [_as_data(library, guesser, step, facts, guess) for guess in guesses],
    }
    if arguments.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        _print(report, [spotted.unit for spotted in recognizer.spotted(arguments.text)])
    return OK


def _step(library: Library, name: str) -> Question:
    """The question asked for, by default the first one."""
    questions = [key for key, step in library.steps.items() if isinstance(step, Question)]
    if name and name not in questions:
        raise UsageError(
            f'there is no question "{name}". {mend(name, questions, "See `guide paths`.")}'
        )
    step = library.steps[name] if name else skip_messages(library, library.first_step(), {})
    if not isinstance(step, Question):
        raise UsageError("these flows ask no first question. Name one with --at.")
    return step


def _facts(library: Library, wanted: Mapping[str, str]) -> Facts:
    """The facts given on the command line, as the flows spell them."""
    facts = {}
    for name, text in wanted.items():
        if not text or name not in library.facts:
            continue
        value = text.replace("_", "-")
        values = [known for known, _ in library.facts[name].values]
        if value not in values:
            advice = mend(value, values, f"Use one of: {', '.join(values)}.")
            raise UsageError(f'"{text}" is no value of "{name}". {advice}')
        facts[name] = value
    return facts


def _as_data(
    library: Library, guesser: Guesser, step: Question, facts: Facts, guess: Guess
) -> dict[str, Any]:
    """A guess as plain data. The words that were typed are not in it."""
    words = Words(library.contacts)
    if guess.kind == "topic":
        wording, here = library.topics[guess.option].ask, ""
    elif guess.kind == "danger":
        wording, here = library.always[0].say, guess.option
    else:
        question = library.steps[guess.step]
        assert isinstance(question, Question)
        option = question.option(guess.option)
        assert option is not None
        here = guess.option if guess.step == step.id else guesser.reach.way(step, guess.step)
        wording = option.say
    text = pick(wording, facts) or wording[-1].text
    return {
        "kind": guess.kind,
        "option": here,
        "means": {"step": guess.step, "option": guess.option},
        "words": words.say(text, facts),
        "score": round(guess.score, 2),
        "factor": round(guess.score / guess.match.score, 2) if guess.match.score else 1.0,
        "kept": guess.kept,
        "phrase": guess.match.phrase,
        "learned": guess.match.learned,
        "share": round(guess.match.share, 2),
        "parts": _parts(guess.match.parts),
        "more": _parts(guess.match.more),
    }


def _parts(parts: tuple[SignPart, ...]) -> list[dict[str, Any]]:
    return [{"unit": part.unit, "worth": round(part.worth, 2)} for part in parts]


def _print(report: dict[str, Any], units: list[str]) -> None:
    print(f"heard: {', '.join(units) or 'nothing it knows'}")
    if report["distress"]:
        print("distress: the help card is shown first")
    for number, match in enumerate(report["matches"], start=1):
        where = HELP_TEXTS.get(
            match["kind"], f"{match['means']['step']}.{match['means']['option']}"
        )
        by = f", here by {match['option']}" if match["option"] not in ("", None) else ""
        print(f'{number}. {match["score"]:.2f}  "{match["words"]}" ({where}{by})')
        parts = ", ".join(f"{part['unit']} {part['worth']:.2f}" for part in match["parts"])
        if match["learned"]:
            print(f"   by the learned ear, {match['share']:.0%} likely: {parts or 'in sum'}")
        elif match["phrase"]:
            print(f'   by "{match["phrase"]}", {match["share"]:.0%} of it: {parts or "in figures"}')
        else:
            print("   the whole line is a phrase that stands beside this answer")
        if match["kept"]:
            print("   though others fit better: this is never left out")
        elif match["factor"] != 1:
            here = match["factor"] > 1
            why = "it answers the question waiting" if here else "a closer question follows it"
            print(f"   times {match['factor']}: {why}")
        if match["more"]:
            more = ", ".join(f"{part['unit']} {part['worth']:.2f}" for part in match["more"])
            print(f"   and, at {MORE:.0%}, by other signs of it: {more}")
    if not report["matches"]:
        print("nothing here matches: the choices are shown again")
