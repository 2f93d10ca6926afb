"""`guide practise --new`: ten questions, and a story of one's own that passes `--check`."""

import os
import re
import sys
from collections.abc import Callable, Sequence

from guide.commands.topics import concerns_meant, roles_meant
from guide.flow.model import Library
from guide.options import FAILED, OK
from guide.practice import phrases
from guide.practice.ages import age_group, ages_in
from guide.practice.check import FlowFacts, problems_of
from guide.practice.draft import StoryAnswers, fault_in, held, story_file, story_id
from guide.practice.read import Scenarios
from guide.practice.scenario import AGE, DANGER, YOU
from guide.practice.wording import may_mean_suicide
from guide.problems import Problem

OWN_STORIES = "my-stories"
"""Where a story is written if no folder is named."""
_LEAVE = ("x", "quit")
_BACK = ("b", "back")
_TYPOGRAPHIC = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})
Choosable = Sequence[tuple[str, str]]
"""What may be answered: the value, and how it is shown."""


class _Left(Exception):
    """Whoever was asked leaves."""


class _Back(Exception):
    """Whoever was asked goes back to the question before."""


def run(library: Library, folder: str, read: Callable[[str], Scenarios]) -> int:
    """Ask, write the file, check it, and say how it is played.

    `read` reads the stories there are, those of a folder with them. 1 where nothing was written.
    """
    folder = folder or OWN_STORIES
    known = FlowFacts(library)
    print("Ten questions, one line each. Type b for the question before.")
    print("Type x to leave: nothing is written before the last.")
    print("Made-up people only: no real person, no name, no number.")
    try:
        answers = _ask(known)
    except _Left:
        print("Nothing was written.")
        return FAILED
    return _write(known, answers, folder, read)


def _write(
    known: FlowFacts, answers: StoryAnswers, folder: str, read: Callable[[str], Scenarios]
) -> int:
    story_facts = held(known.library, answers)
    if story_facts is None:
        print("The guide has no way for all of this together. Begin again, with another age.")
        return FAILED
    taken = {scenario.id for scenario in read(folder).scenarios}
    taken |= {os.path.splitext(name)[0] for name in _files(folder)}
    name = story_id(answers.title, taken)
    path = os.path.join(folder, f"{name}.yaml")
    try:
        os.makedirs(folder, exist_ok=True)
        # What has come there meanwhile is not written over.
        with open(path, "x", encoding="utf-8") as file:
            file.write(story_file(name, answers, story_facts, known))
    except OSError as error:
        print(f"{path} cannot be written: {error.strerror}.")
        return FAILED
    return _say_how_to_go_on(_problems(read(folder), known, name, path), name, path, folder)


def _files(folder: str) -> list[str]:
    return os.listdir(folder) if os.path.isdir(folder) else []


def _problems(stories: Scenarios, known: FlowFacts, name: str, path: str) -> list[Problem]:
    """What `--check` will say of the story that was written."""
    own = os.path.basename(path)
    problems = [p for p in stories.problems if os.path.basename(p.place.file) == own]
    written = [scenario for scenario in stories.scenarios if scenario.id == name]
    return problems + [p for scenario in written for p in problems_of(scenario, known)]


def _say_how_to_go_on(problems: list[Problem], name: str, path: str, folder: str) -> int:
    print(f"\nWritten: {path}. Faults: {len(problems)}.")
    for problem in problems:
        print(problem)
    print(f"Play it:  guide practise {name} --stories {folder}")
    print(f"Check it: guide practise --check --stories {folder}")
    print("Then open it in any editor and put the other lines into your own words.")
    return FAILED if problems else OK


# -- the questions


def _ask(known: FlowFacts) -> StoryAnswers:
    """What is answered; a question that is come back to is asked anew, and those after it."""
    answers: list[str] = []
    asked_at: list[int] = []  # the questions that left something to choose
    while len(answers) < len(_QUESTIONS):
        try:
            answer, was_asked = _QUESTIONS[len(answers)](known, answers)
        except _Back:
            if not asked_at:
                print("This is the first question.")
            del answers[asked_at.pop() if asked_at else 0 :]
            continue
        if was_asked:
            asked_at.append(len(answers))
        answers.append(answer)
    story = StoryAnswers(*answers)
    if story.danger == "no" and may_mean_suicide(f"{story.says} {story.reply}"):
        print("They may mean suicide, so the story holds that danger is not sure.")
        return story._replace(danger="unsure")
    return story


_Question = Callable[[FlowFacts, Sequence[str]], tuple[str, bool]]
"""Asks one thing, after what was answered before: the answer, and whether there was a choice."""
_QUESTIONS: tuple[_Question, ...] = (
    lambda *_: _words("1. What is the story called?", "The last bus"),
    lambda *_: _one_of(
        "2. Who are you in it?", [(role, _plain(phrases.ROLES[role])) for role in YOU], roles_meant
    ),
    lambda known, _: _one_of("3. Who tells you?", _tellers(known)),
    lambda known, before: _one_of(
        "4. What is it about? Type a number or a word of it.",
        _sayable(known, before[2], "concern"),
        lambda words: concerns_meant(known.library, words),
    ),
    lambda known, before: _one_of(
        "5. How old is whoever may be hurt?", _sayable(known, before[2], AGE), _ages
    ),
    lambda known, before: _one_of(
        "6. Is anyone in danger?", _dangers(known, *before[2:5]), _yes_is_now
    ),
    lambda *_: _sentence("7. Who is it, in a sentence?", "A 13-year-old who always comes first."),
    lambda *_: _sentence("8. Where are you?", "On the stairs, when the others left."),
    lambda *_: _sentence("9. What do they say first?", "Is the last bus full, normally?"),
    lambda *_: _sentence(
        "10. What do they say when you listen well?", "They take my bag. Every day."
    ),
)


def _plain(text: object) -> str:
    return getattr(text, "source", "")


def _tellers(known: FlowFacts) -> Choosable:
    who = known.library.facts["who"]
    return [
        (value, _plain(phrases.AUDIENCES.get(value, phrases.SOMEONE))) for value, _ in who.values
    ]


def _sayable(known: FlowFacts, who: str, fact: str) -> Choosable:
    """The values of a fact that this person can say somewhere in the guide, in its own words."""
    library: Library = known.library
    sayable = {value for by, name, value in known.said if name == fact and by in (who, "")}
    return [(value, about) for value, about in library.facts[fact].values if value in sayable]


def _dangers(known: FlowFacts, who: str, concern: str, age: str) -> Choosable:
    """How much danger there can be with the rest, so that the guide has a way for it."""
    rest = StoryAnswers("", "", who, concern, age, "", "", "", "", "")
    return [
        (value, about)
        for value, about in _sayable(known, who, DANGER)
        if held(known.library, rest._replace(danger=value)) is not None
    ]


def _line(prompt: str) -> str:
    print(f"{prompt}\n> ", end="", flush=True)
    line = sys.stdin.readline() if sys.stdin else ""
    if not line or line.strip().lower() in _LEAVE:
        raise _Left
    if line.strip().lower() in _BACK:
        raise _Back
    return " ".join(line.translate(_TYPOGRAPHIC).split())


def _words(question: str, example: str) -> tuple[str, bool]:
    """A line in the author's own words, once nothing is wrong with it."""
    while True:
        words = _line(f"\n{question} (Such as: {example})")
        fault = fault_in(words) if words else "Type a few words."
        if not fault:
            return words, True
        print(fault)


def _sentence(question: str, example: str) -> tuple[str, bool]:
    """The same, with a full stop where the author left it out."""
    words, _ = _words(question, example)
    return (words if words[-1] in ".!?'\"" else f"{words}."), True


def _nothing(_: str) -> list[str]:
    return []


def _ages(words: str) -> list[str]:
    """The group of an age that is typed instead of a number of the list: 14."""
    return [age_group(years) for years in ages_in(words)[:1]]


def _yes_is_now(words: str) -> list[str]:
    return ["now"] if words.lower() in ("yes", "y") else []


def _one_of(
    question: str, values: Choosable, other_words: Callable[[str], list[str]] = _nothing
) -> tuple[str, bool]:
    """One of the values: by its number, its id, words of it, or what other words mean."""
    print(f"\n{question}")
    for number, (_, shown) in enumerate(values, start=1):
        print(f" {number}. {shown}")
    if len(values) == 1:
        print("(That is all it can be here.)")
        return values[0][0], False
    while True:
        line = _line("Type a number or a word.")
        chosen = _chosen(line, values)
        if not chosen and line:
            chosen = [(value, shown) for value, shown in values if value in other_words(line)]
        if len(chosen) == 1:
            if not line.isdecimal() or int(line) > len(values):
                print(f"So: {chosen[0][1]}.")
            return chosen[0][0], True
        print("Several have that word. Type a number." if chosen else "That is none of them.")
        for pair in chosen:
            print(f" {values.index(pair) + 1}. {pair[1]}")


def _chosen(line: str, values: Choosable) -> list[tuple[str, str]]:
    """What a number or words of a value mean: the whole of it before its beginning, then a part."""
    if line.isdecimal():
        return [values[int(line) - 1]] if 1 <= int(line) <= len(values) else []
    words = _bare(line)
    if not words:
        return []
    ways = (
        lambda value, shown: words in (value, shown),
        lambda _, shown: shown.startswith(words),
        lambda value, shown: f" {words} " in f" {value} {shown} ",
        lambda value, shown: re.search(rf"\b{re.escape(words)}", f"{value} {shown}") is not None,
    )
    fitting = ([(v, shown) for v, shown in values if way(v, _bare(shown))] for way in ways)
    return next(filter(None, fitting), [])


def _bare(words: str) -> str:
    """Words without the article they begin with."""
    return words.lower().removeprefix("a ").removeprefix("the ")
