"""The pages that `guide export html` writes of the shipped flows, and the engine beside them."""

from collections.abc import Iterable, Iterator
from functools import cache

from guide.conversation import phrases
from guide.conversation.events import (
    Asked,
    Card,
    Choice,
    Contact,
    Event,
    Heading,
    Headline,
    Said,
)
from guide.conversation.narrator import Narrator
from guide.export.hosts.dom import Element, parsed
from guide.export.web.site import Host, Pages, booklet_name, file_name
from guide.i18n.words import Words, written_out
from guide.project import Project
from guide.screens.build import Screens
from guide.screens.machine import Menu, ScreenMachine, State, shortest_paths
from guide.shipped import folder
from tests.support.pages import Page

LANGUAGES = ("en", "cy", "pl", "uk", "ur")


@cache
def project() -> Project:
    """What is shipped."""
    return Project(str(folder("flows")), str(folder("locales")))


@cache
def words() -> dict[str, Words]:
    """The words of each language."""
    contacts = project().library.contacts
    spoken = {code: project().translations(code) for code in LANGUAGES[1:]}
    others = {code: Words(contacts, code, catalogue) for code, catalogue in spoken.items()}
    return {"en": Words(contacts), **others}


@cache
def pages() -> Pages:
    """All pages, to be made."""
    return Pages(project().library, words(), Host())


@cache
def files() -> dict[str, str]:
    """Every page by its file's name."""
    made = dict(pages().files())
    assert made.keys() == {*map(file_name, LANGUAGES), *map(booklet_name, LANGUAGES)}
    return made


@cache
def html(code: str) -> str:
    """The file of a language."""
    return pages().page(code)


@cache
def page(code: str) -> Page:
    """The page of a language, as its links and classes tell it."""
    return Page(files()[file_name(code)])


@cache
def elements(name: str) -> Element:
    """A file as its elements; the page within a frame stands in it."""
    pages_of = {file_name(code): code for code in LANGUAGES}
    return page(pages_of[name]).outer if name in pages_of else parsed(files()[name])


@cache
def screens() -> Screens:
    """The screens of a page in a browser."""
    return Screens(project().library, web=True)


@cache
def machine(code: str) -> ScreenMachine:
    """All conversations in a language."""
    return screens().tell(words()[code])


def told(event: Event, spoken: Words, code: str = "") -> Iterator[str]:
    """What a person reads of an event, in order; `code` is what opens the picture of a link."""
    match event:
        case Said(text, english):
            yield from (text, english)
        case Asked():
            counts = {"number": str(event.number), "about": str(event.about)}
            yield spoken.say(phrases.PROGRESS, None, counts)
            yield from (event.text, event.english, event.why)
            yield from (part for choice in event.choices for part in answer(choice))
        case Headline(_, _, when, text, english, when_english):
            yield from (when, when_english, text, english)
        case Contact():
            yield spoken.say(phrases.BESIDE) if event.beside else ""
            yield from (event.name, event.why)
            for way in event.ways:
                yield from (way.text, code if way.kind == "link" else "")
            yield from event.lines
        case Heading(text):
            yield text
        case Card(title, text):
            yield from (title, text)


def answer(choice: Choice) -> tuple[str, ...]:
    """What a person reads of an answer."""
    return choice.label, choice.english, choice.hint


def joined(parts: Iterator[str]) -> str:
    """Texts as one, with single blanks."""
    return " ".join(" ".join(parts).split())


def words_at(code: str, state: State) -> str:
    """What the engine says at a state, answers included."""
    return _words(code, state, machine(code).screens[state.screen].events)


def _words(code: str, state: State, events: Iterable[Event], phone_code: str = "") -> str:
    spoken, screen = words()[code], machine(code).screens[state.screen]
    parts = [part for event in events for part in told(event, spoken, phone_code)]
    parts += [part for choice in screen.standing for part in answer(choice)]
    return joined(iter(parts))


def opened_at(code: str, state: State) -> list[str]:
    """What the engine says of each thing that can be opened at a state."""
    return _opened(code, state.menu)


@cache
def _opened(code: str, name: str) -> list[str]:
    spoken, menu = words()[code], machine(code).menus[name]
    (topics,) = menu.topics
    events = [menu.help, *(menu.opened[choice.key] for choice in getattr(topics, "choices", ()))]
    return [joined(part for event in each for part in told(event, spoken)) for each in events]


def menu_at(code: str, state: State) -> Menu:
    """What can be opened at a state."""
    return machine(code).menus[state.menu]


def holds_until() -> str:
    """The day from which something in the pages is to be looked at again."""
    return min(contact.review_by for contact in project().library.contacts.values())


def all_seen_at(code: str, state: State, *, answered: bool, script: bool = True) -> str:
    """Everything that is seen in the page at a state, whatever can be opened being closed."""
    spoken, library = words()[code], project().library
    narrator = Narrator(library, spoken, web=True)
    menu, screen = menu_at(code, state), machine(code).screens[state.screen]
    topics = [menu.opened[choice.key] for choice in getattr(menu.topics[0], "choices", ())]
    around = [
        *(notice.text for notice in narrator.notices()),
        "" if code == "en" else spoken.say(phrases.SHOW_ENGLISH),
        _words(code, state, _in_view(screen.events), spoken.say(phrases.BUTTON_CODE)),
        getattr(menu.help[0], "text", ""),
        spoken.say(phrases.TOPICS_TITLE),
        *(getattr(events[0], "text", "") for events in topics),
        spoken.say(phrases.WHY_TITLE) if answered and script else "",
        spoken.say(phrases.WEB_HOW_TO_LEAVE),
        spoken.say(phrases.WEB_KEYS) if script else "",
        spoken.say(phrases.WEB_BACK),
        spoken.say(phrases.WEB_LOOK_AGAIN, None, {"date": written_out(holds_until(), code)}),
        *(spoken.say(text) for text in (phrases.CHAT_RESTART, phrases.WEB_PLAIN)),
    ]
    return joined(iter(around))


def _in_view(events: Iterable[Event]) -> Iterator[Event]:
    """Without what is folded away under a heading until it is opened."""
    shows = True
    for event in events:
        if isinstance(event, Heading):
            shows = not getattr(event, "opens", "")
            yield event
        elif shows:
            yield event


def conversations(code: str, every: int) -> Iterator[list[tuple[int, State]]]:
    """Conversations to every so many endings: which answer is pressed, and the state after it."""
    engine = machine(code)
    ways = [path for name, path in shortest_paths(engine).items() if not engine.states[name].moves]
    for path in ways[::every]:
        steps, state = [], engine.walk(())
        for key in path:
            place = list(state.moves).index(key)
            state = engine.states[state.moves[key]]
            steps.append((place, state))
        yield steps
