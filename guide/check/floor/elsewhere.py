"""Phrases that stand beside an answer that says otherwise: danger under "no", abuse under "mean".

Each phrase is heard without the flows' own phrases: by the signs of the file of words, and by the
learned ear where the folder has one, or the shipped one.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from guide.check.finding import Finding
from guide.check.floor.rules import ABUSE_REPORT, role_of
from guide.check.proof.reachability import Proof
from guide.flow.model import Library, Option, Question, Topic
from guide.problems import Place
from guide.understanding.ear import model_path, read_model
from guide.understanding.guesses import ENOUGH
from guide.understanding.index import build_index
from guide.understanding.lexicon import Lexicon
from guide.understanding.meanings import CONCERN, DANGER, answers, common, keys
from guide.understanding.recognizer import Recognizer, Worries
from guide.understanding.signs import Match

ELSEWHERE = "phrase-elsewhere"
# The weight of one telling word, as guide/understanding/signs.py counts; two vague ones are less.
CLEARLY = 4.0
"""What a sign in a phrase must be worth to contradict the answer that the phrase stands beside."""
NEARLY_CERTAIN = 0.65
"""How likely the learned ear must take a phrase to be about something to contradict its answer."""
CERTAIN = 0.9
"""The same, where what the answer leads to may be sexual."""
# Whoever is not sure whether it was sexual has not told of abuse.
_ABUSE = re.compile(r"=(?:sexual-(?!unsure)|grooming|blackmail|partner-pressure|recent-assault)")
_GRAVE = re.compile(rf"{_ABUSE.pattern}|=(?:self-harm|home-or-neglect)$")
"""What is never lost under another answer, by the names that the learned ear knows."""
_OWN_DEED = re.compile(r"=own-(?:sexual-)?behaviour$")
_TO_ONESELF = re.compile(r"\b(?:me|my|myself|us|our)\b")
"""Who is harmed: without any of these, a phrase beside a deed of one's own may tell of the deed."""
_SEXUAL = re.compile(r"sex|nude|picture|behaviour|abuse|made to|exploit", re.IGNORECASE)
_BESIDE = "Put it beside the answer that it means."


class _Concerns(NamedTuple):
    """The concerns of a folder, as `concern=...`, by what comes of them."""

    led: set[str]
    """Those that lead to a report first, for somebody."""
    never: set[str]
    """Those that never lead there, and are of nothing sexual."""
    known: set[str]


def misplaced(library: Library, words: Lexicon, proof: Proof, flows: str) -> Iterator[Finding]:
    """A finding for each phrase of danger or abuse beside a denial, another worry, or a topic."""
    if not words.signs:
        return
    concerns, meanings = _concerns(proof, words), _Meanings(library)
    recognizer = _without_phrases(library, words, flows)
    # Most phrases stand beside several answers, one for each person who may be asked.
    worries = cache(recognizer.worries)
    for topic in library.topics.values():
        for phrase in topic.also:
            if recognizer.is_distress(phrase):
                what = f'"{phrase}" tells of danger, and stands beside the topic "{topic.id}".'
                yield _finding(topic, what)
    for _, option in answers(library):
        meant = meanings.of(option)
        if not _may_be_contradicted(option, meant, concerns):
            continue
        for phrase in option.also:
            if tells_a_deed(phrase, meant):
                continue
            if of := _told_instead(worries(phrase), option, meant, concerns):
                what = f'"{phrase}" tells of {_in_words(library, of)}'
                yield _finding(option, f'{what}, and stands beside "{option.id}".')


def _may_be_contradicted(option: Option, meant: set[str], concerns: _Concerns) -> bool:
    """Whether there is a graver thing to say than what an answer records, or leads to."""
    if DANGER in meant:
        return False
    own = set(keys(option))
    is_open = not option.means or not meant & concerns.led
    return is_open or _denies_danger(option) or bool(own & concerns.never)


def tells_a_deed(phrase: str, meant: set[str]) -> bool:
    """Whether a phrase may tell what somebody did, beside an answer that asks for just that."""
    # The ear knows what was done, not who did it: "he touched someone" is no cry of one harmed.
    return any(map(_OWN_DEED.search, meant)) and not _TO_ONESELF.search(phrase)


def _finding(beside: Option | Topic, what: str) -> Finding:
    return Finding(ELSEWHERE, "error", beside.place, what, _BESIDE)


def _told_instead(heard: Worries, option: Option, meant: set[str], concerns: _Concerns) -> str:
    """What a phrase tells that its answer does not mean; empty where the two may agree."""
    matches = heard.matches
    danger = matches.get(DANGER)
    if _denies_danger(option) and danger and danger.full and danger.score >= ENOUGH:
        return DANGER
    of_concerns = {key: match.score for key, match in matches.items() if key.startswith(CONCERN)}
    best = max(of_concerns, key=lambda key: of_concerns[key], default="")
    own = set(keys(option))
    is_another = bool(own & concerns.never) and not own & heard.matches.keys()
    if best in concerns.led and of_concerns[best] >= CLEARLY and is_another:
        return best
    return _heard_by_ear(heard.likely, meant, concerns)


def _heard_by_ear(likely: Mapping[str, Match], meant: set[str], concerns: _Concerns) -> str:
    """What is grave and nearly certain, where nothing that the answer leads to may be meant."""
    grave = [
        (match.share, key)
        for key, match in likely.items()
        if match.learned and match.share >= NEARLY_CERTAIN and _GRAVE.search(key)
    ]
    share, of = max(grave, default=(0.0, ""))
    other = {key for key in meant if key.startswith(CONCERN)}
    if not of or meant & likely.keys():
        return ""
    if not _ABUSE.search(of):
        return of if of in concerns.known else ""
    if other & concerns.led:
        return ""
    is_clear = share >= CERTAIN or other <= concerns.never
    return of if other and is_clear else ""


class _Meanings:
    """What can be meant by the answers of a library."""

    def __init__(self, library: Library) -> None:
        self._library, self._common = library, common(library)
        self._known: dict[str, set[str]] = {}

    def of(self, option: Option) -> set[str]:
        """What an answer records; of one that only leads to closer ones, what those record."""
        meant = set(keys(option))
        if not option.means:
            for route in option.to:
                meant |= self._asked_next(route.to)
        return meant

    def _asked_next(self, name: str) -> set[str]:
        if name not in self._known:
            self._known[name] = set()  # a way that comes back here adds nothing
            step = self._library.steps.get(name)
            options = step.options if isinstance(step, Question) else ()
            closer = (self.of(each) for each in options if each.id not in self._common)
            self._known[name] = set().union(*closer)
        return self._known[name]


def _in_words(library: Library, key: str) -> str:
    fact, _, value = key.partition("=")
    if key == DANGER:
        return "danger"
    return f"somebody {dict(library.facts[fact].values).get(value, value.replace('-', ' '))}"


def _denies_danger(option: Option) -> bool:
    """Whether an answer says that there is none; being unsure does not."""
    fact, _, value = DANGER.partition("=")
    return any(
        name == fact and recorded != value and recorded.startswith("no")
        for name, recorded in option.means
    )


def _concerns(proof: Proof, words: Lexicon) -> _Concerns:
    library = proof.library
    reports = [
        name for name, contact in library.contacts.items() if role_of(contact) == ABUSE_REPORT
    ]
    ends: list[tuple[int, int, int]] = []
    for view in proof.endings:
        shown, first = view.shows_any(reports), 0
        for name in reports:
            first |= view.first(name)
        ends.append((view.entered, shown, first))
    led, never = set(), set()
    concern = library.facts.get(CONCERN[:-1])
    for value, about in concern.values if concern else ():
        holding = proof.fact_sets.holding(((CONCERN[:-1], (value,)),))
        if any(holding & first for _, _, first in ends):
            led.add(CONCERN + value)
        elif not (_SEXUAL.search(about) or any(holding & shown for _, shown, _ in ends)):
            never.add(CONCERN + value)
    elsewhere = {CONCERN + value for value in words.signs.get(CONCERN[:-1], {})}
    here = {CONCERN + value for value, _ in concern.values} if concern else set()
    abuse = {key for key in elsewhere - here if _ABUSE.search(key)}
    return _Concerns(led | abuse, never, here)


def _without_phrases(library: Library, words: Lexicon, flows: str) -> Recognizer:
    """Hears by the file of words and the ear alone: what stands beside an answer is judged."""
    steps = {
        name: step._replace(options=tuple(option._replace(also=()) for option in step.options))
        if isinstance(step, Question)
        else step
        for name, step in library.steps.items()
    }
    # No step of a folder is called so.
    steps[""] = Question("", "", (), (), tuple(_for_each_concern(words)), Place(""))
    bare = library._replace(steps=steps)
    ear = read_model(model_path(flows) or model_path())
    return Recognizer(bare, build_index(bare, words)._replace(ear=ear), of_files=True)


def _for_each_concern(words: Lexicon) -> Iterator[Option]:
    """An answer for each concern that the words know: a folder may call its own otherwise."""
    for value in words.signs.get(CONCERN[:-1], {}):
        yield Option(value, (), (), ((CONCERN[:-1], value),), (), (), Place(""))
