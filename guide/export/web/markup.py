"""Events as HTML: the words of a language, and beside them the English where it is to be seen.

Every text is escaped here. Attributes stand in single quotes, so that a page within an attribute
in double quotes (the frame of guide.export.web.page) stays short.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import Any, NamedTuple, assert_never

from guide.conversation.events import (
    Answered,
    Asked,
    Card,
    Contact,
    ContactMethod,
    Event,
    Heading,
    Headline,
    Said,
    Topics,
)
from guide.export.web.layers import WebBlock, WebListed, WebState
from guide.export.web.paired import Pair, WebAnswer

NO_BREAK = "\u00a0"
SCHEMES = {"phone": "tel:", "text": "sms:", "email": "mailto:", "link": ""}
"""What the browser does with each way to reach a contact."""
ALWAYS_BESIDE, SWITCHED = "bdi", "i"
"""The elements for English that is always beside a text, and for what a switch shows. To a
screen reader, and to a browser without our styles, neither means that words are deleted."""
_PATH = re.compile(r"(?<=\w)/[^\s<]+")
"""The end of an address, after its host: what goes to a line of its own where both are too long."""
OUT = "target=_blank rel='noopener noreferrer'"
"""A link out of the guide opens beside it: the answers stay where they are."""


def class_name(names: str) -> str:
    """The class of what is seen in the states that have one of `names` among theirs.

    Not the same name: a browser looks again at all that has a name in a rule for the state in
    view, and those are few beside the places of all states.
    """
    return " ".join(name.capitalize() for name in names.split())


def _class(names: str) -> str:
    """The attribute of that class."""
    return f"class='{class_name(names)}'" if " " in names else f"class={class_name(names)}"


def address(way: ContactMethod) -> str:
    """What pressing a way to reach a contact opens."""
    value = way.value if way.kind in ("link", "email") else re.sub(r"[^+\d]", "", way.value)
    return SCHEMES[way.kind] + value


class PageWords(NamedTuple):
    """The page's own words in one language."""

    beside: str
    """Said before a contact equal to the last."""
    progress: Callable[[int, int], str]
    """How far a conversation is: the number of the question, and of about how many."""
    code: str
    code_how: str


class Markup:
    """Writes the events of one language."""

    def __init__(
        self,
        words: PageWords,
        numbers: Iterable[str],
        target: str,
        codes: Mapping[str, str],
        *,
        on_paper: bool = False,
    ) -> None:
        """`numbers` are the phone numbers of all contacts, never broken over two lines.

        A link to a state is `target` and its name; `codes` are, by link, the names of its picture
        for a phone. On paper answers say where to go on, and there is no English to switch on.
        """
        self._on_paper = on_paper
        longest_first = sorted(filter(None, numbers), key=len, reverse=True)
        pattern = "|".join(map(re.escape, longest_first))
        self._numbers = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)" if pattern else r"(?!)")
        self._say = words
        self._target = target
        self._codes = codes

    # -- states and blocks

    def state(self, state: WebState) -> str:
        """The place of a state: empty, its classes the names of the blocks that are seen there."""
        attributes = f"id={state.name} tabindex=-1 aria-labelledby={state.heading}"
        odd = " data-odd" if state.odd else ""
        return f"<section {attributes}{odd} class='{' '.join(state.shows)}'></section>"

    def block(self, block: WebBlock, within: str = "") -> str:
        """What is said, asked or folded away, or somebody to turn to.

        What is seen wherever the block around it is, whose name is `within`, needs none itself.
        """
        event, english = block.content[0]
        match event, english:
            case Heading(), Heading() if block.inside:
                inside = "".join(self.block(each, block.name) for each in block.inside)
                summary = self.words(event.text, "", english.text)
                begin = f"<details {_class(block.name)}><summary>{summary}</summary>"
                return f"{begin}{inside}</details>"
            case Contact(), Contact() if block.inside:
                content = self._contact(event, english, "".join(self._whys(block)))
            case _:
                content = self.events(block.content, block.heading)
        if block.name == within:
            return content
        return f"<div {_class(block.name)}>{content}</div>"

    def _whys(self, block: WebBlock) -> Iterator[str]:
        """Why to turn to a contact, in the words for each of its states."""
        for why in block.inside:
            kind = "" if why.name == block.name else f" {_class(why.name)}"
            for event, english in why.content:
                assert isinstance(event, Said)
                assert isinstance(english, Said)
                yield f"<p{kind}>{self.words(event.text, '', english.text, tap=True)}</p>"

    def answer(self, listed: WebListed) -> str:
        """An answer as a link to the state it leads to."""
        return f"<li {_class(listed.name)}>{self._link(listed.answer)}</li>"

    def question(
        self, asked: Asked, english: Any, answers: Iterable[WebAnswer] = (), name: str = ""
    ) -> str:
        """A question, its answers as links; `name` is its id."""
        count = ""
        if asked.number:
            count = f"<p class=n>{escape(self._say.progress(asked.number, asked.about))}</p>"
        why = self._paragraph(asked.why, "", english.why, kind="w") if asked.why else ""
        heading = self._heading(self.words(asked.text, asked.english, english.text), name)
        links = "".join(f"<li>{self._link(answer)}</li>" for answer in answers)
        return f"{count}{heading}{why}{f'<ul>{links}</ul>' if links else ''}"

    def _heading(self, words: str, name: str) -> str:
        # On paper the number of the section is its title.
        return f"<h1 id={name}>{words}</h1>" if name else f"<h3>{words}</h3>"

    def _link(self, answer: WebAnswer) -> str:
        choice, twin = answer.choice, answer.english
        hint = f"<br><small>{self.words(choice.hint, '', twin.hint)}</small>" if choice.hint else ""
        label = self.words(choice.label, choice.english, twin.label)
        danger = " class=d" if choice.key == "danger" else ""
        number = f" <b>→\u00a0{answer.target}</b>" if self._on_paper else ""
        return f"<a{danger} href={self._target}{answer.target}>{label}{number}{hint}</a>"

    def events(self, pairs: Iterable[Pair], name: str = "") -> str:
        """Events one after another; `name` is the id of a question or headline."""
        return "".join(self.event(event, english, name) for event, english in pairs)

    def event(self, event: Event, english: Any, name: str = "") -> str:
        """An event as a part of a page; `name` is its id, if it is a heading."""
        match event:
            case Asked():
                return self.question(event, english, (), name)
            case Said():
                return self._paragraph(event.text, event.english, english.text, tap=True)
            case Headline():
                return (
                    f"<p class='u {event.urgency}'>"
                    f"{self.words(event.when, event.when_english, english.when)}</p>"
                    + self._heading(self.words(event.text, event.english, english.text), name)
                )
            case Contact():
                return self._contact(event, english)
            case Heading():
                level = "h3" if self._on_paper else "h2"
                return f"<{level}>{self.words(event.text, '', english.text)}</{level}>"
            case Card():
                return (
                    f"<figure><figcaption>{self.words(event.title, '', english.title)}</figcaption>"
                    f"<blockquote>{self.words(event.text, '', english.text)}</blockquote></figure>"
                )
            case Answered() | Topics():
                raise TypeError(f"{type(event).__name__} is no part of a page")
            case _:
                assert_never(event)

    def _contact(self, contact: Contact, english: Any, whys: str = "") -> str:
        """Somebody to turn to; `whys` is markup of what is said of them at each state."""
        if self._on_paper:
            return self._contact_on_paper(contact)
        name = self.words(contact.name, "", english.name)
        parts = [f"<h2>{name}</h2>", whys]
        if contact.why:
            parts.append(self._paragraph(contact.why, "", english.why, tap=True))
        for way, twin in zip(contact.ways, english.ways, strict=True):
            parts.append(self._way(way, twin))
        for line, twin in zip(contact.lines, english.lines, strict=True):
            parts.append(self._paragraph(line, "", twin, tap=True))
        before = f"<p class=b>{escape(self._say.beside)}</p>" if contact.beside else ""
        return f"{before}<article>{''.join(parts)}</article>"

    def _contact_on_paper(self, contact: Contact) -> str:
        """Who it is, how to reach them, and why: the rest stands in the directory."""
        ways = [_in_short(way) for way in contact.ways if way.kind in ("phone", "text")]
        texts = [*(ways or map(_in_short, contact.ways)), contact.why]
        words = " · ".join(self._plain(text) for text in texts if text not in ("", contact.name))
        before = f"{escape(self._say.beside)} " if contact.beside else ""
        name = f"<a href=#{self.entry(contact)}>{self._plain(contact.name)}</a>"
        return f"<p>{before}<b>{name}</b> {words}</p>"

    def note(self, heading: Any, name: str) -> str:
        """On paper: what is told, and the name of the note that tells it."""
        return f"<p><a href=#{name}>{self._plain(heading.text)} <b>→{NO_BREAK}{name}</b></a></p>"

    def entry(self, contact: Contact) -> str:
        """On paper all that does not change from place to place stands once: its name there."""
        return f"who-{contact.id}"

    def directory(self, contact: Contact, lines: Iterable[str]) -> str:
        """Who somebody is, whom they help and when: once, for all sections that name them."""
        ways = "".join(self._way(way, way) for way in contact.ways)
        paragraphs = "".join(self._paragraph(line, "", line, tap=True) for line in lines)
        name = self.words(contact.name, "", contact.name)
        return f"<article id={self.entry(contact)}><h3>{name}</h3>{ways}{paragraphs}</article>"

    def _way(self, way: ContactMethod, english: ContactMethod) -> str:
        out = f" {OUT}" if way.kind == "link" else ""
        link = f"<a class=y href='{escape(address(way))}'{out}>"
        words = _PATH.sub(r"<span>\g<0></span>", self.words(way.text, "", english.text))
        return f"<p>{link}{words}</a></p>{self._code(way.value)}"

    def _code(self, link: str) -> str:
        """A link as a picture for a phone, opened in place."""
        if not (picture := self._codes.get(link)):
            return ""
        what = escape(self._say.code)
        return (
            f"<details class=q><summary>{what}</summary><p>{escape(self._say.code_how)}</p>"
            f"<svg role=img aria-label='{what}'><use href=#{picture} /></svg></details>"
        )

    # -- words

    def _paragraph(
        self, text: str, safe: str, english: str, *, kind: str = "", tap: bool = False
    ) -> str:
        attributes = f" class={kind}" if kind else ""
        return f"<p{attributes}>{self.words(text, safe, english, tap=tap)}</p>"

    def words(self, text: str, safe: str, english: str, *, tap: bool = False) -> str:
        """A text; `safe` is English that is always beside it, `english` only where asked for.

        With `tap` its phone numbers can be pressed.
        """
        wanted = "" if self._on_paper or english == text else english
        beside, tag = (safe, ALWAYS_BESIDE) if safe else (wanted, SWITCHED)
        # A text browser, which has none of our styles, shows what is beside a text below it.
        below = "<br>" if tag == ALWAYS_BESIDE else ""
        twin = f"{below}<{tag} lang=en>{self._plain(beside)}</{tag}>" if beside else ""
        return f"{self._plain(text, tap=tap)}{twin}"

    def _plain(self, text: str, *, tap: bool = False) -> str:
        """Escaped, its phone numbers each in one piece."""

        def number(match: re.Match[str]) -> str:
            whole = match[0].replace(" ", NO_BREAK)
            return f"<a href=tel:{match[0].replace(' ', '')}>{whole}</a>" if tap else whole

        return self._numbers.sub(number, escape(text, quote=False))


def _in_short(way: ContactMethod) -> str:
    """A number to call, or a page to go to, speaks for itself; what to do with others is said."""
    return way.value if way.kind in ("phone", "link") else way.text
