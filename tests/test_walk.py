"""A field added to any record is looked at by all, and a field that is forgotten is named."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from guide.check.texts import library_texts
from guide.cli import main
from guide.commands.new import write_starter
from guide.conversation.narrator import Narrator
from guide.flow import model, read, walk
from guide.flow.library import load_library
from guide.flow.link import link
from guide.flow.model import (
    CONTACT_METHODS,
    Contact,
    Ending,
    Library,
    Message,
    Option,
    Question,
    Statement,
    Text,
    Topic,
    Variant,
)
from guide.i18n.words import Words
from guide.kiosk.selfcheck import KioskOpening, selfcheck
from guide.kiosk.site import Site, applied
from guide.problems import Place
from guide.project import Project
from guide.translate.notes import PARTS
from guide.translate.texts import of_flows
from tests.support.talking import SHIPPED

TOPIC = """\
topics:
  trouble: {ask: Am I in trouble?, say: [You can ask for help.], sources: [my-sources]}
"""
KINDS = [
    kind
    for kind in vars(model).values()
    if isinstance(kind, type) and hasattr(kind, "_fields") and kind.__module__ == model.__name__
]
"""Every type of record of the model."""

HARMFUL = (
    "Take a screenshot of the pictures and call 0800 1112. It is your fault. "
    "We promise to keep it secret."
)
REFUSED = (
    '"take a screenshot": ',
    '"0800 1112" is one slip away from the number of Childline.',
    '"0800 1112" is typed into ',
    '"your fault": ',
    '"we promise": ',
)
"""What is told of each of these words."""


# -- a field added to a record, with words that harm


def with_one_more_field(kind: type, words: str) -> type:
    """A kind of record as it is once its author has added a field of words to it."""
    name = "one_more_field"  # no field that anybody will add is called so
    fields = {**kind.__annotations__, name: "model.Wording"}
    defaults = {**kind._field_defaults, name: (Variant((), Text(name, words, PLACE)),)}  # type: ignore[attr-defined]
    return type(kind)(kind.__name__, (kind,), {"__annotations__": fields, **defaults})


PLACE = Place("added.yaml", 1)


def first_replaced(value: Any, kind: type, more: type) -> Any:
    """The value with the first record of a kind in it made one of another; itself if none is."""
    if isinstance(value, kind):
        return more(*value)  # type: ignore[misc]
    if isinstance(value, Mapping):
        pairs = dict(value)
    elif isinstance(value, tuple):
        pairs = dict(enumerate(value))
    else:
        return value
    for key, part in pairs.items():
        if (changed := first_replaced(part, kind, more)) is not part:
            pairs[key] = changed
            parts = tuple(pairs.values())
            if isinstance(value, Mapping):
                return pairs
            return value._make(parts) if hasattr(value, "_make") else parts
    return value


def adding(kind: type, words: str) -> Callable[..., Any]:
    """The reader's `link`, were a kind of record to have one more field that says these words."""

    def linked(*arguments: Any) -> Any:
        library = link(*arguments)
        changed = first_replaced(library, kind, with_one_more_field(kind, words))
        assert changed is not library, f"there is no {kind.__name__} to try it on"
        return changed

    return linked


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Small flows with a record of every kind, and rules: those that `guide new` writes."""
    write_starter(str(tmp_path))
    (tmp_path / "more.yaml").write_text(TOPIC, encoding="utf-8")
    return str(tmp_path)


def why_no_kiosk(folder: str) -> str:
    """Why the self-check refuses these flows; empty where they are fit."""
    project, site = Project(folder), Site()
    opening = KioskOpening(project, applied(project.library, site), site, ("en",), {}, {}, "")
    checked = {one.what: one.why for one in selfcheck(opening)}
    return checked["Every safety rule holds here."]


def test_without_such_a_field_nothing_is_refused(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == main(["check", folder]), capsys.readouterr().out
    assert "" == why_no_kiosk(folder)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_field_with_harmful_words_is_refused_wherever_it_is_added(
    kind: type, folder: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By `guide check` and by the kiosk's self-check, with no line of either changed."""
    monkeypatch.setattr(read, "link", adding(kind, HARMFUL))
    status = main(["check", folder])
    errors = [line for line in capsys.readouterr().out.splitlines() if "added.yaml:1: " in line]

    # An answer is what a person says, and tells what somebody else does: "he said it is my fault".
    refused = REFUSED if kind is not Option else tuple(what for what in REFUSED if "0800" in what)
    assert 1 == status
    assert [] == [what for what in refused if not any(what in error for error in errors)]
    assert why_no_kiosk(folder).startswith("added.yaml:1: ")


# -- what the model says of its fields


def fields_of(kind: type) -> Iterator[tuple[str, str]]:
    """Each field of a kind of record, and its type as written."""
    yield from kind.__annotations__.items()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_condition_is_called_when(kind: type) -> None:
    """The walk knows a condition by that name; one of another name would decide unseen."""
    assert [] == [name for name, of in fields_of(kind) if of == "When" and name != "when"]


NO_WORDS = {
    **dict.fromkeys(
        ("id", "address", "flow", "start", "to", "contact", "statement", "heading"),
        "names of records",
    ),
    **dict.fromkeys(("means", "value", "values"), "facts and their values, by name"),
    **dict.fromkeys(("phone", "text", "link", "email"), "what is dialled or opened, and how"),
    **dict.fromkeys(("about", "document", "publisher", "date", "note"), "for authors"),
    **dict.fromkeys(("sources", "review_by"), "where it comes from, and until when"),
    **dict.fromkeys(
        ("role", "run_by", "nations", "open", "evidence", "checked", "needs"), "for rules and tools"
    ),
    "also": "what people type; it is never said back",
    "safety": "for translators",
    "source": "the English of a text, which is found as that text",
    "help": "the contacts in view on every screen, by name",
}
"""Fields of plain text that are no words a person reads, each with the reason."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_words_that_a_person_reads_are_no_plain_text(kind: type) -> None:
    """Plain text would be said and proven by nobody: such a field is a Wording, or named above."""
    plain = {
        name
        for name, type_name in kind.__annotations__.items()
        if re.search(r"\bstr\b", re.sub(r"Mapping\[str,", "", str(type_name)))
    }

    assert set() == plain - set(NO_WORDS)


def test_what_is_shown_is_found_by_a_look_that_knows_no_types() -> None:
    """Every text of the shipped flows, wherever a value holds one: the walk passes over none."""

    def look(value: object) -> Iterator[Text]:
        if isinstance(value, Text):
            yield value
        elif isinstance(value, Mapping):
            yield from look(tuple(value.values()))
        elif isinstance(value, tuple):
            for part in value:
                yield from look(part)

    library = load_library(str(SHIPPED))

    assert list(look(tuple(library))) == list(walk.texts(library))
    assert {id(text) for text in look(tuple(library))} == {
        id(it.text) for it in library_texts(library)
    }
    assert set(of_flows(library)) < set(look(tuple(library)))


# -- a field of words: each file that is forgotten is named


def filled(kind: str) -> Any:
    """A record whose every field is filled, its words with their own names."""

    def value(field: str, of: str) -> Any:
        if of in walk.WORDINGS:
            return (Variant((), Text(f"{kind}.{field}", f"words of {kind} {field}", PLACE)),)
        if listed := re.fullmatch(r"tuple\[(Line|Option|SaidBack|Shown|Route|More), \.\.\.\]", of):
            return (filled(listed[1]),)
        if of == "str":
            return {"flow": "f", "contact": "it", "statement": ""}.get(field, "it")
        return {"Place": PLACE, "int": 1, "bool": False, "Urgency": "tell"}.get(of, ())

    fields = getattr(model, kind).__annotations__
    return getattr(model, kind)(**{field: value(field, of) for field, of in fields.items()})


WITH_WORDS = [kind for kind in KINDS if walk.worded(kind)]
"""Every kind of record that has words of its own."""
BY_ITS_OWNER = {
    "say": "what is said is explained by who says it: an answer, a statement, beside a contact",
    "wording": "a line is written as it stands, without a key",
}
"""Fields of words that need no line of their own for translators, each with the reason."""


def everything_said() -> str:
    """All that the narrator says of one filled record of each kind."""
    contact: Contact = filled("Contact")._replace(
        **{way: f"plain {way}" for way in CONTACT_METHODS}
    )
    topic: Topic = filled("Topic")
    statement: Statement = filled("Statement")
    stated = filled("Line")._replace(statement="it")
    headings = {"it": filled("OpeningHeading")}
    statements, contacts = {"it": statement}, {"it": contact}
    library = Library("f", {}, {}, (), statements, headings, (), {}, contacts, {}, {}, ("it",), {})
    narrator = Narrator(library, Words(library.contacts))
    on_a_page = Narrator(library, Words(library.contacts), web=True)
    question: Question = filled("Question")
    ending: Ending = filled("Ending")
    message: Message = filled("Message")
    events = [
        narrator.ask(question, {}, 0),
        *narrator.message(message, {}),
        *narrator.end(ending, {}),
        *narrator.lines([stated], {}),
        *on_a_page.lines([stated], {}),
        *narrator.topic(topic, {}),
        *narrator.help_lines({}),
        narrator.said_back(filled("Fact"), "it", {}),
    ]
    return repr(events)


def test_every_field_of_words_is_said() -> None:
    """A field that the narrator forgets is words that nobody sees, and its name stands here."""
    spoken = everything_said()
    forgotten = [
        f"{kind.__name__}.{field}: guide/conversation/narrator.py does not say it"
        for kind in WITH_WORDS
        for field in walk.worded(kind)
        if f"words of {kind.__name__} {field}" not in spoken
    ]

    assert [] == forgotten


@pytest.mark.parametrize("kind", WITH_WORDS, ids=lambda kind: kind.__name__)
def test_every_field_of_words_is_explained_to_translators_and_authors(kind: type) -> None:
    """What it is, beside each of its translations; how to write it: the page and the schema."""
    page = (SHIPPED / "README.md").read_text(encoding="utf-8")
    schema = (SHIPPED / "schema" / "flow.schema.json").read_text(encoding="utf-8")
    keys = [walk.yaml_key(field) for field in walk.worded(kind) if field not in BY_ITS_OWNER]

    assert [] == [f"{key}: not in PARTS of translate/notes.py" for key in keys if key not in PARTS]
    assert [] == [f"{key}: not in flows/README.md" for key in keys if f"`{key}" not in page]
    assert [] == [f"{key}: not in the schema" for key in keys if f'"{key}"' not in schema]
