"""What translators promise of their phrases: sentences that must, and must never, be taken so."""

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from guide.flow.model import Library, Question
from guide.problems import Place, Problem
from guide.project import Project
from guide.understanding import phrases
from guide.understanding.guesses import BEST, Guesser
from guide.understanding.meanings import DANGER, answer_called, keys

MUST, _NEVER = "must-match", "must-never-match"


class Promise(NamedTuple):
    """A sentence, and what it must or must never be taken for."""

    must: bool
    line: int
    say: str
    means: str


def read_promises(locales: str, language: str) -> list[Promise]:
    """The promises of a language's file of phrases; what has another shape is passed over."""
    top = phrases.top(os.path.join(locales, language, phrases.PHRASES_FILE))
    return [promise for key in (MUST, _NEVER) for promise in _listed(top.get(key), key == MUST)]


def _listed(node: Any, must: bool) -> Iterator[Promise]:
    listed = getattr(node, "values", None)
    for number, entry in enumerate(listed if isinstance(listed, list | tuple) else ()):
        fields = getattr(entry, "values", None)
        if isinstance(fields, dict) and {"say", "means"} <= set(fields):
            line = node.lines[number] if hasattr(node, "lines") else 0
            yield Promise(must, line, str(fields["say"]), str(fields["means"]))


def broken_promises(project: Project, language: str) -> list[Problem]:
    """A problem for every promise of a language that is not kept."""
    library = project.library
    guesser = project.guesser(language)
    place = f"{language}/{phrases.PHRASES_FILE}"
    problems = []
    for promise in read_promises(project.locales, language):
        taken = taken_for(library, guesser, promise)
        if taken != promise.must:
            not_so = "is not taken for" if promise.must else "is taken for"
            advice = (
                "Add a phrase that is nearer to it."
                if promise.must
                else "Make its phrases say more."
            )
            what = f'"{promise.say}" {not_so} {promise.means}.'
            problems.append(Problem(Place(place, promise.line), what, advice))
    return problems


def taken_for(library: Library, guesser: Guesser, promise: Promise) -> bool:
    """Whether a sentence is taken for something, typed at the question where that is answered.

    What must be is one of the best guesses, or a closer answer to a question that it leads to; what
    must never be is not the very best, as all of them are asked back.
    """
    heard = guesser.recognizer.recognize(promise.say)
    step = promise.means.partition(".")[0]
    if not isinstance(library.steps.get(step), Question):
        step = next(key for key, at in library.steps.items() if isinstance(at, Question))
    topic = library.topics.get(promise.means)
    facts = {fact: values[0] for fact, values in topic.when} if topic else {}
    guesses = guesser.guess(heard, step, facts)
    option = answer_called(library, promise.means)
    wanted = {promise.means, f"topic={promise.means}"}
    if option is not None:
        wanted |= {*keys(option), f"option={option.id}"}
    if promise.means == "danger":
        wanted.add(DANGER)
    ranked = [guess for guess in (*guesses.matters, *guesses.facts) if not guess.kept]
    first = [*guesses.danger, *ranked][: BEST if promise.must else 1]
    leads_on = promise.must and option is not None and not option.means
    closer = guesser.reach.after(option) if option and leads_on else frozenset()
    if any(guess.kind == "answer" and guess.step in closer for guess in first):
        return True
    return any(not wanted.isdisjoint({guess.group, guess.address}) for guess in first)
