"""What a translator is told about each text: who says it to whom, when, and what must stay."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from guide.flow.model import Library, Message, Option, Question, Text, Topic, pick
from guide.i18n.catalogue import PRACTICE
from guide.i18n.fidelity import placeholders
from guide.i18n.po_parser import SAFETY
from guide.i18n.words import Words, safety_of
from guide.project import Project
from guide.translate import texts
from guide.translate.room import room_for
from guide.translate.screens import LanguageScreen, language_screens

TextKey = tuple[str, str]


class Entry(NamedTuple):
    """A text and what is said about it, a sentence each."""

    text: Text
    comments: tuple[str, ...]


PARTS = {
    "ask": "A question the guide asks.",
    "why": "Why the guide asks that; it stands below the question.",
    "hint": "Spells out the answer above it; it stands in brackets behind it.",
    "title": "The one thing to do, first on the last screen. Write it as a request.",
    "card": "Words for the reader to show to somebody when it is hard to say them.",
    "name": "What a person or place to turn to is called; it stands alone as a title.",
    "says": "Who they are and what they do for the reader.",
    "ages": "Who they are for, by age.",
    "nation": "Where they are for.",
    "hours": "When they can be reached. Keep the times exactly.",
    "cost": "What it costs to reach them.",
    "help": "In view on every screen, in a line of its own. Keep it short.",
    "before": "Said before the people to turn to are shown.",
    "keep-in-mind": "Said below the people to turn to: what must not be forgotten.",
    "next": "Says what happens next.",
    "web": "Said by a page in a browser, in place of the sentence for a terminal.",
    "if-not": "For a reader who cannot do it, or does not want to.",
}
"""What a text is, by the last part of its address."""

STORY_PARTS = {
    "story": "The name of a story, in the list of them.",
    "note": "What the story is about, told before it begins.",
    "person": "Who comes: a made-up person.",
    "setting": "Where the talk takes place.",
    "voice": "How the person talks.",
    "says": "The first words of the person.",
    "closed": "What the person says who has closed down.",
    "next-day": "What they say when the worker looks for them again the next day.",
    "say": "Something the worker may say. Some of it is not good to say, on purpose.",
    "reply": "What the person says to that.",
    "because": "Why they opened up or closed down; the worker sees it afterwards.",
    "wrong": "What a wrong turn would have meant for the person.",
    "learning": "What the story teaches.",
    "talk": "A question for a group of workers to talk about.",
}
"""What a text of a story is: by the third part of its address, or by the last."""
SPOKEN = ("says", "closed", "next-day", "reply")
"""The parts of a story that its made-up person says."""

PROGRAM_PARTS = {
    "command": "A word people type to get about. One short word.",
    "button": "Stands on a button.",
    "urgency": "How soon to act; it stands above the one thing to do.",
    "way": "A way to reach somebody.",
    "speaker": "Who speaks; a colon comes after it.",
    "plain": "Said in plain mode, which is lines of text.",
    "aside": "Said to an adult who practises, after they typed something that may be about them.",
    "chat": "Said in the full-screen chat.",
    "language": "About the language itself.",
    "mark": "Marks words that stand in English.",
    "practice": "Said to a worker who practises.",
}
"""What a phrase of the program is, by the part of its address after `guide`."""

_FILLED_IN = {
    "number": "a number, such as 2",
    "about": "a number, such as 5",
    "value": "the phone number, link or address",
    "title": "the one thing to do",
    "answer": "the answer the reader gave",
    "language": "the name of the language",
    "words": "the words that stand in English, or that somebody says",
    "question": "a question of the guide",
    "yours": "what the worker chose",
    "right": "what would have been safest",
    "names": "who to turn to, in order",
    "file": "the name of a file",
    "document": "the name of a document",
    "publisher": "who published it",
    "minutes": "a number of minutes",
}
"""What fills the placeholders of the program's own phrases."""

FIELDS = {
    "phone": "the phone number of",
    "text": "the number to text of",
    "link": "the link of",
    "email": "the e-mail address of",
    "name": "the name of",
}


def template_entries(project: Project, domain: str) -> list[Entry]:
    """Every text of one PO file with its comments, in the order of the conversation."""
    library = project.library
    if domain == PRACTICE:
        return _of_practice(project)
    if domain != "flows":
        return [_entry(library, text, [_program_part(text)]) for text in texts.of_program()]
    first_screens = _first_screens(library)
    ordered = [(key, screen) for key, screen in first_screens.items()]
    all_texts = {texts.text_key(text): text for text in texts.of_flows(library)}
    rest = [key for key in all_texts if key not in first_screens]
    on_screens = [
        _entry(library, all_texts[key], _on_screens(library, seen, key))
        for key, seen in ordered
        if key in all_texts
    ]
    return on_screens + [_entry(library, all_texts[key], _elsewhere(library, key)) for key in rest]


def _of_practice(project: Project) -> list[Entry]:
    """Told to adults; each text with its story, and each reply with what it answers."""
    of_practice = texts.of_practice(project)
    english = {text.address: text.source for text in of_practice}
    return [_entry(project.library, text, _in_a_story(text, english)) for text in of_practice]


def _in_a_story(text: Text, english: Mapping[str, str]) -> Iterator[str]:
    kind, story, *parts = text.address.split(".")
    if kind != PRACTICE:
        yield _program_part(text)
        return
    yield STORY_PARTS.get(parts[0]) or STORY_PARTS[parts[-1]]
    if parts[0] != "story":
        yield f'Story: "{english[f"{PRACTICE}.{story}.story"]}".'
    if parts[-1] in ("reply", "because"):
        answered = english.get(text.address.rpartition(".")[0] + ".say", "")
        yield f'Comes after: "{answered}"'
    if voice := english.get(f"{PRACTICE}.{story}.voice", "") if parts[-1] in SPOKEN else "":
        yield f"How the person talks: {voice}"


def _entry(library: Library, text: Text, comments: Iterable[str]) -> Entry:
    lines = list(comments)
    if safety := safety_of(text):
        lines.append(f"{SAFETY}. The reader must still understand this. It {_small(safety)}")
    lines += _explained(library, text)
    if room := room_for(text):
        lines.append(f"Room: about {room} characters.")
    return Entry(text, tuple(lines))


def _first_screens(library: Library) -> dict[TextKey, list[LanguageScreen]]:
    """The screens that say each text, the flows one after another, endings after all flows."""
    all_screens = language_screens(library)
    flows = list(dict.fromkeys(screen.flow for screen in all_screens))
    endings = {s.step for s in all_screens if not isinstance(library.steps[s.step], Question)}
    all_screens.sort(key=lambda s: (s.step in endings, flows.index(s.flow)))
    by_text: dict[TextKey, list[LanguageScreen]] = {}
    for screen in all_screens:
        for text in dict.fromkeys(screen.texts):
            by_text.setdefault(texts.text_key(text), []).append(screen)
    return by_text


def _on_screens(library: Library, seen: list[LanguageScreen], key: TextKey) -> Iterator[str]:
    nearest = min(seen, key=lambda screen: len(screen.way))
    yield _part(library, key)
    yield f"Said to: {_people(library, seen)}."
    readers = {library.flows[screen.flow].reader for screen in seen}
    if "young" in readers:
        yield "Reading age 9: short, kind, plain words."
    if nearest.way:
        yield f"Comes after: {_quoted_way(library, nearest, last_only=True)}"
        yield f"Shortest way there: {_quoted_way(library, nearest)}"
    yield f"Picture: {nearest.name}"


def _part(library: Library, key: TextKey) -> str:
    address = key[0]
    last = address.rpartition(".")[2]
    if ".options." in address and last == "say":
        return "An answer the reader can choose."
    if address.startswith("statements."):
        return "A fact the guide tells."
    if ".contacts." in address:
        return "Why to turn to this person or place, here."
    if isinstance(library.steps.get(address.partition(".")[0]), Message):
        return "The guide says this before it asks on."
    return PARTS.get(last, "The guide says this.")


def _people(library: Library, seen: list[LanguageScreen]) -> str:
    who = list(dict.fromkeys(name for screen in seen for name in screen.seen_by))
    fact = library.facts.get("who")
    known = dict(fact.values) if fact else {}
    if "" in who or set(known) <= set(who):
        return "everyone"
    return "; ".join(known.get(name, name) for name in who)


def _quoted_way(library: Library, screen: LanguageScreen, *, last_only: bool = False) -> str:
    words = Words(library.contacts)
    answers = []
    for step_id, option_id in screen.way[-1:] if last_only else screen.way:
        question = library.steps[step_id]
        assert isinstance(question, Question)
        label = _label(library, words, question, option_id, screen)
        asked = pick(question.ask, screen.facts)
        quoted = f' to the question "{words.say(asked)}"' if last_only and asked else ""
        answers.append(f'"{label}"{quoted}')
    return ", then ".join(answers) + "."


def _label(
    library: Library, words: Words, question: Question, option_id: str, screen: LanguageScreen
) -> str:
    option: Option
    for option in library.options(question):
        if option.id == option_id:
            text = pick(option.say, screen.facts)
            return words.say(text, screen.facts) if text else ""
    return option_id


def _elsewhere(library: Library, key: TextKey) -> Iterator[str]:
    address = key[0]
    if address.startswith("topics."):
        topic: Topic | None = library.topics.get(address.split(".")[1])
        if address.endswith(".ask"):
            yield "A question people can open at any time."
        elif topic is not None:
            yield f'Answers: "{topic.ask[-1].text.source}"'
        yield "Reading age 9: short, kind, plain words."
    elif address.startswith("contacts."):
        yield PARTS.get(address.rpartition(".")[2], "About someone to turn to.")
        yield "Said to: everyone."
    elif address.startswith("facts."):
        yield "Said back to whoever told it in their own words: they are asked if it is right."
        yield "Reading age 9: short, kind, plain words."
    elif address.startswith("always."):
        yield "An answer that can be given at any question."
    else:
        yield _part(library, key)


def _explained(library: Library, text: Text) -> Iterator[str]:
    for name in dict.fromkeys(placeholders(text.source)):
        contact_id, _, field = name.rpartition("_")
        contact = library.contacts.get(contact_id.replace("_", "-"))
        if contact is not None and field in FIELDS:
            whose = contact.name[-1].text.source if contact.name else contact.id
            meaning = whose if field == "name" else f"{FIELDS[field]} {whose}"
        else:
            meaning = _FILLED_IN.get(name, "filled in by the program")
        yield f"{{{name}}} stands for {meaning}. Keep it as it is, in its place."


def _program_part(text: Text) -> str:
    part = text.address.split(".")[1]
    return PROGRAM_PARTS.get(part, "The program says this.")


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
