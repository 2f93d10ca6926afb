"""What `--json` prints is a promise: to the letter here, and by a schema that ships.

Each case is a command and `tests/json/NAME.json`, what it prints. `pytest --update` writes them
anew: a key that is renamed, or gone, breaks the programs of others (docs/release.md).
"""

import json
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest
from jsonschema import Draft7Validator

from guide.commands import parser
from guide.conversation import events
from guide.export.data import json_files
from guide.flow.document import FORMAT
from guide.flow.model import CONTACT_METHODS, URGENCIES
from guide.project import Project
from guide.translate import start
from tests.support import ledger, locales, practising
from tests.support.commands import commands
from tests.support.talking import ROOT, SHIPPED, TINY

RULED = ROOT / "tests" / "flows" / "ruled"
GOLDEN = ROOT / "tests" / "json"
SCHEMAS: dict[str, dict[str, Any]] = {
    file.name.partition(".")[0]: json.loads(file.read_text("utf-8"))
    for file in sorted((ROOT / "guide" / "schema").glob("*.json"))
}
FOR_AUTHORS = {
    file.name.partition(".")[0]: json.loads(file.read_text("utf-8"))
    for file in sorted((ROOT / "flows" / "schema").glob("*.json"))
}


WORDS = """\
concepts: {danger: [in danger], nude: [nudes, noods], want: [wants, asking]}
signs: {danger: {now: [danger]}, concern: {sexual: [want nude]}}
distress: [danger]
"""


def tiny(folder: Path) -> None:
    """The smallest flows there are, with words of their own: the shipped ones may be bettered."""
    shutil.copytree(TINY, folder / "flows")
    (folder / "flows" / "words").mkdir()
    (folder / "flows" / "words" / "en.yaml").write_text(WORDS, "utf-8")


def changed(folder: Path) -> None:
    """Beside them, flows where an answer leads elsewhere, one is gone, and a sentence is long."""
    tiny(folder)
    text = (TINY / "tiny.yaml").read_text("utf-8")
    for old, new in (
        ("          - report-to-ceop\n", "          - talk-to-childline\n"),
        ("      not-sure: {to: talk-to-childline}\n", ""),
        ("Someone reads what you send.", f"Someone reads {'all of ' * 20}what you send."),
    ):
        assert old in text
        text = text.replace(old, new)
    (folder / "new").mkdir()
    (folder / "new" / "new.yaml").write_text(text, "utf-8")


def broken(folder: Path) -> None:
    """Flows that nobody can walk."""
    (folder / "flows").mkdir()
    (folder / "flows" / "broken.yaml").write_text("flow: start\n\tsteps: {}\n", "utf-8")


def ruled(folder: Path) -> None:
    """Flows with a rule that a conversation breaks."""
    shutil.copytree(RULED, folder / "flows")
    rule = "{rule: Never to CEOP., because: leaflet, when: {concern: sexual}, never: ceop}"
    (folder / "flows" / "rules.yaml").write_text(f"rules:\n  never-ceop: {rule}\n", "utf-8")


def ruled_otherwise(folder: Path) -> None:
    """Beside flows with a rule, the same without it."""
    ruled(folder)
    shutil.copytree(RULED, folder / "new")


def sentences(folder: Path) -> None:
    """Three sentences, one of which leads elsewhere than its row says."""
    tiny(folder)
    rows = (
        ("id", "text", "who", "age_hint", "expected_destination", "also_acceptable"),
        ("a", "he is asking me for nudes", "young_person", "11_17", "ceop", ""),
        ("b", "someone is being mean to me", "young_person", "11_17", "childline", ""),
        ("c", "someone is being mean to me", "young_person", "11_17", "ceop", ""),
    )
    (folder / "rows.tsv").write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")


def looked_at(folder: Path) -> None:
    """Flows of which one source was looked at, one is due, and nobody can do without The Line."""
    (folder / "flows").mkdir()
    text = ledger.FLOWS.replace(
        "    note: Read in a stored copy.\n",
        "    checked: {on: 2026-01-02, by: A. Reader, page: 'https://line.example.org', said: A}\n",
    ).replace("      - You can", "      - Call {line_name}.\n      - You can")
    text = text.replace("always: [other]", "always: [line]")
    (folder / "flows" / "flows.yaml").write_text(text, "utf-8")


YES = ('yes: {say: "Yes",', 'yes: {say: "Yes", safety: Says that it is so.,')
NUDES = ("asking me for nudes\n", "asking me for nudes\n        safety: Says that it is so.\n")


def draft(folder: Path, marks: tuple[tuple[str, str], ...] = ()) -> None:
    """A language of which nobody has reviewed a word; an answer matters for safety too."""
    tiny(folder)
    file = folder / "flows" / "tiny.yaml"
    text = file.read_text("utf-8")
    for old, new in (YES, *marks):
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, "utf-8")
    locales.make(folder, locales.draft, flows=folder / "flows")


def story(folder: Path, text: str = practising.TINY_STORY) -> None:
    """A story, and a language that has begun to translate it."""
    flows = str(practising.folder(folder, bus=text))
    start.begin(Project(flows, str(folder / "locales")), "cy", practice=True)


def hosted(folder: Path) -> None:
    """A page with CEOP's button drawn anew, and a script in a file of its own."""
    page = "<svg aria-label='CEOP button'></svg><script src='menu.js'></script>"
    (folder / "page.html").write_text(page, "utf-8")


def faulty_story(folder: Path) -> None:
    story(folder, practising.TINY_STORY.replace("ending: call-999", "ending: call-99"))


class Case(NamedTuple):
    """A command that prints JSON, and what must be in the folder it is run in."""

    schema: str
    put: Callable[[Path], None]
    command: str
    lines: tuple[dict[str, Any], ...] = ()
    """What is asked on standard input, a line each."""


TALKED = (
    {"topics": True},
    {"open": "real-person"},
    {"again": True},
    {"choose": "maybe"},
    {"choose": "no"},
    {"choose": "11-17"},
    {"type": "she wants noods and pics of me"},
    {"choose": "yes"},
    {"back": True},
    {"choose": "bullying"},
    {"restart": True},
)


CASES = {
    "walk": Case("walk", tiny, "walk no 11-17 sexual --flows flows"),
    "walk-begun": Case("walk", tiny, "walk --flows flows"),
    "walk-side-by-side": Case("walk", tiny, "walk no 11-17 bullying --flows flows"),
    "walk-not-offered": Case("walk", tiny, "walk no mabe --flows flows"),
    "walk-draft": Case(
        "walk", draft, "walk no 11-17 sexual --flows flows --locale cy --locales locales"
    ),
    "walk-draft-now": Case("walk", draft, "walk yes --flows flows --locale cy --locales locales"),
    "talk": Case("talk", tiny, "talk --jsonl --flows flows", TALKED),
    "talk-draft": Case(
        "talk",
        partial(draft, marks=(NUDES,)),
        "talk --jsonl --flows flows --locale cy --locales locales",
        ({"help": True}, {"choose": "yes"}, {"restart": True}, *TALKED, {"language": "en"}),
    ),
    "paths": Case("paths", tiny, "paths --start not-sure --flows flows"),
    "paths-by-ending": Case("paths", tiny, "paths --by-ending --flows flows"),
    "paths-count": Case("paths", tiny, "paths --count --flows flows"),
    "check": Case("check", ruled, "check flows --today 2026-01-01"),
    "check-several": Case("check", changed, "check flows new --today 2026-01-01"),
    "check-broken": Case("check", broken, "check flows --today 2026-01-01"),
    "diff": Case("diff", changed, "diff flows new"),
    "diff-rules": Case("diff", ruled_otherwise, "diff flows new --only rules"),
    "diff-none": Case("diff", tiny, "diff flows flows"),
    "why": Case("why", ruled, "why no 11-17 sexual --flows flows"),
    "sources": Case("sources", looked_at, "sources --flows flows --today 2026-12-01"),
    "withdraw": Case("withdraw", looked_at, "withdraw line --flows flows"),
    "match": Case("match", tiny, 'match "she wants noods and pics of me" --at worry --flows flows'),
    "match-danger": Case("match", tiny, 'match "i am in danger" --flows flows'),
    "match-topic": Case("match", tiny, 'match "are you a bot" --flows flows'),
    "match-nothing": Case("match", tiny, "match hm --flows flows"),
    "evaluate": Case("evaluate", sentences, "evaluate rows.tsv --flows flows"),
    "locale-status": Case("locale-status", draft, "locale status --flows flows --locales locales"),
    "locale-status-practice": Case(
        "locale-status", story, "locale status cy --flows flows --locales locales"
    ),
    "export": Case("export", draft, "export json --flows flows --locales locales"),
    "export-kit": Case("kit", draft, "export kit --flows flows --locales locales"),
    "export-check": Case("export-check", hosted, "export check page.html"),
    "practise-list": Case("practise-list", story, "practise --list --flows flows"),
    "practise-coverage": Case("practise-coverage", story, "practise --coverage --flows flows"),
    "practise-check": Case("practise-check", faulty_story, "practise --check --flows flows"),
}


def golden(name: str) -> Any:
    """What a case prints, where that is one object."""
    (printed,) = goldens(name)
    return printed


def goldens(name: str) -> list[Any]:
    """Each object that a case prints."""
    return objects_in((GOLDEN / f"{name}.json").read_text("utf-8"))


def objects_in(text: str) -> list[Any]:
    """The objects of a text, one after another."""
    objects, at = [], 0
    while at < len(text):
        printed, at = json.JSONDecoder().raw_decode(text, at)
        objects.append(printed)
        at += len(text[at:]) - len(text[at:].lstrip())
    return objects


def faults(schema: dict[str, Any], printed: Any) -> list[str]:
    return [error.message for error in Draft7Validator(schema).iter_errors(printed)]


def laid_out(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[str]]:
    """The schema and the command of a case, once its files are in a folder and we are there too."""
    schema, put, command, lines = CASES[name]
    put(folder)
    typed = "".join(f"{json.dumps(line)}\n" for line in lines)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(typed.encode())))
    monkeypatch.chdir(folder)
    for variable in ("GUIDE_FLOWS", "GUIDE_LOCALES"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("GUIDE_LOCALE", "en")
    prints_it = command.startswith(("export json", "export kit")) or "--jsonl" in command
    return schema, [*shlex.split(command), *([] if prints_it else ["--json"])]


@pytest.mark.parametrize("name", CASES)
def test_json_is_printed_to_the_letter(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    """One object on stdout, or one a line, and nothing else: the same keys, in the same order."""
    schema, command = laid_out(name, tmp_path, monkeypatch)
    capsys.readouterr()

    parser.run(command)
    printed = capsys.readouterr().out
    if schema == "locale-status":  # the program's own words are counted too, and grow
        printed = re.sub(r"\d+", "0", printed)

    if request.config.getoption("--update"):
        (GOLDEN / f"{name}.json").write_text(printed, encoding="utf-8")
    assert (GOLDEN / f"{name}.json").read_text("utf-8") == printed
    assert [] == [each for part in objects_in(printed) for each in faults(SCHEMAS[schema], part)]


@pytest.mark.parametrize("name", CASES)
def test_json_is_utf_8_whatever_the_terminal_speaks(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows it may be cp1252, in a container ASCII: programs read the same bytes."""
    _, command = laid_out(name, tmp_path, monkeypatch)
    printed = BytesIO()
    out = TextIOWrapper(printed, encoding="ascii")
    monkeypatch.setattr("sys.stdout", out)

    parser.run(command)
    out.flush()

    assert ("utf-8", "replace") == (out.encoding, out.errors)
    if not name.startswith("locale-status"):  # counts that grow
        assert goldens(name) == objects_in(printed.getvalue().decode("utf-8"))


def test_every_command_that_prints_json_has_its_schema_and_cases() -> None:
    """A new `--json` or `--jsonl` comes with both, and no schema is left behind."""
    with_cases = {" ".join(word for word in case.command.split()[:2]) for case in CASES.values()}
    without = [
        name
        for name, command in commands()
        if {"--json", "--jsonl"}.intersection(command._option_string_actions)
        and not any(known.startswith(name) for known in with_cases)
    ]

    assert [] == without
    assert set(SCHEMAS) == {case.schema for case in CASES.values()}
    assert set(CASES) == {file.stem for file in GOLDEN.glob("*.json")}


def test_the_page_for_programs_names_every_schema() -> None:
    page = (ROOT / "docs" / "api.md").read_text("utf-8")

    assert sorted(SCHEMAS) == sorted(re.findall(r"`([a-z-]+)\.schema\.json`", page))


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_names_every_key_that_is_printed_and_no_other(name: str) -> None:
    """Each key of the schema is printed in some case; unknown keys are refused everywhere."""
    schema = SCHEMAS[name]
    Draft7Validator.check_schema(schema)
    met: set[int] = set()
    for part, printed in _printed(name):
        _meet(schema, part, printed, met)
    parts = list(_parts(schema))
    never_printed = [
        key
        for part in parts
        for key, value in part.get("properties", {}).items()
        if id(value) not in met
    ]
    open_parts = [part for part in parts if part.get("additionalProperties") is not False]

    assert [] == never_printed
    assert [] == [part["properties"] for part in open_parts if "properties" in part]


def test_each_file_of_an_exported_folder_keeps_the_schema() -> None:
    """The machine by the whole of it; a file of words by its part for a language."""
    for part, printed in _printed("export"):
        whole = {**part, "definitions": SCHEMAS["export"]["definitions"]}
        assert [] == faults(whole, printed)


def test_the_kit_names_the_content_of_the_export_that_it_proves() -> None:
    """Made with the same options: a front end refuses what does not belong together."""
    assert golden("export")["content"] == golden("export-kit")["content"]


def _printed(name: str) -> Iterator[tuple[dict[str, Any], Any]]:
    """What is printed, each with its part of the schema: the cases, and an export's files."""
    schema = SCHEMAS[name]
    for case in CASES:
        for printed in goldens(case) if CASES[case].schema == name else ():
            yield schema, printed
    if name == "export":
        for file, printed in json_files(golden("export")):
            yield schema if file == "machine.json" else schema["definitions"]["language"], printed


def _meet(whole: dict[str, Any], part: dict[str, Any], printed: Any, met: set[int]) -> None:
    """Note each key of the schema that something printed has, however deep."""
    if "$ref" in part:
        part = whole["definitions"][part["$ref"].rpartition("/")[2]]
    for form in part.get("oneOf", ()):
        if not faults({**form, "definitions": whole.get("definitions", {})}, printed):
            _meet(whole, form, printed, met)
    if isinstance(printed, list) and "items" in part:
        for item in printed:
            _meet(whole, part["items"], item, met)
    if isinstance(printed, dict):
        named = part.get("properties", {})
        for key, value in named.items():
            if key in printed:
                met.add(id(value))
                _meet(whole, value, printed[key], met)
        if isinstance(others := part.get("additionalProperties"), dict):
            for key in set(printed) - set(named):
                _meet(whole, others, printed[key], met)


def _parts(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, list):
        for item in part:
            yield from _parts(item)
    if isinstance(part, dict):
        yield part
        for value in part.values():
            yield from _parts(value)


@pytest.mark.parametrize("name", CASES)
def test_a_key_more_or_a_key_less_is_refused(name: str) -> None:
    """At any depth: one that the schema does not know, and one that a program may count on."""
    validator = Draft7Validator(SCHEMAS[CASES[name].schema])

    for printed in goldens(name):
        records = _one_of_each_shape(printed)
        _keep_only(printed, {id(record) for record in records})
        assert validator.is_valid(printed)
        for record in records:
            record["nonsense"] = "1"
            assert not validator.is_valid(printed), record
            del record["nonsense"]
            for key in set(record) - SOMETIMES:
                value = record.pop(key)
                assert not validator.is_valid(printed), key
                record[key] = value


SOMETIMES = {
    *(
        "error",
        "paths",
        "endings",
        "english",
        "when_english",
        "answers",
        "in_words",
        "walk",
        "opens",
        "above",
    ),
}
"""Keys that may be left out, by the schemas' own words."""
FACTS = {"facts", "people", "when", "endings", "answered", "moves"}
"""Keys under which stand facts or words, called what the flows call them."""
TABLES = {"starts", "states", "screens", "menus", "opened", "contacts", "languages"}
"""Keys under which stand records by names of the flows' own."""


def _keep_only(part: Any, records: set[int], *, is_table: bool = False) -> bool:
    """Take out of lists and tables what holds none of these records; gives whether `part` does.

    An export is large, and all of it is held against its schema for each key of each record.
    """
    if isinstance(part, list):
        holding = [item for item in part if _keep_only(item, records)]
        if any(isinstance(item, dict) for item in part):
            part[:] = holding or part[:1]
        return bool(holding)
    if not isinstance(part, dict):
        return False
    held = {
        key for key, value in part.items() if _keep_only(value, records, is_table=key in TABLES)
    }
    for key in part.keys() - held if is_table else ():
        del part[key]
    return bool(held) or id(part) in records


def _one_of_each_shape(printed: Any) -> list[dict[str, Any]]:
    """Of mappings that stand in the same place with the same keys and kind, the first.

    A schema says of each place once what may stand there.
    """
    first: dict[object, dict[str, Any]] = {}
    for where, record in _records(printed):
        first.setdefault((where, frozenset(record), str(record.get("kind"))), record)
    return [*first.values()]


def _records(printed: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping of something printed whose keys are the guide's own, and where it stands."""
    if isinstance(printed, dict):
        yield where, printed
    inner = printed.items() if isinstance(printed, dict) else (("", each) for each in printed)
    for key, value in inner:
        if isinstance(value, dict) and key in TABLES:
            yield from _records([*value.values()], f"{where}.{key}")
        elif isinstance(value, dict | list) and key not in FACTS:
            yield from _records(value, f"{where}.{key}")


@pytest.mark.parametrize("name", [*SCHEMAS, *FOR_AUTHORS])
def test_a_schema_has_a_name_and_a_version(name: str) -> None:
    """Programs can tell which one they were written for; authors' follow the format of files."""
    schema = {**SCHEMAS, **FOR_AUTHORS}[name]

    assert re.fullmatch(rf"urn:should-i-report:schema:{name}:[1-9]\d*", schema["$id"])
    if name in FOR_AUTHORS:
        assert schema["$id"].endswith(f":{FORMAT}")
        assert [int(FORMAT), FORMAT] == schema["properties"]["format"]["enum"]


@pytest.mark.parametrize(
    ("schema", "never"),
    [("walk", {"topics", "above"}), ("talk", set())],
    ids=["walk: opens no topics and has no typed words", "talk"],
)
def test_events_are_printed_as_they_are(schema: str, never: set[str]) -> None:
    """Every kind, every field, the few words there are, but for what is never printed there."""
    definitions = SCHEMAS[schema]["definitions"]
    records = {record.__name__.lower(): record for record in get_args(events.Event)}
    kinds = {form["$ref"].rpartition("/")[2] for form in definitions["event"]["oneOf"]}

    assert set(records) - never == kinds
    for name, record in {"choice": events.Choice, "way": events.ContactMethod, **records}.items():
        if name not in never:
            printed = set(definitions[name]["properties"])
            own_kind = {"kind"} & set(record._fields)
            assert set(record._fields) - never == printed - {"kind"} | own_kind
    assert list(URGENCIES) == definitions["headline"]["properties"]["urgency"]["enum"]
    assert list(CONTACT_METHODS) == definitions["way"]["properties"]["kind"]["enum"]


@pytest.mark.parametrize(
    ("schema", "command"),
    [
        ("walk", "walk young-person no 11-17 sexual asked"),
        ("walk", "walk parent --locale ur"),
        ("paths", "paths --start adult-self"),
        ("why", "why young-person no under-11 sexual asked"),
        ("match", 'match "hes begging me 4 noods" --at worry --who young-person'),
        ("locale-status", "locale status"),
        ("practise-list", "practise --list"),
        ("practise-coverage", "practise --coverage"),
        ("sources", "sources"),
        ("withdraw", "withdraw find-the-council"),
    ],
)
def test_the_shipped_guide_prints_by_the_same_schemas(
    schema: str, command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not only the small flows of the cases."""
    monkeypatch.setenv("GUIDE_FLOWS", str(SHIPPED))
    parser.run([*shlex.split(command), "--json"])

    assert [] == faults(SCHEMAS[schema], json.loads(capsys.readouterr().out))
