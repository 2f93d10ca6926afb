"""Events drawn as lines of text: who speaks, what is asked, whom to turn to."""

from collections.abc import Sequence
from typing import assert_never

from guide.conversation import folding, phrases
from guide.conversation.events import (
    Answered,
    Asked,
    Card,
    Choice,
    Contact,
    ContactMethod,
    Heading,
    Headline,
    Phrase,
    Said,
    Topics,
)
from guide.front.cells import cells, wrap
from guide.front.chat.draw import bilingual as both
from guide.front.chat.draw.buttons import CODE, WITH_ENGLISH
from guide.front.chat.draw.code_size import code_fits
from guide.front.chat.draw.digits import big_digits
from guide.front.chat.draw.frame import FRAME, framed
from guide.front.chat.draw.lines import (
    AROUND,
    BARS,
    HELP_AND_QUESTION,
    IN_SILENCE,
    NARROW,
    TINY,
    Lines,
    Viewport,
)
from guide.front.chat.draw.section import Code, Renderable, Section
from guide.front.chat.draw.text import Action, ScreenLine, Span, fill, two_rows_each
from guide.front.plain.lines import in_one_line


def draw(section: Section, viewport: Viewport) -> list[ScreenLine]:
    """The lines of a section."""
    drawing = _Drawing(section, viewport)
    return two_rows_each(drawing.lines) if viewport.by_hand else drawing.lines


class _Drawing(Lines):
    """Draws one section; `lines` is what came of it."""

    def __init__(self, section: Section, viewport: Viewport) -> None:
        super().__init__(viewport)
        self._section = section
        self._guide_spoke = False
        self._in_large = False
        self._below_words = viewport.width < NARROW
        """Whether the bar of the first contact sets it apart: a narrow window has few lines."""
        self._begins = 0
        """Where the ending begins: the person's own words above it may go out of view."""
        self._framed = ""
        """The link that stands in a frame, if any."""
        self._folds_english = False
        self._under_open = False
        self._hints_beside = self._is_airy = False
        self._spoken = section.spoken
        has_both = {Contact, Asked} <= set(map(type, section.events)) and not section.ends
        self._is_brief = has_both and viewport.height < HELP_AND_QUESTION
        """Whether of help that comes before a question only names and ways stand: both in view."""
        self._numbers = {heading: n for n, heading in enumerate(section.headings, start=1)}
        for event in folding.with_open(section.events, section.opened):
            self._draw(self._in_words(event))
        self._offers()
        self._english()

    def _draw(self, event: Renderable) -> None:
        match event:
            case Said(text, english):
                self._said(both.join(text, english))
            case Asked():
                self._asked(event)
            case Answered(_, _, text):
                self._answered(text)
            case Headline():
                self._headline(event)
            case Contact():
                self._contact(event)
            case Heading(text, opens):
                if opens:
                    self._opening(Choice(opens, text))
                else:
                    self.gap()
                    self.put(text, "heading")
            case Card():
                self._card(event)
            case Topics(title, choices):
                self.gap()
                self.put(title, "heading")
                self.gap()
                self._choices(choices)
            case Code():
                pass  # it has the whole window (code_page.py)
            case _:
                assert_never(event)

    # -- English beside words of a draft

    def _in_words(self, event: Renderable) -> Renderable:
        """The event with the English below its words where that is shown."""
        folded = folding.without_english(event)
        self._folds_english |= folded != event
        return event if self.viewport.in_english else folded

    def _english(self) -> None:
        """How to see the English that is folded away, or to fold it away, where it stands."""
        if self._folds_english and self._section.asks:
            sign = "-" if self.viewport.in_english else "+"
            label = Choice("english", self.viewport.say(phrases.SHOW_ENGLISH), WITH_ENGLISH.cap)
            self._hints_beside = self._fits_beside(label, 1)
            self._choice(label, sign, WITH_ENGLISH.does)

    # -- what is said

    def _speak(self) -> None:
        """Mark that the guide speaks now."""
        if not self._guide_spoke:
            self.gap()
            self.put(self.viewport.say(phrases.GUIDE), "speaker", bar="page")
            self._guide_spoke = True

    def _said(self, text: str) -> None:
        if not self._spoken:
            self.put(text, "text")
            return
        self._speak()
        self.put(text, "guide")

    def _asked(self, asked: Asked) -> None:
        self._speak()
        if self.viewport.roomy and self.lines[-1] and self.lines[-1][-1].role != "speaker":
            self.gap()
        texts = [
            (both.join(*line), "question")
            for line in (*asked.above, Said(asked.text, asked.english))
        ]
        if asked.why and self.viewport.height > TINY:
            texts.append((asked.why, "why"))
        self.panel(texts, Span("\u258c", "question-edge"), is_airy=not self._is_brief)
        if self._section.asks:
            if self.viewport.height > TINY:
                self.gap()
            self._choices(asked.choices)

    def _answered(self, text: str) -> None:
        """The person's words, at the other side of the screen."""
        number = self._section.answer
        does = Action("change", str(number)) if number >= 0 else None
        you = f"{self.viewport.say(phrases.YOU)} "
        lines = wrap(text, self.width - cells(you) - 4)
        widest = max(map(cells, lines))
        for number, line in enumerate(lines):
            mark = you if number == 0 else " " * cells(you)
            before = " " * (self.viewport.width - widest - 4 - cells(you))
            bubble = fill((Span(f" {line}", "you", does),), widest + 2, "you", does)
            marker = Span(" ", "mark" if number == 0 else "page", does)
            self.lines.append((Span(before), marker, Span(mark, "speaker", does), *bubble))

    def _choices(self, choices: Sequence[Choice]) -> None:
        # Two rows are a target that a finger hits; where they all have room.
        has_room = self.viewport.roomy and self.viewport.height >= 2 * len(choices) + AROUND
        self._is_airy = has_room or self.viewport.by_hand
        figures = len(str(len(choices)))
        self._hints_beside = all(self._fits_beside(choice, figures) for choice in choices)
        for position, choice in enumerate(choices, start=1):
            does = Action(self._section.choosing, choice.key)
            self._choice(choice, f"{position:>{figures}}", does)
            if self._is_airy:
                self.lines.append(fill((), self.width, "page", does))

    def _fits_beside(self, choice: Choice, figures: int) -> bool:
        """Whether a choice and its hint fit in one line; in a list all hints stand alike."""
        label = both.join(choice.label, choice.english)
        room = self.width - figures - 4
        size = cells(label) + cells(choice.hint) + 3
        return not choice.hint or ("\n" not in label + choice.hint and size <= room)

    def _offers(self) -> None:
        if self._section.offers and self._section.asks:
            marks = ["0" if self._section.standing else "-", *"-" * len(self._section.offers)]
            if not self._section.standing:
                self.gap()
            figures = len(str(len(self._section.choices)))
            for mark, offer in zip(marks, self._section.offers, strict=False):
                label = Choice("", offer.label, "", offer.english)
                self._choice(label, f"{mark:>{figures}}", offer.does)

    def _choice(self, choice: Choice, mark: str, does: Action) -> None:
        """A choice on a ground of its own, its hint beside it where there is room."""
        width = self.width
        room = width - cells(mark) - 4
        labels = wrap(both.join(choice.label, choice.english), room)
        beside = choice.hint and self._hints_beside
        for number, label in enumerate(labels):
            row = self._choice_start(mark if number == 0 else "", len(mark), does)
            row += (Span(label, "choice", does),)
            if beside:
                row += (Span(f"   {choice.hint}", "hint", does),)
            self.lines.append(fill(row, width, "choice", does))
        if choice.hint and not beside:
            for hint in wrap(choice.hint, room):
                row = (*self._choice_start("", len(mark), does), Span(hint, "hint", does))
                self.lines.append(fill(row, width, "choice", does))

    @staticmethod
    def _choice_start(mark: str, figures: int, does: Action) -> ScreenLine:
        marker = Span(" ", "choice-mark" if mark else "choice", does)
        number = Span(f"{mark:{figures}} ", "danger" if mark.strip() == "0" else "number", does)
        return (Span(" "), marker, number, Span(" ", "choice", does))

    # -- endings

    def _headline(self, headline: Headline) -> None:
        self.gap()
        self._begins = len(self.lines)
        needs_lines = headline.urgency == "emergency" and self.viewport.height < IN_SILENCE
        has_space = self.viewport.roomy and not needs_lines
        if has_space:  # else the lines are for what is to be done
            self.put(self.viewport.say(phrases.GUIDE), "speaker", bar="page")
        self._guide_spoke, self._spoken = True, False
        role, text = headline.urgency, both.join(headline.text, headline.english)
        when = in_one_line(Phrase(headline.when, self._beside_when(headline)))
        texts = [(f"{when}:", f"{role}-when"), (text, role)]
        # What stands there twice, as a draft and in English, is large enough.
        self.panel(texts, Span(" ", role), is_airy=has_space and not headline.english)
        if has_space:
            self.gap()

    def _beside_when(self, headline: Headline) -> str:
        """The English beside the urgency in words: a narrow window needs its line for a contact.

        It is folded away there, but for an emergency; that of the action itself never is.
        """
        narrow = self.viewport.width < NARROW and headline.urgency != "emergency"
        if not (narrow and headline.when_english) or self.viewport.in_english:
            return headline.when_english
        self._folds_english = True
        return ""

    def _opening(self, heading: Choice) -> None:
        """A heading that is opened and closed where it stands."""
        is_open = heading.key in self._section.opened
        if is_open or self._numbers[heading] == 1 or self._under_open:
            self.gap()
        if self._numbers[heading] == 1:
            self.put(self.viewport.say(phrases.OPEN_TITLE), "heading")
        self._under_open = is_open
        sign = "-" if is_open else "+"
        number = "" if self._section.choices else f"{self._numbers[heading]} "
        self._choice(heading, f"{number}{sign}", Action("open", heading.key))
        if is_open:
            self.gap()

    def _contact(self, contact: Contact) -> None:
        if contact.beside:
            self.put(self.viewport.say(phrases.BESIDE), "heading", first="   ")
        elif not (self._below_words or self._is_brief):
            self.gap()
        self._below_words = False
        bar = " \u2502 "
        self.put(contact.name, "name", first=bar, indent=bar)
        if contact.why and not self._is_brief:
            self.put(contact.why, "text", first=bar, indent=bar)
        self._large(contact, bar)
        for way in contact.ways:
            self._way(way, bar)
        if self._is_brief:
            return
        now = self.viewport.say(phrases.OPEN_NOW) if contact.id in self.viewport.open_now else ""
        for line in filter(None, (*contact.lines, now)):
            self.put(line, "small", first=bar, indent=bar)

    def _large(self, contact: Contact, bar: str) -> None:
        """The number of the first contact with a way to reach them, large, all of it in view.

        Where they have none, their link has a frame.
        """
        if self._in_large or not contact.ways:
            return
        self._in_large = True
        numbers = {way.kind: way.value for way in contact.ways}
        rows = big_digits(numbers.get("phone", ""))
        end = (
            len(self.lines) - self._begins + (len(rows) + len(contact.ways) + 2 if rows else FRAME)
        )
        if self._spoken or not self.viewport.roomy or end > self.viewport.height:
            return
        if "phone" not in numbers:
            self._framed = numbers.get("link", "")
        elif rows and cells(rows[0]) + cells(bar) <= self.width:
            for row in ("", *rows, ""):
                self.lines.append((Span(bar, "bar"), Span(row, "large")))

    def _way(self, way: ContactMethod, bar: str) -> None:
        if way.kind != "link":
            self.put(way.text, "way", first=bar, indent=bar)
            return
        does = Action("code", way.value)
        if way.value == self._framed:
            self.lines += framed(self._with_code_key(way), self.width, does, way.value)
            return
        start = len(self.lines)
        self.put(way.text, "link", first=bar, indent=bar, does=does, link=way.value)
        first, *rest = self.lines[start]
        marker = Span(" ", "mark", does)
        self.lines[start] = (marker, first._replace(text=first.text[1:]), *rest)
        for number, line in enumerate(self.lines[start:], start=start):  # a target to press
            self.lines[number] = fill(line, self.width, "choice", does)

    def _with_code_key(self, way: ContactMethod) -> list[tuple[str, str]]:
        """A link, and which key shows its code, where the window has room for that."""
        texts = [(way.text, "link")]
        if code_fits(way.value, self.viewport.width, self.viewport.height + BARS):
            name = self.viewport.say(phrases.BUTTON_CODE)
            texts.append((name if self.viewport.by_hand else f"{name}: {CODE.cap}", "code-key"))
        return texts

    def _card(self, card: Card) -> None:
        """Words to show to someone, framed as something that can be handed over."""
        self.gap()
        self.put(card.title, "heading")
        self.lines += framed([(card.text, "card")], self.width, Action("card", card.title))
