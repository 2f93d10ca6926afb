"""Play a sentence to an ending: what would follow if the person confirmed a guess."""

from collections.abc import Mapping
from typing import NamedTuple

from guide.flow.model import Ending, Facts, Option, Question
from guide.flow.paths import facts_after, next_step, skip_messages
from guide.understanding.guesses import Guess, Guesser
from guide.understanding.recognizer import Recognized
from guide.understanding.waiting import Waiting

UNSURE = "not-sure"
# Four times as many as a shipped conversation has: flows of others may lead round.
MAX_QUESTIONS = 30


class Played(NamedTuple):
    """Where a guess led: the answers on the way, the ending and the contacts shown there."""

    answers: tuple[str, ...]
    ending: Ending
    contacts: tuple[tuple[str, ...], ...]
    """The ids of the contacts in order, those side by side together."""


class Player:
    """Plays guesses through a library without a person."""

    def __init__(self, guesser: Guesser) -> None:
        self._guesser = guesser
        self._library = guesser.library

    def asked_first(self, known: Mapping[str, str]) -> tuple[str, Facts]:
        """The first question that what is known does not answer, and the facts at it."""
        step, facts, _ = self._follow(known)
        return step.id, facts

    def play(self, heard: Recognized, known: Mapping[str, str], guess: Guess | None) -> Played:
        """Answer as `known` says, then as the guess does, then as the words fit best."""
        step, facts, answers = self._follow(known)
        if guess is not None and guess.kind == "danger":
            option = self._library.always[0]
            facts = facts_after(option, facts)
            step = skip_messages(self._library, next_step(option.to, facts), facts)
            answers.append(option.id)
        waiting = Waiting(self._library, self._guesser.reach)
        if guess is not None and guess.kind == "answer":
            waiting.add(guess.step, guess.option)
        while isinstance(step, Question) and len(answers) < MAX_QUESTIONS:
            option = self._best(heard, step, facts, waiting)
            answers.append(option.id)
            facts = facts_after(option, facts)
            step = skip_messages(self._library, next_step(option.to, facts), facts)
        assert isinstance(step, Ending)
        groups: dict[int, list[str]] = {}
        for shown in step.shown(facts):
            groups.setdefault(shown.group, []).append(shown.contact)
        return Played(tuple(answers), step, tuple(map(tuple, groups.values())))

    def _follow(self, known: Mapping[str, str]) -> tuple[Question | Ending, Facts, list[str]]:
        """Answer with the facts known for as long as an answer records one of them."""
        facts: Facts = {}
        answers: list[str] = []
        step = skip_messages(self._library, self._library.first_step(), facts)
        while isinstance(step, Question):
            fitting = [o for o in step.options if o.means and _agrees(o, known)]
            if not fitting:
                break
            answers.append(fitting[0].id)
            facts = facts_after(fitting[0], facts)
            step = skip_messages(self._library, next_step(fitting[0].to, facts), facts)
        return step, facts, answers

    def _best(self, heard: Recognized, step: Question, facts: Facts, waiting: Waiting) -> Option:
        chosen = waiting.answer(step) or self._by_words(heard, step, facts) or UNSURE
        return step.option(chosen) or step.options[-1]

    def _by_words(self, heard: Recognized, step: Question, facts: Facts) -> str:
        """The answer to this question that the words fit, or the only way to one they fit."""
        guesses = self._guesser.guess(heard, step.id, facts)
        here = [guess for guess in guesses.facts if guess.step == step.id]
        for guess in (*here, *guesses.matters):
            if guess.kind != "answer":
                continue
            if guess.step == step.id:
                return guess.option
            if way := self._guesser.reach.only_way(step, guess.step):
                return way
        return ""


def _agrees(option: Option, known: Mapping[str, str]) -> bool:
    """Whether an answer records only what is known, by its first fact."""
    fact, value = option.means[0]
    return known.get(fact) == value
