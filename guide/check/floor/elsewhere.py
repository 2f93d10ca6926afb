"""Phrases that stand beside an answer that says otherwise: danger under "no", abuse under "mean".

Each phrase is heard without the flows' own phrases: by the signs of the file of words, and by the
learned ear where the folder has one, or the shipped one.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guide.check.finding import Finding
from guide.check.floor.rules import ABUSE_REPORT, role_of
from guide.check.proof.reachability import Proof
from guide.flow.model import Library, Option, Question, Topic
from guide.problems import Place
from guide.understanding.ear import read_model
from guide.understanding.index import build_index
from guide.understanding.lexicon import Lexicon
from guide.understanding.meanings import CONCERN, DANGER, answers, keys
from guide.understanding.reach import Reach
from guide.understanding.recognizer import Recognized, Recognizer
from guide.understanding.signs import Match

ELSEWHERE = "phrase-elsewhere"
A_SIGN = 2.4
"""What a sign of danger must be worth to be one (guide/understanding/guesses.py)."""
# The weight of one telling word, as guide/understanding/signs.py counts; two vague ones are less.
CLEARLY = 4.0
"""What a sign in a phrase must be worth to contradict the answer that the phrase stands beside."""
NEARLY_CERTAIN = 0.65
"""How likely the learned ear must take a phrase to be about something to contradict its answer."""
_ABUSE = re.compile(r"=(?:sexual-(?!unsure)|grooming|blackmail|partner-pressure|recent-assault)")
_GRAVE = re.compile(rf"{_ABUSE.pattern}|=(?:self-harm|home-or-neglect)$")
"""What is never lost under another answer, by the names that the learned ear knows."""
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
    concerns, reach = _concerns(proof, words), Reach(library)
    recognizer = _without_phrases(library, words, flows)
    for topic in library.topics.values():
        for phrase in topic.also:
            if recognizer.recognize(phrase).distress:
                what = f'"{phrase}" tells of danger, and stands beside the topic "{topic.id}".'
                yield _finding(topic, what)
    for _, option in answers(library):
        reached = _reached(library, reach, option)
        if not _may_be_contradicted(option, reached, concerns):
            continue
        for phrase in option.also:
            if of := _told_instead(recognizer.recognize(phrase), option, reached, concerns):
                what = f'"{phrase}" tells of {_in_words(library, of)}'
                yield _finding(option, f'{what}, and stands beside "{option.id}".')


def _may_be_contradicted(option: Option, reached: set[str], concerns: _Concerns) -> bool:
    """Whether there is a graver thing to say than what an answer records, or leads to."""
    if DANGER in reached:
        return False
    own = set(keys(option))
    return _denies_danger(option) or bool(own & concerns.never) or not reached & concerns.led


def _finding(beside: Option | Topic, what: str) -> Finding:
    return Finding(ELSEWHERE, "error", beside.place, what, _BESIDE)


def _told_instead(heard: Recognized, option: Option, reached: set[str], concerns: _Concerns) -> str:
    """What a phrase tells that its answer does not mean; empty where the two may agree."""
    matches = heard.matches
    danger = matches.get(DANGER)
    if _denies_danger(option) and danger and danger.full and danger.score >= A_SIGN:
        return DANGER
    of_concerns = {key: match.score for key, match in matches.items() if key.startswith(CONCERN)}
    best = max(of_concerns, key=lambda key: of_concerns[key], default="")
    own = set(keys(option))
    is_another = bool(own & concerns.never) and not own & heard.matches.keys()
    if best in concerns.led and of_concerns[best] >= CLEARLY and is_another:
        return best
    return _heard_by_ear(heard.likely, reached, concerns)


def _heard_by_ear(likely: Mapping[str, Match], reached: set[str], concerns: _Concerns) -> str:
    """What is grave and nearly certain, where nothing that the answer leads to may be meant."""
    grave = [
        (match.share, key)
        for key, match in likely.items()
        if match.learned and match.share >= NEARLY_CERTAIN and _GRAVE.search(key)
    ]
    share_and_key = max(grave, default=None)
    if share_and_key is None or reached & likely.keys():
        return ""
    of = share_and_key[1]
    other = {key for key in reached if key.startswith(CONCERN)}
    if _ABUSE.search(of):
        return of if other and other <= concerns.never else ""
    return of if of in concerns.known and not other & concerns.led else ""


def _reached(library: Library, reach: Reach, option: Option) -> set[str]:
    """All that can be recorded from an answer on."""
    recorded = set(keys(option))
    for name in reach.after(option):
        step = library.steps[name]
        if isinstance(step, Question):
            recorded.update(key for each in step.options for key in keys(each))
    return recorded


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
    steps[""] = Question("", "", (), (), tuple(_for_each_concern(words)), Place(""))
    bare = library._replace(steps=steps)
    ear = read_model(flows) or read_model()
    return Recognizer(bare, build_index(bare, words)._replace(ear=ear))


def _for_each_concern(words: Lexicon) -> Iterator[Option]:
    """An answer for each concern that the words know: a folder may call its own otherwise."""
    for value in words.signs.get(CONCERN[:-1], {}):
        yield Option(value, (), (), ((CONCERN[:-1], value),), (), (), Place(""))
