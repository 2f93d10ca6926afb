"""Handouts: a story and its debrief as Markdown or HTML, for printing. No names are in them."""

import os
from collections.abc import Iterable
from html import escape
from typing import assert_never

from guide.conversation.events import (
    Answered,
    Asked,
    Card,
    Contact,
    Event,
    Heading,
    Headline,
    Said,
    Topics,
)
from guide.practice import phrases, safest
from guide.practice.progress import replace_file as put_in_place
from guide.practice.scenario import ScenarioCase, shuffled
from guide.practice.scene import Stage

HandoutLines = list[tuple[str, str]]
"""What a page is made of: "h" a heading, "p" a paragraph, "i" an item of a list."""

ENDS = (".md", ".html")
_STYLE = (
    "body{font:1.1em/1.5 sans-serif;max-width:40em;margin:2em auto;padding:0 1em}"
    "h2{margin-top:1.5em}"
)


def of_story(stage: Stage, telling: ScenarioCase) -> HandoutLines:
    """A story for the group, and after it what whoever leads the group needs."""
    scenario, facts = telling.scenario, telling.facts
    lines: HandoutLines = [("p", stage.phrase(phrases.HANDOUT_NOTE))]
    lines.append(("p", stage.phrase(phrases.NOTE, words=stage.say(scenario.note, facts))))
    lines.append(("h", stage.phrase(phrases.HANDOUT_STORY)))
    for wording in (scenario.person, scenario.setting, scenario.voice):
        if words := stage.say(wording, facts):
            lines.append(("p", words))
    lines.append(("p", stage.phrase(phrases.SAYS, words=stage.say(scenario.says, facts))))
    lines.append(("h", stage.phrase(phrases.HANDOUT_TURNS)))
    for turn in scenario.listen:
        lines.append(("p", stage.phrase(phrases.WHAT_SAY)))
        lines += [("i", stage.say(move.say, facts)) for move in shuffled(turn, telling, stage.seed)]
    lines.append(("h", stage.phrase(phrases.TALK)))
    lines += [("i", words) for words in stage.spoken(scenario.talk, facts)]
    return lines + _for_the_leader(stage, telling)


def _for_the_leader(stage: Stage, telling: ScenarioCase) -> HandoutLines:
    facts = telling.facts
    lines: HandoutLines = [("h", stage.phrase(phrases.HANDOUT_LEADER))]
    for turn in telling.scenario.listen:
        words = stage.say(turn.best.say, facts)
        lines.append(("p", stage.phrase(phrases.BETTER, words=words)))
        lines.append(("p", stage.say(turn.best.because, facts)))
        lines.append(("p", stage.phrase(phrases.SAYS, words=stage.say(turn.best.reply, facts))))
    lines.append(("h", stage.phrase(phrases.HANDOUT_WAY)))
    for step in safest.asked_on_the_way(stage, telling):
        question = stage.say(step.question.ask, step.facts)
        answer = stage.say(step.option.say, step.facts)
        words = stage.phrase(phrases.HANDOUT_STEP, question=question, answer=answer)
        lines.append(("i", words))
    right = safest.right_way(stage, telling)
    title = stage.title(right.ending, right.facts)
    names = safest.in_order(stage, right.ending, right.facts)
    lines.append(("p", stage.phrase(phrases.RIGHT_END, title=title)))
    lines.append(("p", stage.phrase(phrases.NEW_ORDER, names=names)))
    return lines + from_events(safest.teaches(stage, telling))


def in_file(stage: Stage, events: Iterable[Event]) -> HandoutLines:
    """A debrief as it was shown."""
    return [("p", stage.phrase(phrases.HANDOUT_NOTE)), *from_events(events)]


def from_events(events: Iterable[Event]) -> HandoutLines:
    """Events as the lines of a page."""
    lines: HandoutLines = []
    for event in events:
        match event:
            case Heading():
                lines.append(("h", event.text))
            case Headline():
                lines.append(("h", f"{event.when}: {event.text}"))
            case Said() | Card():
                lines.append(("p", event.text))
            case Contact():
                ways = ". ".join(way.text for way in event.ways)
                lines.append(("i", f"{event.name}. {ways}".rstrip(". ") + "."))
            case Asked() | Answered() | Topics():
                pass  # nobody answers a page
            case _:
                assert_never(event)
    return lines


def handout_page(title: str, lines: HandoutLines, file: str, language: str) -> str:
    """The whole file: HTML where its name ends so, else Markdown."""
    return (
        _html(title, lines, language) if file.lower().endswith(".html") else _markdown(title, lines)
    )


def _markdown(title: str, lines: HandoutLines) -> str:
    marks = {"h": "\n## ", "p": "\n", "i": "- "}
    body = "\n".join(f"{marks[kind]}{_literal(words)}" for kind, words in lines)
    return f"# {_literal(title)}\n{body}\n"


def _literal(words: str) -> str:
    """Words with the signs that Markdown would take for its own marked as plain."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#" else sign for sign in words)


def _html(title: str, lines: HandoutLines, language: str) -> str:
    parts = []
    inside = False
    for kind, words in lines:
        if (kind == "i") != inside:
            parts.append("</ul>" if inside else "<ul>")
            inside = kind == "i"
        tag = {"h": "h2", "p": "p", "i": "li"}[kind]
        parts.append(f"<{tag}>{escape(words, quote=False)}</{tag}>")
    if inside:
        parts.append("</ul>")
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}" dir="auto">\n<head>'
        f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style></head>\n'
        f"<body>\n<h1>{escape(title)}</h1>\n{body}\n</body>\n</html>\n"
    )


def write_new_handout(file: str, text: str) -> bool:
    """Write a handout where there is no file yet; says whether that went well."""
    return not os.path.lexists(file) and put_in_place(file, text)


def story_page(stage: Stage, telling: ScenarioCase, file: str) -> str:
    """The handout of a story."""
    title = stage.say(telling.scenario.title, telling.facts)
    return handout_page(title, of_story(stage, telling), file, stage.words.language)
