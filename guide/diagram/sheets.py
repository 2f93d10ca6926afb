"""A flow on sheets of A4, to read and sign: every word, number and way, in numbered boxes.

It is plain HTML, made without any other program, so that whoever has the guide can print it. No
letter is smaller than 9 points; a way leads to the number of a box, so no sheet has to be laid
beside another to be followed.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from guide.diagram.answers import plain_english
from guide.diagram.model import URGENCY_WORDS, in_condition, picture
from guide.flow.model import (
    CONTACT_METHODS,
    Contact,
    Ending,
    Library,
    Line,
    Message,
    Option,
    Question,
    Route,
    Shown,
    Step,
    Wording,
)

_STYLE = (
    "body{font:10pt/1.35 sans-serif;color:#111;margin:1em auto;max-width:190mm}"
    "main{columns:2;column-gap:6mm}section{break-inside:avoid;border:1px solid #555;"
    "border-radius:2mm;padding:2mm 3mm;margin:0 0 4mm}h1{font-size:16pt;margin:0 0 2mm}"
    "h2{font-size:11pt;margin:0 0 1mm}p,ul{margin:0 0 1mm}ul{padding-left:4mm}"
    ".if{font-style:italic;font-size:9pt}.kind{font-size:9pt;color:#333}"
    ".way{border:1.2mm solid #000}.emergency{background:#fde7e9}.report{background:#e6eefb}"
    ".tell{background:#fff4d6}.talk{background:#e8f5e9}footer{font-size:9pt;color:#333;"
    "border-top:1px solid #555;padding-top:1mm}@page{size:A4;margin:12mm 10mm 16mm}"
    "@media print{body{margin:0}section,.emergency,.report,.tell,.talk{print-color-adjust:exact}"
    "footer{position:fixed;bottom:-10mm;left:0;right:0}}"
)


class Imprint(NamedTuple):
    """What says of which words these sheets are."""

    version: str
    """Of the guide."""
    digest: str
    """Of the files of the flows: it changes with any of their bytes."""


def sheets(library: Library, imprint: Imprint, flow: str = "", way: Sequence[str] = ()) -> str:
    """The page; LookupError for a way that cannot be gone."""
    drawn = picture(library, flow, way)
    names = [box.id for box in drawn.boxes]
    names = list(dict.fromkeys((*names, *_endings_of_always(library))))
    marked = {box.id for box in drawn.boxes if box.marked}
    sheet = _Sheet(library, {name: number for number, name in enumerate(names, 1)})
    boxes = "\n".join(sheet.box(library.steps[name], name in marked) for name in names)
    signed = "Checked by ______________________ Date ____________"
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f"<title>{escape(drawn.title)}</title><style>{_STYLE}</style></head>\n<body>\n"
        f"<h1>{escape(drawn.title)}</h1>\n<p>{escape(drawn.about)}</p>\n"
        f"<p>{len(names)} boxes. A number after an arrow is the box it leads to.</p>\n"
        f"{sheet.standing()}\n<main>\n{boxes}\n</main>\n<p>{signed}</p>\n<p>{signed}</p>\n"
        f"<footer>{escape(drawn.title)}. guide {escape(imprint.version)}, flows "
        f"{escape(imprint.digest)}.</footer>\n</body>\n</html>\n"
    )


def _endings_of_always(library: Library) -> Iterator[str]:
    yield from (route.to for option in library.always for route in option.to)


class _Sheet:
    """Writes the steps of a library as boxes that have these numbers."""

    def __init__(self, library: Library, numbers: dict[str, int]) -> None:
        self._library = library
        self._numbers = numbers

    def standing(self) -> str:
        """The answers that may be given at any question."""
        return "".join(
            f"<p>At every question: {self._words(option.say)} {self._ways(option.to)}</p>"
            for option in self._library.always
        )

    def box(self, step: Step, is_marked: bool) -> str:
        """A step with all it says, and where it leads."""
        number = self._numbers[step.id]
        if isinstance(step, Ending):
            kind, parts = f"ending, {URGENCY_WORDS[step.urgency]}", self._ending(step)
        elif isinstance(step, Question):
            kind, parts = "question", self._question(step)
        else:
            kind, parts = "said on the way", self._message(step)
        classes: list[str] = [step.urgency] if isinstance(step, Ending) else []
        classes += ["way"] if is_marked else []
        head = f'<p class="kind">{number} of {len(self._numbers)}: {kind}</p>'
        return f'<section class="{" ".join(classes)}">{head}{"".join(parts)}</section>'

    def _question(self, question: Question) -> Iterator[str]:
        yield f"<h2>{self._words(question.ask)}</h2>"
        if question.why:
            yield f"<p>{self._words(question.why)}</p>"
        yield "<ul>"
        for option in question.options:
            yield f"<li>{self._option(option)}</li>"
        yield "</ul>"

    def _option(self, option: Option) -> str:
        hint = f" ({self._words(option.hint)})" if option.hint else ""
        return f"<b>{self._words(option.say)}</b>{hint} {self._ways(option.to)}"

    def _message(self, message: Message) -> Iterator[str]:
        yield from self._lines(message.say)
        yield f"<p>{self._ways(message.to)}</p>"

    def _ending(self, ending: Ending) -> Iterator[str]:
        yield f"<h2>{self._words(ending.title)}</h2>"
        yield from self._lines(ending.before)
        yield from self._shown(ending.contacts)
        yield from self._lines(ending.keep_in_mind)
        for more in (*ending.more, *self._library.more):
            heading = self._words(self._library.headings[more.heading].say)
            yield f"<h3>{self._if(more.when)}{heading}</h3>"
            yield from self._lines(more.say)
            yield from self._shown(more.contacts)
        yield from self._lines(ending.next)
        yield from self._lines(ending.if_not)
        if ending.card:
            yield f"<p>To show someone: {self._words(ending.card)}</p>"

    def _shown(self, contacts: tuple[Shown, ...]) -> Iterator[str]:
        if contacts:
            yield "<ul>"
            for shown in contacts:
                contact = self._library.contacts[shown.contact]
                own_words = f" {self._words(shown.say)}" if shown.say else ""
                yield f"<li>{self._if(shown.when)}{self._contact(contact)}{own_words}</li>"
            yield "</ul>"

    def _contact(self, contact: Contact) -> str:
        ways = [contact.value(method) for method in CONTACT_METHODS if contact.value(method)]
        return f"<b>{self._words(contact.name)}</b> {escape(', '.join(ways))}"

    def _lines(self, lines: tuple[Line, ...]) -> Iterator[str]:
        for line in lines:
            wording = (
                self._library.statements[line.statement].say if line.statement else line.wording
            )
            yield f"<p>{self._if(line.when)}{self._words(wording)}</p>"

    def _ways(self, routes: tuple[Route, ...]) -> str:
        return "; ".join(
            f"{self._if(route.when)}\u2192\u00a0{self._target(route.to)}" for route in routes
        )

    def _target(self, name: str) -> str:
        number = self._numbers.get(name)
        if number is not None:
            return f"<b>{number}</b>"
        step = self._library.steps[name]
        return "another flow" if isinstance(step, Ending) else f"the flow {escape(step.flow)}"

    def _words(self, wording: Wording) -> str:
        """Every variant, each with whom it is for."""
        return " / ".join(
            f"{self._if(variant.when)}{escape(plain_english(variant.text, self._library))}"
            for variant in wording
        )

    def _if(self, when: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
        if not when:
            return ""
        return f'<span class="if">[{escape(in_condition(self._library, when))}]</span> '
