"""The likeliest first words that are no worry yet: a warm line, and the three nearest doors.

"hello", "it happened again", "delete this": each is met with a sentence of its own, and with what
may be wanted next. Words that nothing is known of get doors too; never only that.
"""

import re
from collections.abc import Iterable, Iterator

from guide.conversation import phrases
from guide.conversation.beginnings import BEGINNINGS
from guide.conversation.first_forms import PERSON, TOLD_FORMS, WHO_DOES_IT
from guide.conversation.first_words import (
    FIRST_WORDS,
    HOW_TO_TELL,
    IN_DANGER,
    NOT_SURE,
    REAL,
    TALK,
    WHO_IS_SAFE,
    Door,
)
from guide.conversation.mixed_feelings import FELT_FORMS, bare_lines
from guide.flow.model import Facts, Library, Question
from guide.understanding import replies
from guide.understanding.guesses import NO_MATCH, Guess, Guesser
from guide.understanding.matters import concern
from guide.understanding.reach import may_hold
from guide.understanding.typed import split_words

_MOST_DOORS = 3
"""So many are offered: as many as stand on a small screen beside the help lines."""
_ALWAYS = (TALK, REAL, "is-it-private", NOT_SURE)
"""Doors that take the place of those that are not open here."""
UNDECIDED = next(door for door in FIRST_WORDS if door.warm is phrases.HEAR_HAPPENED)
"""For who does not know, or would rather not say."""
_NOTHING_SAID = next(door for door in FIRST_WORDS if door.tells_nothing)
_FORMS = (*FELT_FORMS, *TOLD_FORMS, *BEGINNINGS)
_MOST_WORDS = 24
"""A line of more words tells a story, and has no such form."""
_DRAWN_OUT = re.compile(r"(.)\1+")
_LISTED = {
    _DRAWN_OUT.sub(r"\1", words): door for door in reversed(FIRST_WORDS) for words in door.words
}
"""Each line of a kind, drawn out or not, and its door; the first kind that lists it has it."""
_BEFORE = frozenset(
    {"hi", "hiya", "hey", "hello", "ok", "um", "so", "please", "pls", "but", "and", "well"}
)
_AFTER = frozenset(
    {
        *("last", "night", "today", "yesterday", "now", "tonight", "please", "pls", "lol", "x"),
        *("xx", "this", "morning", "tbh", "rn", "bro", "sorry", "tho", "though"),
    }
)
"""What stands around such words and changes nothing."""
TOLD_OF_ANOTHER = Door(
    phrases.HEAR_HAPPENED, (TALK, IN_DANGER, WHO_IS_SAFE, NOT_SURE), with_help=True
)
"""For what somebody tells of another person and themselves, where nothing of it is understood."""
_ANOTHER = re.compile(
    rf"\b(he|hes|she|shes|they|theyre|theyve|some ?one|some ?body|sum1|{PERSON}|man|men|woman|"
    r"lady|guy|boy|boys|girl|girls|lad|lads|people|kids?|adult)\b"
)
_ME = re.compile(r"\b(me|my|us|our|i|im|ive|myself)\b")
# What raises a worry where nothing is one in four or less is told first; half is idle as often.
_IDLE = 0.5
"""So likely has nothing to be the matter that a line is plain chat."""
NOT_UNDERSTOOD = Door(phrases.HEAR_LOST, (TALK, NOT_SURE, REAL, HOW_TO_TELL), tells_nothing=True)
"""For words that nothing is known of."""


def known(text: str, *, whole: bool = False) -> Door | None:
    """What a whole line asks for, where it is one of the likeliest first words.

    `whole` says that it is an author's own phrase: then "I would rather not say" is an answer.
    """
    words = [word for word in split_words(text) if word]
    if not words:
        return None if any(map(str.isalnum, text)) else _NOTHING_SAID
    lines = list(_cores(words))
    for line in map(_squeezed, lines):
        if line in _LISTED:
            return _LISTED[line]
    if whole:
        return None
    if not any(map(str.isalnum, text)):  # an emoji, by its name
        return UNDECIDED
    if replies.reply(text).key == replies.RATHER_NOT_SAY:
        return UNDECIDED
    if len(words) > _MOST_WORDS:
        return None
    forms = [form for line in lines for form in (line, *bare_lines(line))]
    return next((door for door in _FORMS if _has_form(door, forms)), None)


def _has_form(door: Door, lines: Iterable[str]) -> bool:
    return bool(door.form and any(map(door.form.fullmatch, lines)))


def _squeezed(line: str) -> str:
    """The line with each letter once where it is drawn out: "heyyy", "hiii"."""
    return _DRAWN_OUT.sub(r"\1", line)


def told_of_another(text: str, nothing: float) -> Door | None:
    """The door for a line that tells of another person and oneself, and is no plain chat.

    `nothing` is how likely it is about no worry. Who tells such a thing without the word for it
    must not be met as somebody who said nothing.
    """
    line = " ".join(word for word in split_words(text) if word)
    tells = nothing < _IDLE and _ANOTHER.search(line) and _ME.search(line)
    return TOLD_OF_ANOTHER if tells else None


def says_who_does_it(text: str) -> bool:
    """Whether a line names who does something and no more: "its my stepdad"."""
    return bool(WHO_DOES_IT.fullmatch(" ".join(filter(None, split_words(text)))))


def _cores(words: list[str]) -> Iterator[str]:
    """The line as it stands, and without a greeting before it or a "last night" after it."""
    yield " ".join(words)
    start = 1 if words and words[0] in _BEFORE and len(words) > 1 else 0
    end = len(words)
    while end > start + 1 and words[end - 1] in _AFTER:
        end -= 1
    yield " ".join(words[start:end])


def behind(door: Door, guesser: Guesser, step: str, facts: Facts) -> tuple[Guess, ...]:
    """The doors that are open here, nearest first."""
    leads = dict.fromkeys((*door.leads, *_ALWAYS, *guesser.library.topics))
    fitting = (_guess(lead, guesser, step, facts) for lead in leads)
    return tuple(guess for guess in fitting if guess is not None)[:_MOST_DOORS]


def _guess(lead: str, guesser: Guesser, step: str, facts: Facts) -> Guess | None:
    library: Library = guesser.library
    if lead in library.topics:
        open_here = may_hold(library.topics[lead].when, facts)
        return Guess("topic", "", lead, f"topic={lead}", 0.0, NO_MATCH) if open_here else None
    if not isinstance(library.steps[step], Question):
        return None
    if lead == IN_DANGER:
        return next(iter(guesser.standing_danger()), None)
    for name in guesser.reach.questions(step):
        question = library.steps[name]
        assert isinstance(question, Question)
        for option in question.options:
            guess = Guess("answer", name, option.id, lead, 0.0, NO_MATCH)
            if lead in (guess.address, f"concern={concern(library, guess)}"):
                return guess
    return None
