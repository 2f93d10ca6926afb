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
from guide.practice import hats, phrases, safest
from guide.practice.aside import help_card
from guide.practice.progress import write_file as put_in_place
from guide.practice.scenario import ListeningTurn, Move, ScenarioCase, shuffled
from guide.practice.scene import Stage

HandoutLines = list[tuple[str, str]]
"""What a page is made of: a heading, a paragraph, an item, a line to write on, a new page."""
HEADING, PARAGRAPH, ITEM, WRITE, PAGE = "h", "p", "i", "w", "n"

ENDS = (".md", ".html")
# Four moves at most (guide/practice/read.py), and to say nothing.
_LETTERS = "ABCDE"
_STYLE = (
    "body{font:1.1em/1.5 sans-serif;max-width:40em;margin:2em auto;padding:0 1em}"
    "h2{margin-top:1.5em}"
    ".write{border-bottom:1px solid;height:2em}"
    ".page{border:0;margin:3em 0}"
    "@media print{body{font-size:12pt;margin:0;max-width:none}h2,li,p{break-inside:avoid}"
    "h2{break-after:avoid}.page{break-after:page;margin:0}a{color:inherit}}"
)


def of_story(stage: Stage, telling: ScenarioCase) -> HandoutLines:
    """The participants' page, and on a page of its own what whoever leads the group needs."""
    scenario, facts = telling.scenario, telling.facts
    you = stage.phrase(phrases.ROLES[scenario.you])
    lines: HandoutLines = [(PARAGRAPH, stage.phrase(phrases.HANDOUT_NOTE))]
    lines.append((PARAGRAPH, stage.phrase(phrases.NOTE, words=stage.say(scenario.note, facts))))
    lines.append((HEADING, stage.phrase(phrases.HANDOUT_STORY)))
    lines.append((PARAGRAPH, stage.phrase(phrases.WHO_YOU_ARE, you=you)))
    lines += [(PARAGRAPH, stage.say(part, facts)) for part in (scenario.person, scenario.setting)]
    if voice := stage.say(scenario.voice, facts):
        lines.append((PARAGRAPH, stage.phrase(phrases.VOICE, words=voice)))
    says = scenario.says
    for number, turn in enumerate(scenario.listen, start=1):
        lines.append((HEADING, stage.phrase(phrases.HANDOUT_TURN, number=str(number))))
        if number > 1:
            lines.append((PARAGRAPH, stage.phrase(phrases.HANDOUT_THEN)))
        lines.append((PARAGRAPH, stage.spoken_by(telling, stage.say(says, facts)).text))
        lines += [(ITEM, f"{letter}. {words}") for letter, words in _lettered(stage, telling, turn)]
        lines.append((PARAGRAPH, stage.phrase(phrases.HANDOUT_YOURS)))
        lines += [(WRITE, "")] * 2
        says = turn.best.reply
    lines.append((HEADING, stage.phrase(phrases.TALK)))
    lines += [(ITEM, words) for words in stage.spoken(scenario.talk, facts)]
    lines.append((HEADING, stage.phrase(phrases.HANDOUT_CALL)))
    lines += from_events(help_card(stage))[1:]
    return [*lines, (PAGE, ""), *_for_the_leader(stage, telling)]


def _lettered(
    stage: Stage, telling: ScenarioCase, turn: ListeningTurn
) -> Iterable[tuple[str, str]]:
    """What may be said in a turn, as A, B, C; saying nothing is the last."""
    moves = [stage.say(move.say, telling.facts) for move in _in_order(stage, telling, turn)]
    return zip(_LETTERS, [*moves, stage.phrase(phrases.SAY_NOTHING)], strict=False)


def _in_order(stage: Stage, telling: ScenarioCase, turn: ListeningTurn) -> tuple[Move, ...]:
    """The moves of a turn, in an order in which no letter is good in every turn of the story."""
    seeds = range(stage.seed, stage.seed + _SEEDS)
    seed = next((seed for seed in seeds if not _same_letter(telling, seed)), stage.seed)
    return shuffled(turn, telling, seed)


_SEEDS = 20
"""How many orders are looked at: a story of one turn has a letter that is good in each."""


def _same_letter(telling: ScenarioCase, seed: int) -> bool:
    good = [
        {place for place, move in enumerate(shuffled(turn, telling, seed)) if move.opens > 0}
        for turn in telling.scenario.listen
    ]
    return bool(set.intersection(*good))


def _for_the_leader(stage: Stage, telling: ScenarioCase) -> HandoutLines:
    lines: HandoutLines = [(HEADING, stage.phrase(phrases.HANDOUT_LEADER))]
    for turn in telling.scenario.listen:
        lines += _why_each(stage, telling, turn)
    lines += from_events(hats.both(stage, telling))
    lines.append((HEADING, stage.phrase(phrases.HANDOUT_WAY)))
    for step in safest.asked_on_the_way(stage, telling):
        question = stage.say(step.question.ask, step.facts)
        answer = stage.say(step.option.say, step.facts)
        words = stage.phrase(phrases.HANDOUT_STEP, question=question, answer=answer)
        lines.append((ITEM, words))
    return lines + from_events(safest.teaches(stage, telling))


def _why_each(stage: Stage, telling: ScenarioCase, turn: ListeningTurn) -> HandoutLines:
    """What opens them up and what comes back, then what closes them down, each with its reason."""
    opening: HandoutLines = []
    closing: HandoutLines = [(PARAGRAPH, stage.phrase(phrases.CLOSES))]
    for letter, move in zip(_LETTERS, _in_order(stage, telling, turn), strict=False):
        words, because, answer = (
            stage.say(part, telling.facts) for part in (move.say, move.because, move.reply)
        )
        reply = stage.spoken_by(telling, answer).text
        if move.opens > 0:
            better = stage.phrase(phrases.HANDOUT_BETTER, letter=letter, words=words)
            why = stage.phrase(phrases.HANDOUT_WHY, words=because)
            opening += [(PARAGRAPH, better), (PARAGRAPH, why), (PARAGRAPH, reply)]
        else:
            cause = stage.phrase(phrases.CAUSES[move.kind])
            closing.append((ITEM, f"{letter}. {cause[0].upper()}{cause[1:]}. {reply} {because}"))
    return opening + closing


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
    marks = {HEADING: "\n## ", PARAGRAPH: "\n", ITEM: "- ", WRITE: "\n" + "_" * 40, PAGE: "\n---\n"}
    body = "\n".join(f"{marks[kind]}{_literal(words)}" for kind, words in lines)
    return f"# {_literal(title)}\n{body}\n"


def _literal(words: str) -> str:
    """Words with the signs that Markdown would take for its own marked as plain."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#" else sign for sign in words)


_ELEMENTS = {
    HEADING: "<h2>{}</h2>",
    PARAGRAPH: "<p>{}</p>",
    ITEM: "<li>{}</li>",
    WRITE: '<div class="write">{}</div>',
    PAGE: '<hr class="page">{}',
}


def _html(title: str, lines: HandoutLines, language: str) -> str:
    parts = []
    inside = False
    for kind, words in lines:
        if (kind == "i") != inside:
            parts.append("</ul>" if inside else "<ul>")
            inside = kind == "i"
        parts.append(_ELEMENTS[kind].format(escape(words, quote=False)))
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
