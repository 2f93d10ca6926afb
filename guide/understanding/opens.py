"""Whether each phrase that stands beside a topic or an answer opens it, in every language."""

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from guide.flow.model import Facts, Question
from guide.i18n.words import SOURCE_LANGUAGE
from guide.problems import Place, Problem
from guide.project import Project
from guide.understanding import phrases
from guide.understanding.guesses import Guesser
from guide.understanding.meanings import TOPIC, answer_called, answers


class Listed(NamedTuple):
    """A phrase, and the answer (step.option) or topic (topic=ID) it stands beside."""

    phrase: str
    address: str
    place: Place


def closed_phrases(project: Project, language: str = SOURCE_LANGUAGE) -> Iterator[Problem]:
    """A problem for each phrase of a language that opens something else, or nothing.

    One beside an answer is typed where that is asked, one beside a topic at the first question.
    """
    guesser = project.guesser(language)

    @cache  # "dunno" stands beside fifty answers
    def opened(phrase: str) -> Mapping[str, list[str]]:
        return _by_kind(guesser.recognizer.whole(phrase))

    for phrase, address, place in _listed(project, language):
        others = _others(opened(phrase), address)
        if others is None or (address.startswith(TOPIC) and not _opens(guesser, phrase, address)):
            what = f'"{phrase}" does not open {_named(address)}.'
            advice = "Write it another way, or take it out: it speaks of something else first."
            yield Problem(place, what, advice)
        elif others:
            what = f'"{phrase}" stands beside {_named(address)} and beside {_named(others[0])}.'
            yield Problem(place, what, "Keep one of the two: only one of them can be opened.")


def _by_kind(addresses: Iterable[str]) -> Mapping[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for address in addresses:
        kinds.setdefault(_kind(address), []).append(address)
    return kinds


def _kind(address: str) -> str:
    """What only one of can be opened: the question of an answer, or a topic."""
    return TOPIC if address.startswith(TOPIC) else address.partition(".")[0]


def _others(opened: Mapping[str, list[str]], address: str) -> list[str] | None:
    """What else of its kind has this phrase; None where it is not heard as its own."""
    of_kind = opened.get(_kind(address), [])
    if address not in of_kind:
        return None
    return [other for other in of_kind if other != address]


def _opens(guesser: Guesser, phrase: str, address: str) -> bool:
    """Whether a topic is the first thing that its phrase is taken for."""
    library = guesser.library
    topic = library.topics[address.removeprefix(TOPIC)]
    facts: Facts = {fact: values[0] for fact, values in topic.when}
    first = next(key for key, step in library.steps.items() if isinstance(step, Question))
    guesses = guesser.guess(guesser.recognizer.recognize(phrase), first, facts)
    taken = (*guesses.danger, *guesses.matters, *guesses.facts)
    return bool(taken) and taken[0].kind == "topic" and taken[0].option == topic.id


def _named(address: str) -> str:
    topic = address.removeprefix(TOPIC)
    return f'topic "{topic}"' if topic != address else f'answer "{address}"'


def _listed(project: Project, language: str) -> Iterator[Listed]:
    """Every phrase of a language, once an address."""
    written = _in_flows(project) if language == SOURCE_LANGUAGE else _in_locale(project, language)
    yield from dict.fromkeys(written)


def _in_flows(project: Project) -> Iterator[Listed]:
    library = project.library
    for topic in library.topics.values():
        yield from (Listed(phrase, f"{TOPIC}{topic.id}", topic.place) for phrase in topic.also)
    for question, option in answers(library):
        address = f"{question.id}.{option.id}"
        yield from (Listed(phrase, address, option.place) for phrase in option.also)


def _in_locale(project: Project, language: str) -> Iterator[Listed]:
    library = project.library
    top = phrases.top(os.path.join(project.locales, language, phrases.PHRASES_FILE))
    node = top.get("phrases")
    lines = getattr(node, "lines", {})
    for key, listed in phrases.load_phrases(project.locales, language).items():
        if key not in library.topics and answer_called(library, key) is None:
            continue
        address = f"{TOPIC}{key}" if key in library.topics else key
        place = Place(f"{language}/{phrases.PHRASES_FILE}", lines.get(key, 0))
        yield from (Listed(phrase, address, place) for phrase in listed)
