"""Steps and words into events: what is said, in which order."""

from __future__ import annotations

from guide.conversation import events, phrases
from guide.conversation.events import Choice, Event
from guide.flow.model import (
    CONTACT_METHODS,
    Contact,
    Ending,
    Fact,
    Facts,
    Library,
    Line,
    Message,
    More,
    Option,
    Question,
    Shown,
    Text,
    Topic,
    Wording,
    holds,
    pick,
)
from guide.i18n.words import Words
from guide.light import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guide.session import Turn


class Narrator:
    """Says the steps of a library in one language, as a terminal or a page in a browser does."""

    def __init__(
        self, library: Library, words: Words, *, web: bool = False, hears: bool = True
    ) -> None:
        """`web` for a page; `hears` where words typed freely are answered, as in a conversation."""
        self._library = library
        self._words = words
        self._web = web
        self._hears = hears and not web

    def phrase(self, text: Text, **values: str) -> events.Phrase:
        """One of the program's own phrases."""
        words = self._words
        return events.Phrase(words.say(text, None, values), words.english(text, None, values))

    def says(self, text: Text, **values: str) -> events.Said:
        """One of the program's own phrases, said."""
        return events.Said(*self.phrase(text, **values))

    def headed(self, title: Text) -> list[Event]:
        """One of the program's own phrases as the title of what follows."""
        return [events.Heading(self._title(title))]

    def _title(self, text: Text) -> str:
        """A phrase that stands above others, or before a number: none of these is about safety."""
        return self._words.say(text)

    def _say(self, wording: Wording, facts: Facts) -> str:
        text = pick(wording, facts)
        return self._words.say(text, facts) if text else ""

    def _english(self, wording: Wording, facts: Facts) -> str:
        text = pick(wording, facts)
        return self._words.english(text, facts) if text else ""

    def lines(self, lines: Iterable[Line], facts: Facts) -> list[Event]:
        """The words of every line that holds."""
        spoken: list[Event] = []
        for line in lines:
            text = self.line_text(line, facts)
            if text is not None:
                words = self._words.say(text, facts)
                spoken.append(events.Said(words, self._words.english(text, facts)))
        return spoken

    def notices(self) -> list[events.Said]:
        """What to know about the language itself, before anything else is said in it."""
        if self._words.instead:
            return [self.says(phrases.INSTEAD)]
        return [self.says(phrases.DRAFT)] if self._words.draft else []

    def listed(self, items: Iterable[str]) -> str:
        """Items as a list within a sentence."""
        return self._words.listed(items)

    def line_text(self, line: Line, facts: Facts) -> Text | None:
        """The text of a line for these facts, or None where it is not said."""
        if line.needs == "typing" and not self._hears:
            return None  # nobody is asked to speak who is not heard
        for fact, values in line.when:
            if facts.get(fact) not in values:
                return None
        wording = line.wording
        if line.statement:
            statement = self._library.statements[line.statement]
            wording = (self._web and statement.web) or statement.say
        return pick(wording, facts)

    def message(self, message: Message, facts: Facts) -> list[Event]:
        """What a message says."""
        return self.lines(message.say, facts)

    def ask(self, question: Question, facts: Facts, answered: int) -> events.Asked:
        """A question and its answers, after `answered` questions."""
        number = answered + 1
        about = answered + self._library.questions_left.get(question.id, 1)
        return events.Asked(
            step=question.id,
            text=self._say(question.ask, facts),
            why=self._say(question.why, facts),
            number=number,
            about=max(number, about),
            choices=tuple(self.choice(option, facts) for option in question.options),
            english=self._english(question.ask, facts),
        )

    def turn(self, turn: Turn, facts: Facts, answered: int) -> tuple[Event, ...]:
        """What a person meets once `answered` answers are given, the question or ending last."""
        met: list[Event] = []
        for message in turn.passed:
            met += self.message(message, facts)
        if isinstance(turn.at, Ending):
            met += self.end(turn.at, facts)
        else:
            met.append(self.ask(turn.at, facts, answered))
        return tuple(met)

    def choice(self, option: Option, facts: Facts) -> Choice:
        """An answer as it is offered."""
        return Choice(
            option.id,
            self._say(option.say, facts),
            self._say(option.hint, facts),
            self._english(option.say, facts),
        )

    def said_back(self, fact: Fact, value: str, facts: Facts) -> events.Phrase | None:
        """How what somebody told is said back; None where the flows have no words for it."""
        for sentence in fact.said_back:
            if sentence.value == value and (text := pick(sentence.say, facts)):
                return self.phrase(text)
        return None

    def answered(self, step: str, key: str, facts: Facts) -> events.Answered:
        """An answer given to a question of the library, in the words it was offered in."""
        question = self._library.steps[step]
        for option in self._library.options(question):  # type: ignore[arg-type]
            if option.id == key:
                return events.Answered(step, key, self.choice(option, facts).label)
        return events.Answered(step, key, key)

    def end(self, ending: Ending, facts: Facts) -> list[Event]:
        """An ending: the action, what to know first, who to turn to, what is next."""
        parts: list[Event] = [self._headline(ending, facts)]
        parts += self.lines(ending.before, facts)
        shown = ending.shown(facts)
        parts += self._contacts(ending.contacts, shown, facts)
        parts += self._section(phrases.KEEP_TITLE, ending.keep_in_mind, facts)
        own = self._opening(ending.more, shown, facts)
        rest = self._rest(ending, facts)
        parts += own + rest if ending.folds else rest + own
        return parts + self._opening(self._library.more, shown, facts)

    def _rest(self, ending: Ending, facts: Facts) -> list[Event]:
        """What comes next and what else can be done, open in an emergency; and words to show."""
        name = "{}" if ending.folds else ""
        parts = self._section(phrases.NEXT_TITLE, ending.next, facts, name.format("next"))
        parts += self._section(phrases.IF_NOT_TITLE, ending.if_not, facts, name.format("if-not"))
        if card := self._say(ending.card, facts):
            parts.append(events.Heading(self._title(phrases.CARD_HEADING), "card"))
            parts.append(events.Card(self._title(phrases.CARD_TITLE), card))
        return parts

    def _contacts(
        self, those: Iterable[Shown], shown: Iterable[Shown], facts: Facts
    ) -> Iterable[Event]:
        """Those of an ending's contacts that are shown."""
        group = None
        for entry in those:
            if entry in shown:
                contact = self._library.contacts[entry.contact]
                why = self._say(entry.say, facts)
                yield self.contact(contact, facts, why, beside=entry.group == group)
                group = entry.group

    def _opening(self, groups: Iterable[More], shown: Iterable[Shown], facts: Facts) -> list[Event]:
        """What stands under headings that a person opens; no heading with nothing under it."""
        parts: list[Event] = []
        for more in groups:
            under = self.lines(more.say, facts) if holds(more.when, facts) else []
            under += self._contacts(more.contacts, shown, facts)
            if under:
                words = self._say(self._library.headings[more.heading].say, facts)
                parts += [events.Heading(words, more.heading), *under]
        return parts

    def _headline(self, ending: Ending, facts: Facts) -> Event:
        urgencies = phrases.URGENCIES
        if facts.get("who") == "professional":
            urgencies = urgencies | phrases.AT_WORK
        when = self.phrase(urgencies[ending.urgency])
        return events.Headline(
            ending=ending.id,
            urgency=ending.urgency,
            when=when.text,
            text=self._say(ending.title, facts),
            english=self._english(ending.title, facts),
            when_english=when.english,
        )

    def _section(
        self, title: Text, lines: Iterable[Line], facts: Facts, opens: str = ""
    ) -> list[Event]:
        spoken = self.lines(lines, facts)
        if not spoken:
            return []
        return [events.Heading(self._title(title), opens), *spoken]

    def contact(
        self, contact: Contact, facts: Facts, why: str = "", *, beside: bool = False
    ) -> events.Contact:
        """Someone to turn to, with every way to reach them."""
        ways = self._ways(contact)
        wordings = (contact.says, contact.ages, contact.nation, contact.hours, contact.cost)
        lines = [self._say(wording, facts) for wording in wordings]
        return events.Contact(
            id=contact.id,
            name=self._words.name(contact, facts),
            why=why,
            ways=ways,
            lines=tuple(line for line in lines if line),
            beside=beside,
        )

    def _ways(self, contact: Contact) -> tuple[events.ContactMethod, ...]:
        """Every way to reach a contact."""
        ways = []
        for kind in CONTACT_METHODS:
            if value := contact.value(kind):
                words = self._words.say(phrases.WAYS[kind], None, {"value": value})
                ways.append(events.ContactMethod(kind, value, words))
        return tuple(ways)

    def help(self, facts: Facts) -> list[Event]:
        """The full help card: everyone on the help lines, with every way to reach them."""
        heading: list[Event] = [events.Heading(self._title(phrases.HELP_TITLE))]
        contacts = self._library.contacts
        return heading + [self.contact(contacts[name], facts) for name in self._library.help]

    def help_first(self, facts: Facts) -> list[Event]:
        """What comes before all else when a typed line is a cry for help: thanks, and the card."""
        return [self.says(phrases.HEAR_THANKS), *self.help(facts)]

    def help_lines(self, facts: Facts) -> list[events.HelpLine]:
        """The help in view on every screen: one short line a contact, always in this order."""
        contacts = (self._library.contacts[name] for name in self._library.help)
        return [
            events.HelpLine(
                contact=contact.id,
                text=self._say(contact.help, facts),
                english=self._english(contact.help, facts),
                ways=self._ways(contact),
            )
            for contact in contacts
        ]

    def help_names(self, facts: Facts) -> list[str]:
        """The same help at its shortest: names, with the number where there is one."""
        names = []
        for name in self._library.help:
            contact = self._library.contacts[name]
            label = self._words.name(contact, facts)
            phone = contact.phone if contact.phone != label else ""
            names.append(self._words.kept_together(f"{label} {phone}".strip()))
        return names

    def offered_topics(self, facts: Facts) -> list[Topic]:
        """The topics that may be opened once these facts are known."""
        return [topic for topic in self._library.topics.values() if holds(topic.when, facts)]

    def topics(self, offered: Iterable[Topic], facts: Facts) -> events.Topics:
        """The questions that may be opened."""
        choices = tuple(Choice(topic.id, self._say(topic.ask, facts)) for topic in offered)
        return events.Topics(self._title(phrases.TOPICS_TITLE), choices)

    def topic(self, topic: Topic, facts: Facts) -> list[Event]:
        """What a topic says."""
        heading: list[Event] = [events.Heading(self._say(topic.ask, facts))]
        return heading + self.lines(topic.say, facts)
