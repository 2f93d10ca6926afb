"""What a line of danger is about, where it tells no worry by itself: "ive taken 30 paracetamol".

Danger is asked about first. Who says no to that told something all the same, and it is said back
next: an overdose, being beaten. Only what the words of danger themselves say is read here; of "hes
coming" nobody knows what it is about, so that is asked.
"""

import re

from guide.flow.model import Library
from guide.understanding.forms.hurt_at_home import HURTS_ME
from guide.understanding.matters import concern
from guide.understanding.meanings import CONCERN
from guide.understanding.reading import LineReading, as_asked
from guide.understanding.recognizer import Recognized
from guide.understanding.signs import Match
from guide.understanding.typed import split_words
from guide.understanding.whom.people import AT_HOME, MY_YOUNG
from guide.understanding.whom.person import NOBODY

_SCORE = 8.0
"""What it counts as a guess: as much as who somebody says to be."""
_IDLE = 0.5
"""From here on a line may be of a game or a film, and a single word of danger tells nothing."""
_FOREIGN = 0.3
"""Of which so much is not known, a line of danger in another language is read by that alone."""

_TOOK = r"(taken|took|tuk|swallow(ed)?|popped|necked|downed)"
_PILLS = (
    r"(paracetamols?|ibuprofens?|aspirins?|tablets?|pills?|painkillers?|antidepressants|meds|"
    r"medication|sleeping \w+)"
)
_BLADE = r"(knife|blade|shank|machete|weapon)"
_AT_HOME = (
    rf"({'|'.join(sorted(AT_HOME))}|mother|father|step ?(mum|dad)|parents?|nan|gran|grandad|uncle|"
    r"auntie?|brother|carer|foster (mum|dad))"
)
_PRIVATE = (
    r"(bum|bottom|botty|willy|winkie|winky|privates?|private parts?|fanny|foof|minnie|vagina|"
    r"penis|bits|down below|down there)"
)
_FORMS = {
    "self-harm": re.compile(
        rf"\b{_TOOK}( \w+){{0,6}} {_PILLS}\b|\boverdos\w*|\b(od|odd|oded) on\b|"
        rf"\b{_PILLS} lined up\b|\bkill myself\b|"
        r"\b(care|notice|mind|cry)( \w+)? if i (was|were|am|died|disappeared|wasnt)\b|"
        r"\bwant to jump\b"
    ),
    "own-behaviour": re.compile(
        rf"\b(i|ive|im) (\w+ ){{0,3}}{_BLADE} (on me|with me|for protection|for safety|to school|"
        r"to (protect|defend) myself|to feel safe|in my (bag|pocket|coat))\b"
    ),
    "sexual-unsure": re.compile(
        rf"\bmy {_PRIVATE} (\w+ )?(hurts?|sore|bleeds?|bleeding|stings?|burns?)\b|"
        rf"\b(hurts?|sore|bleeding|stings?)( in| on| round| around)? my {_PRIVATE}\b"
    ),
    "stalking": re.compile(
        r"\b(following|chasing|looking for|waiting for|found) (me|us)\b|"
        r"\b(man|men|guy|bloke|lad|lads|woman|lady|stranger|car|van) (told me to|said) get in\b|"
        r"\b(outside|at) (my|our|the) (house|flat|door|window|room|home)\b"
    ),
    "trafficking": re.compile(
        r"\b(lock(ed|s)? (me|us|her|him|the door)|locked in (a|his|her|their|this)|"
        r"kidnap(s|ped|ping)? (me|us|my|her|him)|against (my|her|his|their) will|"
        r"wont let (me|us|her|him) (out|leave|go)|"
        r"cant (leave|get out|escape)|stuck (in|at|with) (this|his|her|their|a|him|them))\b"
    ),
    "home-or-neglect": re.compile(
        rf"\b{_AT_HOME}\b( \w+){{0,3}} (is|are|s|has|went|gone) (still )?(out|away|gone|not here|"
        r"at the pub|not back)\b|\b(left|all) alone\b"
    ),
}
"""What a line says in so many words."""
_BEATEN_BY = re.compile(rf"\b{_AT_HOME}\b")
_CONCEPTS = {
    "self-harm": frozenset({"ending-life", "self-harm"}),
    "sexual-in-person": frozenset({"rape", "rape-now"}),
    "threats": frozenset({"weapon", "death-threat"}),
    "missing-child": frozenset({"missing"}),
}
"""What concepts of danger speak of, where no more is said."""


def plainly_told(text: str) -> str:
    """The concern that a line of danger tells in so many words; empty if none."""
    words = split_words(text)
    line = " ".join(filter(None, words))
    if HURTS_ME.search(line) and _BEATEN_BY.search(line):
        return "home-or-neglect"
    small = not MY_YOUNG.isdisjoint(words)  # a baby that swallowed something means no harm
    concerns = (name for name, form in _FORMS.items() if form.search(line))
    return next((name for name in concerns if not (small and name == "self-harm")), "")


def hinted_at(heard: Recognized) -> tuple[str, ...]:
    """The concerns that the words of danger speak of, in whatever language."""
    if heard.danger_in:
        return heard.danger_tells
    if heard.nothing >= _IDLE:
        return ()
    return tuple(name for name, named in _CONCEPTS.items() if named & heard.concepts)


def by_danger_alone(heard: Recognized, language: str) -> Recognized:
    """What was heard, less all but the danger in a line of a language that is not spoken here.

    What else seems to be in it is chance: "pega" is no word for drinking, and "mi" is nobody.
    """
    spoken = language.partition("_")[0] in heard.danger_in
    if not heard.danger_in or spoken or heard.unknown_share < _FOREIGN:
        return heard
    return heard._replace(
        likely={}, concepts=frozenset(), whole=(), who=NOBODY, my_age="", their_age=""
    )


def only_told(heard: Recognized, library: Library, reading: LineReading, text: str) -> Recognized:
    """What was heard, with nothing the matter but what the danger tells.

    As it was where no danger is asked about, or where a worry was told beside it.
    """
    asked = as_asked(reading)
    if not asked.danger or heard.whole:
        return heard
    worries = [guess for guess in asked.matters if not guess.kept and concern(library, guess)]
    by_form = "" if heard.danger_in else plainly_told(text)
    if worries and (worries[0].match.full or not by_form):
        return heard
    names = (by_form,) if by_form else hinted_at(heard)
    matches = (Match(f"{CONCERN}{name}", _SCORE, "", 1.0, (), ()) for name in names)
    return heard._replace(likely={match.of: match for match in matches}) if names else heard
