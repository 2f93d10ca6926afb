"""A story of one's own from ten answers: a whole file that passes `--check`, to be written on."""

import re
from collections.abc import Mapping
from json import dumps
from typing import NamedTuple

from guide.flow.model import Ending, Facts, Library
from guide.practice import ages, wording
from guide.practice.check import FlowFacts
from guide.practice.rules import OUR_OWN
from guide.practice.scenario import AGE, DANGER, WHO, YOU
from guide.practice.way import PlayedPath, Search, search


class StoryAnswers(NamedTuple):
    """What the ten questions ask."""

    title: str
    you: str
    who: str
    concern: str
    age: str
    danger: str
    person: str
    setting: str
    says: str
    reply: str


class StoryFacts(NamedTuple):
    """The facts of a story, its right way, and the options to take where facts leave a choice."""

    facts: Facts
    right: PlayedPath
    hints: Mapping[str, str]


_YEARS = {"under-11": 9, "11-17": 13, "18-plus": 18}
"""How old somebody of a group of ages is, where the author does not say."""
_DANGERS = {"no": "No. Not now.", "unsure": "I don't know. Perhaps.", "now": "Yes."}
_SPEAKING_FOR_THEMSELVES = ("young-person", "adult-self")
_POINTS = (
    ("Act at once, and write down what was said and what you did.", "keeping-children-safe-2026"),
    ("Show that you care, slow down, and give back what you heard.", "listening-nspcc"),
)
_ON_SUICIDE = (
    "Papyrus talks with young people who think of suicide, and with whoever worries for one, "
    "up to the age of 35.",
    "papyrus-questions",
)
_MAY_BE_MISTAKEN_FOR = ("talk-to-childline", "ask-the-nspcc", "report-to-ceop", "call-the-police")
"""Endings that people choose by mistake, the likeliest first."""


def story_id(title: str, taken: set[str]) -> str:
    """An id made of a title that no other story has."""
    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "story"
    name = name if name[0].isalpha() else f"story-{name}"
    numbers = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(other for other in numbers if other not in taken)


def fault_in(words: str) -> str:
    """What is wrong with words typed in, and what to do; empty where nothing is."""
    if not words.isascii():
        return "Use plain letters and straight quotes only."
    if reached := wording.number_or_link(words):
        return f'"{reached}" is a number or a link. Leave it out: the guide shows whom to reach.'
    if name := wording.name_of_somebody(words, words):
        return f'"{name}" may be somebody\'s name. Say who it is instead: a friend, the teacher.'
    if thing := wording.child_as_thing(words):
        return f'A child is "it": "{thing}". Say they, he or she.'
    return ""


def held(library: Library, answers: StoryAnswers) -> StoryFacts | None:
    """What is held and the way it makes; None where the guide has no way for it.

    What else the guide asks on the way, such as the nation, is held as its first answer.
    """
    facts = _first_four(answers)
    hints: dict[str, str] = {}
    # Each time one fact or one choice is added: more often than there are steps, it goes round.
    for _ in range(len(library.steps)):
        ways = search(library, facts, hints)
        if ways.right is None:
            lacking = _lacking(ways, facts, library)
            if lacking is None:
                return None
            facts |= [lacking]
        elif parted := _parted(ways):
            hints |= [parted]
        else:
            asked = {fact: value for fact, value in facts.items() if fact in ways.right.facts}
            return StoryFacts({**_first_four(answers), **asked}, ways.right, hints)
    return None


def _first_four(answers: StoryAnswers) -> dict[str, str]:
    return {
        WHO: answers.who,
        AGE: answers.age,
        DANGER: answers.danger,
        "concern": answers.concern,
    }


def _lacking(ways: Search, facts: Facts, library: Library) -> tuple[str, str] | None:
    """A fact that is asked on a way and not held, with the first value that can be said of it."""
    for question in ways.stuck:
        for option in library.options(question):
            for fact, value in option.means:
                if fact not in facts:
                    return fact, value
    return None


def _parted(ways: Search) -> tuple[str, str] | None:
    """The question at which ways to two endings part, and what the first of them takes there."""
    first, *others = ways.best
    for other in others:
        if other.ending.id != first.ending.id:
            for taken, beside in zip(first.answers, other.answers, strict=False):
                if taken != beside:
                    return taken.step, taken.option
    return None


def story_file(name: str, answers: StoryAnswers, story_facts: StoryFacts, known: FlowFacts) -> str:
    """The whole file."""
    spoken = f"{answers.says} {answers.reply}"
    suicide = wording.talks_of_suicide(spoken)
    about = dict(known.library.facts["concern"].values).get(answers.concern, answers.concern)
    whom = "a home" if about.startswith("where ") else "somebody"
    note = f"It is about {whom} {about}. Nothing is described."
    lines = [
        f"scenario: {name}",
        f"title: {dumps(answers.title)}",
        f"note: {dumps(note + (' Suicide is spoken of.' if suicide else ''))}",
        f"you: {answers.you}",
        f"person: {dumps(answers.person)}",
        f"setting: {dumps(answers.setting)}",
        "facts:",
        *(f"  {fact}: {dumps(value)}" for fact, value in story_facts.facts.items()),
        *(["answers:"] if story_facts.hints else []),
        *(f"  {step}: {option}" for step, option in story_facts.hints.items()),
        f"ending: {story_facts.right.ending.id}",
        f"says: {dumps(answers.says)}",
        'closed: "It does not matter. I have to go."',
        "listen:",
        *_listen(answers, story_facts.facts),
        "# What choosing this ending by mistake would have meant: say it in your own words.",
        "wrong:",
        f'  {_mistaken(story_facts, known)}: "It is not meant for this, and time would have gone."',
        "learning:",
        *_learning(known.library, suicide=suicide),
        "talk:",
        '  - "What made it hard to begin?"',
        '  - "Who would you tell today, and what would you say to them about that?"',
    ]
    return "\n".join(lines) + "\n"


def _mistaken(story_facts: StoryFacts, known: FlowFacts) -> str:
    """An ending that this person could reach, and that is not theirs."""
    reached = [ending for ending, who in sorted(known.reached) if who in ("", _who(story_facts))]
    steps = known.library.steps
    wrong = [
        name
        for name in dict.fromkeys((*_MAY_BE_MISTAKEN_FOR, *reached))
        if name in reached and name != story_facts.right.ending.id
    ]
    calm = [n for n in wrong if isinstance(e := steps[n], Ending) and e.urgency != "emergency"]
    return (calm or wrong)[0]


def _who(story_facts: StoryFacts) -> str:
    return story_facts.facts[WHO]


def _learning(library: Library, *, suicide: bool) -> list[str]:
    points = [*_POINTS, *([_ON_SUICIDE] if suicide else [])]
    lines = [
        f"  - {{say: {dumps(words)}, source: {source}}}"
        for words, source in points
        if source in library.sources
    ]
    if lines:
        return lines
    outside = [name for name, about in library.statements.items() if set(about.sources) - OUR_OWN]
    return [f"  - {{statement: {name}}}" for name in outside[:1]]


_MOVE = """\
    {id}:
      kind: {kind}
      say: {say}
      reply: {reply}
      because: {because}"""


def _move(move_id: str, kind: str, say: str, reply: str, because: str, *tells: str) -> str:
    values = {"say": dumps(say), "reply": dumps(reply), "because": dumps(because)}
    text = _MOVE.format(id=move_id, kind=kind, **values)
    return f"{text}\n      tells: [{', '.join(tells)}]" if tells else text


def _listen(answers: StoryAnswers, facts: Facts) -> list[str]:
    """Turns to write on: each has something good to say, and what people say instead."""
    more = [fact for fact in facts if fact not in (WHO, AGE, DANGER, "concern")]
    lead = YOU[answers.you] == "professional" and answers.you != "designated-lead"
    tell = "I'll tell our lead" if lead else "I'll pass it on"
    if answers.danger == "now":
        return ["  first:", *_in_danger(answers, tell, more)]
    age = " ".join([_age_told(answers), *(f"The {fact}? {facts[fact].title()}." for fact in more)])
    return [
        *_first_turn(answers),
        "  now:",
        _move(
            "safe",
            "safety-check",
            "Is anyone in danger now?",
            _DANGERS[answers.danger],
            "One plain question, asked of everyone. The guide needs the answer.",
            DANGER,
        ),
        _move(
            "take-over",
            "taking-over",
            "Leave it to me, I will deal with all of that myself before the day is out.",
            "Please don't.",
            "It took everything out of their hands.",
        ),
        "  next:",
        _move(
            "honest",
            "honesty",
            f"I can't keep this to myself. {tell} today, and you'll hear each step. "
            "Help depends on age.",
            age,
            "They know who will hear of it before it happens, and why the age matters.",
            AGE,
            *more,
        ),
        _move(
            "keep",
            "secrecy",
            "This stays between the two of us. You have my word.",
            "So nothing happens, then.",
            "It cannot be kept, and nobody else can help.",
        ),
    ]


def _age_told(answers: StoryAnswers) -> str:
    """How they say the age: the one that the author has given them, if there is one."""
    theirs = answers.who in _SPEAKING_FOR_THEMSELVES
    if answers.age not in _YEARS:
        return "I'd rather not say how old I am." if theirs else "I don't know how old."
    named = (y for y in ages.ages_in(answers.person) if ages.age_group(y) == answers.age)
    years = next(named, _YEARS[answers.age])
    words = ages.age_in_words(years)
    return f"I'm {words}." if theirs else f"{words.capitalize()} years old."


def _first_turn(answers: StoryAnswers) -> list[str]:
    return [
        "  first:",
        _move(
            "tell-me",
            "open-invitation",
            "I have time. Tell me about it, in your own words.",
            answers.reply,
            "It left the words to them, and there was time.",
            "concern",
        ),
        _move(
            "details",
            "stacked",
            "Who was it? Where was that? And when did it begin, and who else was there?",
            "I don't know.",
            "So many questions feel like a test. The shortest answer ends it.",
        ),
        _move(
            "why",
            "why",
            "Why do you say that?",
            "No reason.",
            "Why asks for a defence.",
        ),
    ]


def _in_danger(answers: StoryAnswers, tell: str, more: list[str]) -> list[str]:
    return [
        _move(
            "call",
            "honesty",
            f"I'm calling nine nine nine now, and I'll stay. Then {tell}.",
            f"{answers.reply} {_age_told(answers)}",
            "The call came first. Nothing else can wait for it, and nothing is lost by it.",
            "concern",
            AGE,
            DANGER,
            *more,
        ),
        _move(
            "wait",
            "making-small",
            "Wait.",
            "How long?",
            "Every minute belonged to the call.",
        ),
        _move(
            "details",
            "pressing",
            "Tell me all of it from the beginning first, so that I know what to say.",
            "There is no time.",
            "What was said was enough to call.",
        ),
    ]
