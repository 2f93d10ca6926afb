"""Every page of the export: a file a language, and a booklet of it for paper and text browsers."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib.resources import files
from typing import NamedTuple

from guide.conversation import phrases
from guide.conversation.narrator import Narrator
from guide.export.web import booklet
from guide.export.web.layers import layered
from guide.export.web.markup import Markup, PageWords
from guide.export.web.page import Around, html_page
from guide.export.web.paired import zipped
from guide.flow.model import Library, Text
from guide.front.languages import name_of
from guide.i18n.words import SOURCE_LANGUAGE, Words, written_out
from guide.screens.build import Screens
from guide.screens.machine import Menu, ScreenMachine

LEAVE_TO = "https://www.bbc.co.uk/weather"
"""Where leaving leads unless the host says otherwise: a page that anybody may have open."""


class Host(NamedTuple):
    """What the host of the pages says of itself."""

    title: str = ""
    """What the browser's tab and history show; empty for a word that gives nothing away."""
    leave_to: str = LEAVE_TO


class Pages:
    """The pages of some flows, made language by language."""

    def __init__(self, library: Library, words: Mapping[str, Words], host: Host) -> None:
        """`words` are those of each language by code; each page leads to the others."""
        self._library = library
        self._words = words
        self._host = host
        self._screens = Screens(library, web=True)
        self._told: dict[str, _Language] = {}

    def files(self) -> Iterator[tuple[str, str]]:
        """Every file, by name: what a host puts on a server, or a school on its tablets."""
        for code in self._words:
            yield file_name(code), self.page(code)
            yield booklet_name(code), self._language(code).booklet()

    def page(self, code: str) -> str:
        """The whole guide in a language as one file."""
        return self._language(code).page()

    def books(self) -> Iterator[tuple[str, str]]:
        """Every language as a book for those who review it, by file name."""
        for code in self._words:
            yield f"book-{code}.html", self._language(code).booklet(with_contents=True)

    def _language(self, code: str) -> "_Language":
        """A language, told once: its page and its booklet hold the same screens."""
        if code not in self._told:
            others = {name: name_of(words) for name, words in self._words.items() if name != code}
            self._told[code] = _Language(
                self._library, self._words[code], self._screens, self._english, self._host, others
            )
        return self._told[code]

    @cached_property
    def _english(self) -> ScreenMachine:
        return self._screens.tell(Words(self._library.contacts))


class _Language:
    """One language of the export."""

    def __init__(
        self,
        library: Library,
        words: Words,
        screens: Screens,
        english: ScreenMachine,
        host: Host,
        others: Mapping[str, str],
    ) -> None:
        """`others` are the other languages: what each calls itself, by code."""
        self._library, self._words = library, words
        self._machine, self._english = screens.tell(words), english
        self._host, self._others = host, others
        self._narrator = Narrator(library, words, web=True)

    def page(self) -> str:
        """The whole guide as one file."""
        web = layered(self._machine, self._english, list(self._library.topics))
        return html_page(web, self._around(), self._page_words(), self._numbers())

    def booklet(self, *, with_contents: bool = False) -> str:
        """The whole guide as numbered sections."""
        menu, twin = self._first_menu(self._machine), self._first_menu(self._english)
        around = booklet.Covers(
            language=self._words.language,
            right_to_left=self._words.right_to_left,
            title=self._host.title or self._words.unmarked(phrases.WEB_TITLE),
            leave_to=self._host.leave_to,
            leave=self._say(phrases.WEB_LEAVE),
            keys=self._say(phrases.WEB_KEYS),
            remembers=self._say(phrases.WEB_REMEMBERS),
            page=file_name(self._words.language),
            guide=self._say(phrases.WEB_FRAME),
            look_again=self._look_again(),
            until=self._until(),
            notices=self._notices(),
            help=zipped(menu.help, twin.help),
            who=self._say(phrases.WEB_WHO),
            topics=self._say(phrases.TOPICS_TITLE),
            opened=tuple(zipped(events, twin.opened[key]) for key, events in menu.opened.items()),
        )
        markup = Markup(self._page_words(), self._numbers(), "#", {}, on_paper=True)
        parts = booklet.sections(self._machine, self._english)
        style = files(__package__).joinpath("style.css").read_text(encoding="utf-8").strip()
        return booklet.booklet(parts, around, markup, style, with_contents=with_contents)

    def _first_menu(self, machine: ScreenMachine) -> Menu:
        return machine.menus[machine.walk(()).menu]

    def _around(self) -> Around:
        narrator, code = self._narrator, self._words.language
        return Around(
            language=code,
            right_to_left=self._words.right_to_left,
            title=self._host.title or self._words.unmarked(phrases.WEB_TITLE),
            leave_to=self._host.leave_to,
            leave=self._say(phrases.WEB_LEAVE),
            frame=self._say(phrases.WEB_FRAME),
            how=self._say(phrases.WEB_HOW_TO_LEAVE),
            keys=self._say(phrases.WEB_KEYS),
            back=self._say(phrases.WEB_BACK),
            old=self._say(phrases.WEB_OLD),
            look_again=self._look_again(),
            until=self._until(),
            topics=self._say(phrases.TOPICS_TITLE),
            restart=self._say(phrases.CHAT_RESTART),
            why=self._say(phrases.WHY_TITLE),
            answered=self._words.say(phrases.WHY_SAID, None, {"question": "{q}", "answer": "{a}"}),
            change=self._say(phrases.CHAT_CHANGE_TITLE),
            both="" if code == SOURCE_LANGUAGE else self._say(phrases.SHOW_ENGLISH),
            notices=self._notices(),
            help_lines=tuple(zip(narrator.help_names({}), narrator.help_lines({}), strict=True)),
            booklet=booklet_name(code),
            plain=self._say(phrases.WEB_PLAIN),
            others=tuple((file_name(other), other, name) for other, name in self._others.items()),
        )

    def _look_again(self) -> str:
        return min(contact.review_by for contact in self._library.contacts.values())

    def _until(self) -> str:
        """What says, without a script, that the page may be old: no style knows today's date."""
        written = written_out(self._look_again(), self._words.language)
        return self._words.say(phrases.WEB_LOOK_AGAIN, None, {"date": written})

    def _page_words(self) -> PageWords:
        def progress(number: int, about: int) -> str:
            counts = {"number": str(number), "about": str(about)}
            return self._words.say(phrases.PROGRESS, None, counts)

        return PageWords(
            beside=self._say(phrases.BESIDE),
            progress=progress,
            code=self._say(phrases.BUTTON_CODE),
            code_how=self._say(phrases.CHAT_CODE_TITLE),
        )

    def _numbers(self) -> tuple[str, ...]:
        contacts = self._library.contacts.values()
        return tuple(number for contact in contacts for number in (contact.phone, contact.text))

    def _notices(self) -> tuple[str, ...]:
        return tuple(notice.text for notice in self._narrator.notices())

    def _say(self, text: Text) -> str:
        return self._narrator.phrase(text).text


def file_name(code: str) -> str:
    """The file of a language: a name that gives nothing away."""
    return f"{code}.html"


def booklet_name(code: str) -> str:
    """The file of its booklet."""
    return "plain.html" if code == SOURCE_LANGUAGE else f"plain-{code}.html"
