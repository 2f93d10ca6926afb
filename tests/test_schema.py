"""The JSON Schema that editors use says what the reader says, no more and no less."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from guide.check.rules.read import DEMANDS, RULE_KEYS
from guide.flow import advice, endings, fields, registers, sections, shapes
from guide.flow.model import READERS, URGENCIES
from guide.flow.roles import ROLES
from tests.support.schema import SCHEMA, document, refuses
from tests.support.talking import ROOT, TINY

PARTS = SCHEMA["definitions"]

KEYS = {
    "question": (sections.QUESTION_KEYS, {"ask", "options"}),
    "message": (sections.MESSAGE_KEYS, {"say", "to"}),
    "option": (sections.OPTION_KEYS, {"to"}),
    "common-answer": (sections.COMMON_KEYS, {"say"}),
    "ending": (endings.ENDING_KEYS, {"urgency", "title", "contacts", "sources"}),
    "beside": (endings.BESIDE_KEYS, {"side-by-side"}),
    "contact": (registers.CONTACT_KEYS, {"name", "sources", "review-by"}),
    "statement": (registers.STATEMENT_KEYS, {"say", "sources"}),
    "source": (registers.SOURCE_KEYS, {"document", "review-by"}),
    "checked": (registers.CHECKED_KEYS, {"on", "by", "page", "said"}),
    "fact": (registers.FACT_KEYS, {"values"}),
    "topic": (registers.TOPIC_KEYS, {"ask", "say", "sources"}),
    "said": (fields.LINE_KEYS, {"say"}),
    "stated": (fields.STATED_KEYS, {"statement"}),
}

FLOW_FILES = sorted(
    [
        *(ROOT / "flows").glob("*.yaml"),
        *(ROOT / "flows" / "shared").glob("*.yaml"),
        *(ROOT / "tests" / "flows").rglob("*.yaml"),
        ROOT / "tests" / "broken" / "with" / "0-sound.yaml",
    ]
)


def the_mapping_of(name: str) -> dict[str, Any]:
    """The one kind of mapping that a part with other forms may be."""
    (found,) = [form for form in PARTS[name]["anyOf"] if form.get("type") == "object"]
    assert isinstance(found, dict)
    return found


def test_the_schema_is_a_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_the_sections_of_a_file_are_those_of_the_reader() -> None:
    assert set(SCHEMA["properties"]) == sections.PAGE_KEYS


@pytest.mark.parametrize("name", KEYS)
def test_the_keys_of_a_part_are_those_of_the_reader(name: str) -> None:
    allowed, needed = KEYS[name]

    assert set(PARTS[name]["properties"]) == allowed
    assert set(PARTS[name]["required"]) == needed


@pytest.mark.parametrize(
    ("name", "allowed", "needed"),
    [
        ("variant", fields.VARIANT_KEYS, ["say"]),
        ("route", fields.ROUTE_KEYS, ["go"]),
        ("shown", endings.SHOWN_KEYS, ["show"]),
    ],
)
def test_the_keys_of_the_long_form_are_those_of_the_reader(
    name: str, allowed: frozenset[str], needed: list[str]
) -> None:
    """A variant, a route and a contact may be a text, or a mapping with these keys."""
    form = the_mapping_of(name)

    assert set(form["properties"]) == allowed
    assert form["required"] == needed


def test_every_table_of_keys_is_compared() -> None:
    """A new one in the reader is not forgotten here."""
    modules = (sections, endings, registers, fields)
    tables = {name for module in modules for name in vars(module) if name.endswith("_KEYS")}
    compared = len(KEYS) + len(("PAGE", "VARIANT", "ROUTE", "SHOWN", "MORE", "HEADING"))

    assert len(tables) == compared


def test_no_mapping_lets_other_keys_in() -> None:
    """Where the schema names keys it names all of them."""
    open_ones = [
        json.dumps(part)[:80]
        for part in _all_parts(SCHEMA)
        if "properties" in part and part.get("additionalProperties") is not False
    ]

    assert [] == open_ones


def _all_parts(part: Any) -> list[dict[str, Any]]:
    if isinstance(part, list):
        return [found for one in part for found in _all_parts(one)]
    if not isinstance(part, dict):
        return []
    return [part, *(found for one in part.values() for found in _all_parts(one))]


def test_the_few_words_are_those_of_the_model() -> None:
    assert list(URGENCIES) == PARTS["ending"]["properties"]["urgency"]["enum"]
    assert list(READERS) == SCHEMA["properties"]["reader"]["enum"]
    assert list(ROLES) == PARTS["contact"]["properties"]["role"]["enum"]
    assert list(sections.COMMANDS) == PARTS["option-id"]["not"]["enum"]


def test_the_limits_are_those_of_the_reader() -> None:
    assert shapes.MAX_TEXT == PARTS["text"]["maxLength"] == PARTS["phrase"]["maxLength"]
    assert advice.MAX_ID == PARTS["id"]["maxLength"]
    assert f"^{shapes.ID.pattern.replace('(?:', '(')}$" == PARTS["id"]["pattern"]
    site = json.loads((ROOT / "flows" / "schema" / "site.schema.json").read_text("utf-8"))
    leave_to = site["properties"]["web"]["properties"]["leave-to"]
    for link in PARTS["link"], site["definitions"]["link"], leave_to:
        assert f"^{shapes.ADDRESS.pattern}$" == link["pattern"]


@pytest.mark.parametrize("file", FLOW_FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_sound_file_is_let_in(file: Path) -> None:
    content = document(file.read_bytes())

    assert content is not None
    assert not refuses(content)


@pytest.mark.parametrize("file", FLOW_FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_file_names_the_schema_in_its_first_line(file: Path) -> None:
    """So that editors complete and check as authors type."""
    first = file.read_text(encoding="utf-8").splitlines()[0]
    before, _, named = first.partition("$schema=")

    assert "# yaml-language-server: " == before
    assert (ROOT / "flows/schema/flow.schema.json").resolve() == (file.parent / named).resolve()


@pytest.mark.parametrize("typed", [999, 85258.5, True, False])
def test_what_an_editor_takes_for_a_number_or_a_yes_is_let_in(typed: object) -> None:
    """The guide reads every scalar as text, so `phone: 999` needs no quotes."""
    content = document((TINY / "tiny.yaml").read_bytes())
    assert isinstance(content, dict)
    content["contacts"]["emergency"]["phone"] = typed
    content["steps"]["danger"]["why"] = typed
    content["facts"]["age"]["values"]["11-17"] = typed

    assert not refuses(content)


def test_what_authors_see_as_they_type_is_written() -> None:
    """Every key of every part says what it is for, there or where it refers to."""
    silent = [
        f"{name}.{key}"
        for name, part in PARTS.items()
        for key, value in part.get("properties", {}).items()
        if "description" not in value
        and "description" not in PARTS.get(value.get("$ref", "").rpartition("/")[2], {})
    ]

    assert [] == silent


def test_the_keys_of_a_rule_are_those_of_its_reader() -> None:
    """An editor completes each, and marks any other; a rule that demands nothing is marked too."""
    rule = PARTS["rule"]

    assert set(rule["properties"]) == RULE_KEYS
    assert [each["required"] for each in rule["anyOf"]] == [[name] for name in DEMANDS]
    assert refuses({"rules": {"r": {"rule": "Said.", "because": "a", "allways": "b"}}})
    assert refuses({"rules": {"r": {"rule": "Said.", "because": "a"}}})
    assert not refuses({"rules": {"r": {"rule": "Said.", "because": "a", "always": "b"}}})
