"""What translators promise of their phrases: sentences that must, and must never, be taken so."""

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from guide.flow.model import Library, Question
from guide.hearing import phrases
from guide.hearing.ear import Ear
from guide.hearing.guesses import BEST, Guesser
from guide.hearing.meanings import DANGER, answer_called, keys
from guide.problems import Place, Problem
from guide.project import Project

MUST, NEVER = "must-match", "must-never-match"


class Promise(NamedTuple):
    """A sentence, and what it must or must never be taken for."""

    must: bool
    line: int
    say: str
    means: str


def read(locales: str, language: str) -> list[Promise]:
    """The promises of a language's file of phrases; what has another shape is passed over."""
    top = phrases.top(os.path.join(locales, language, phrases.FILE))
    return [promise for key in (MUST, NEVER) for promise in _listed(top.get(key), key == MUST)]


def _listed(node: Any, must: bool) -> Iterator[Promise]:
    listed = getattr(node, "values", None)
    for number, one in enumerate(listed if isinstance(listed, list | tuple) else ()):
        said = getattr(one, "values", None)
        if isinstance(said, dict) and {"say", "means"} <= set(said):
            line = node.lines[number] if hasattr(node, "lines") else 0
            yield Promise(must, line, str(said["say"]), str(said["means"]))


def broken(project: Project, language: str) -> list[Problem]:
    """A problem for every promise of a language that is not kept."""
    library = project.library
    guesser = Guesser(Ear(library, project.typed_words(language).index))
    place = f"{language}/{phrases.FILE}"
    found = []
    for promise in read(project.locales, language):
        taken = taken_for(library, guesser, promise)
        if taken != promise.must:
            not_so = "is not taken for" if promise.must else "is taken for"
            advice = (
                "Add a phrase that is nearer to it."
                if promise.must
                else "Make its phrases say more."
            )
            what = f'"{promise.say}" {not_so} {promise.means}.'
            found.append(Problem(Place(place, promise.line), what, advice))
    return found


def taken_for(library: Library, guesser: Guesser, promise: Promise) -> bool:
    """Whether a sentence is taken for something, typed at the question where that is answered.

    What must be is one of the best guesses; what must never be is not the very best, as all of
    them are asked back.
    """
    heard = guesser.ear.listen(promise.say)
    step = promise.means.partition(".")[0]
    if not isinstance(library.steps.get(step), Question):
        step = next(key for key, at in library.steps.items() if isinstance(at, Question))
    topic = library.topics.get(promise.means)
    facts = {fact: values[0] for fact, values in topic.when} if topic else {}
    found = guesser.guess(heard, step, facts)
    option = answer_called(library, promise.means)
    wanted = {promise.means, f"topic={promise.means}"}
    if option is not None:
        wanted |= {*keys(option), f"option={option.id}"}
    if promise.means == "danger":
        wanted.add(DANGER)
    said = [guess for guess in (*found.matters, *found.facts) if not guess.kept]
    first = [*found.danger, *said][: BEST if promise.must else 1]
    return any(not wanted.isdisjoint({guess.group, guess.address}) for guess in first)
