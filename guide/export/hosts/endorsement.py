"""Whether a page sounds as if CEOP stood behind it: its words, its name, its icon."""

import re
from collections.abc import Iterator

from guide.export.hosts.button import embedded_image
from guide.export.hosts.dom import Element
from guide.export.hosts.hosted import Broken, Hosted
from guide.export.hosts.parties import NAMED, spelled_out
from guide.export.hosts.relation import is_praise, shown_by_a_button, sounds_endorsed
from guide.export.hosts.rewriting import strings
from guide.export.hosts.scripts import script_texts
from guide.export.hosts.statements import Statement, statements

_NOT_ENGLISH = re.compile(
    r"[\u0400-\u04ff\u0600-\u06ff]|\b(?:mae|yw|yn|gan|gyda|ein|nid|dydy|ydym|mewn|wedi|gall|riportio|adrodd"
    r"|jest|przez|nie|oraz|nasz\w*|ma|od)\b",
    re.IGNORECASE,
)
"""Words and letters of the other languages that the guide is written in."""
_PRAISED = re.compile(
    r"[cg]h?ymeradwy\w*|(?:ph?|b)artner\w*|achred\w*|ardyst\w*|argym\w*"
    r"|zatwierdz|certyfik|akredyt|poleca|rekomend|sprawdz|popiera"
    r"|\u0441\u0445\u0432\u0430\u043b|\u0441\u0435\u0440\u0442\u0438\u0444|\u043f\u0430\u0440\u0442\u043d\u0435\u0440"
    r"|\u0440\u0435\u043a\u043e\u043c\u0435\u043d\u0434|\u043f\u0435\u0440\u0435\u0432\u0456\u0440"
    r"|\u0645\u0646\u0638\u0648\u0631|\u062a\u0635\u062f\u06cc\u0642|\u0633\u0641\u0627\u0631\u0634"
    r"|\b(?:approved|certified|accredited|partner)\b",
    re.IGNORECASE,
)
"""In Welsh, Polish, Ukrainian and Urdu: approved, certified, partner, recommended, checked."""
_DENIED = re.compile(
    r"\b(?:nid|nad|ddim|heb|nie|\u043d\u0435|\u043d\u0456|\u0646\u06c1|\u0646\u06c1\u06cc\u06ba)\b",
    re.IGNORECASE,
)


def endorsed(hosted: Hosted) -> Iterator[Broken]:
    """Words that tie the host to CEOP, as if it had vetted the host or stood behind it."""
    written = (
        Statement(line, text, "en")
        for line, script in script_texts(hosted.page)
        for text in strings(script)
    )
    has_a_button = bool(hosted.buttons)
    for statement in (*statements(hosted.page), *_listed(hosted.page), *written):
        read = statement._replace(text=spelled_out(statement.text))
        named = NAMED.search(read.text) or _NAMED_ELSE.search(read.text)
        shown = has_a_button and shown_by_a_button(read.text)
        if shown or (named and _ties(read)):
            text = statement.text[:_QUOTED]
            yield statement.line, f'It sounds as if CEOP stood behind this: "{text}".'


_NAMED_ELSE = re.compile(r"\bthink ?u ?know\b|\bsafety cent(?:re|er)\b", re.IGNORECASE)
_BARE = re.compile(r"\W*(?:the )?(?:ceop|nca|national crime agency)\W*", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _listed(page: Element) -> Iterator[Statement]:
    """A bare name in a list or a table, with the heading or the cell that says what it is."""
    heading = ""
    for element in page.all():
        if element.tag in _HEADINGS:
            heading = element.text()
        elif element.tag in ("li", "td", "dd") and _BARE.fullmatch(spelled_out(element.text())):
            around = element.parent.inside if element.parent else []
            cells = [each for each in around[: around.index(element)] if isinstance(each, Element)]
            label = heading if element.tag == "li" else (cells[-1].text() if cells else heading)
            if is_praise(f"{label}: CEOP"):
                yield Statement(element.line, f"{label}: {element.text()}", element.language)


_QUOTED = 160
"""Characters of a statement that a finding quotes."""


def _ties(statement: Statement) -> bool:
    """By who does what to whom in English; elsewhere by words, as none of its grammar is known."""
    if statement.language == "en" and not _NOT_ENGLISH.search(statement.text):
        return sounds_endorsed(statement.text)
    return bool(_PRAISED.search(statement.text)) and not _DENIED.search(statement.text)


def named_after_ceop(hosted: Hosted) -> Iterator[Broken]:
    """A title, description or icon that names CEOP, or shows it."""
    for title in hosted.page.find("title"):
        if NAMED.search(spelled_out("".join(map(str, title.inside)))):
            yield title.line, "The page's title names CEOP."
    for meta in hosted.page.find("meta"):
        if (
            NAMED.search(spelled_out(meta.attributes.get("content", "")))
            and "http-equiv" not in meta.attributes
        ):
            yield meta.line, "The page's description names CEOP."
    for script in hosted.page.find("script"):
        described = script.attributes.get("type", "").lower() == "application/ld+json"
        if described and NAMED.search(spelled_out("".join(map(str, script.inside)))):
            yield script.line, "What the page tells machines of itself names CEOP."
    pictures = {embedded_image(button).data for button in hosted.buttons} - {b""}
    for link in hosted.page.find("link"):
        address = link.attributes.get("href", "")
        shown = embedded_image(link).data
        if "icon" in link.attributes.get("rel", "").lower() and (
            shown in pictures if shown else NAMED.search(address)
        ):
            yield link.line, "The page's icon is CEOP's."
