"""A site adds its own people and can do no more: 999, Childline and CEOP stay where they are."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from guide.check.rules.read import Rule
from guide.conversation.conversation import Conversation
from guide.conversation.events import Contact, Event
from guide.flow.library import load_library
from guide.flow.model import Ending, Library, Question
from guide.flow.paths import conversations
from guide.i18n.words import Words
from guide.kiosk.read import PERSON_KEYS, SITE_CONTACT_KEYS, SITE_KEYS, UNKNOWN, read_site
from guide.kiosk.selfcheck import local_rules
from guide.kiosk.site import NATION, Site, applied, only_adds
from guide.problems import FlowError
from guide.project import Project
from tests.support.schema import document
from tests.support.talking import ROOT, SHIPPED, TINY

EXAMPLE = ROOT / "deploy" / "kiosk" / "site.yaml"
SCHEMA = json.loads((SHIPPED / "schema" / "site.schema.json").read_text("utf-8"))
NATIONS = ("england", "wales", "scotland", "northern-ireland")
NUMBER = "phone: 0115 496 0000"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(str(SHIPPED))


def site_of(text: str, folder: Path, library: Library) -> Site:
    file = folder / "site.yaml"
    file.write_text(text, encoding="utf-8")
    return read_site(str(file), library)


# -- reading it


def test_the_example_is_sound_and_names_no_real_number(library: Library) -> None:
    """Its phone numbers are of those kept for fiction, its addresses for examples."""
    site = read_site(str(EXAMPLE), library)

    assert ["site.lead", "site.desk", "site.west-young-people"] == [it.id for it in site.people]
    assert all(it.phone.startswith("0115 496 0") for it in site.people if it.phone)
    assert all("example.org" in it.link for it in site.people if it.link)


def test_a_site_says_only_what_it_wants_to(library: Library, tmp_path: Path) -> None:
    assert Site(name="Here") == site_of("site: Here\n", tmp_path, library)


def test_the_hosts_words_may_be_in_several_languages(library: Library, tmp_path: Path) -> None:
    site = site_of("site: Here\nsignpost: {en: One, cy: Un}\n", tmp_path, library)

    assert ["One", "Un", ""] == [site.signpost_in(code) for code in ("en", "cy", "pl")]


FAULTS = {
    "no name": ("operator: Us\n", '1: The site has no "site". Add `site:`.'),
    "a key that is close": (
        "site: Here\noperater: Us\n",
        '2: "operater" is no key of a site file. Did you mean "operator"?',
    ),
    "a fingerprint that is none": (
        "site: Here\nfingerprint: 0800 1111\n",
        '2: "0800 1111" is no fingerprint. Write what `guide verify` prints first.',
    ),
    "a nation that is close": (
        "site: Here\nnation: scotlnd\n",
        '2: "scotlnd" is no "nation" of the site. Did you mean "scotland"?',
    ),
    "a nation that nobody lives in": (
        "site: Here\nnation: unknown\n",
        '2: "unknown" is no "nation" of the site. Use one of: england,',
    ),
    "no languages": ("site: Here\nlanguages: []\n", '2: "languages" is an empty list.'),
    "languages that are none": (
        "site: Here\nlanguages: [{a: b}]\n",
        '2: "languages" holds something that is no code.',
    ),
    "someone who cannot be found": (
        "site: Here\npeople:\n  ann: {name: Ann}\n",
        '3: "ann" cannot be found or reached. Add `where:` or `phone:`.',
    ),
    "someone without a name": (
        "site: Here\npeople:\n  ann: {where: Upstairs}\n",
        '3: "ann" has no "name". Add `name:`.',
    ),
    "no people": ("site: Here\npeople: {}\n", '2: "people" is empty.'),
    "a list of people": ("site: Here\npeople: [a]\n", '2: "people" is not keys and values.'),
    "a number that is none": (
        f"site: Here\npeople:\n  ann:\n    name: Ann\n    {NUMBER} please\n",
        '5: "0115 496 0000 please" is no number. Write it like',
    ),
    "an email that is none": (
        "site: Here\npeople:\n  ann:\n    name: Ann\n    email: ann\n",
        '5: "ann" is no email address.',
    ),
    "a link that is none": (
        "site: Here\ncontacts:\n  us:\n    name: Us\n    link: http://a.example\n",
        '5: "http://a.example" is no link. Write the whole address, from https:// on.',
    ),
    "a placeholder": (
        "site: Here\noperator: Call {childline_phone}\n",
        '2: "operator" of the site holds a { or }.',
    ),
    "a long text": (
        f"site: Here\noperator: {'word ' * 100}\n",
        '2: "operator" of the site has 499 characters. Use at most 160.',
    ),
    "a crowd": (
        "site: Here\npeople:\n" + "".join(f"  a{n}: {{name: A, where: B}}\n" for n in range(8)),
        '9: "a6" is one too many in "people". Keep at most 6',
    ),
    "twice the same": (
        "site: Here\npeople: {ann: {name: A, where: B}}\ncontacts: {ann: {name: A, where: B}}\n",
        '3: "ann" stands in "people" too.',
    ),
    "no site at all": ("", "1: The file is empty. Start it with `site:`"),
    "a list": ("- a\n", "1: The file is not keys and values. Start it with `site:`"),
    # What would pretend to be somebody else.
    "another 999": (
        "site: Here\npeople:\n  a:\n    name: Help\n    phone: '999'\n",
        '5: "999" is the number of "emergency", which the guide has already.',
    ),
    "another Childline": (
        f"site: Here\npeople:\n  a:\n    name: child LINE\n    {NUMBER}\n",
        '4: "child LINE" is the name of a contact that the guide has already.',
    ),
    "another name for Childline's number": (
        "site: Here\ncontacts:\n  a:\n    name: Us\n    phone: 08001111\n",
        '5: "08001111" is the number of "childline", which the guide has already.',
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_line_and_what_to_do(
    name: str, library: Library, tmp_path: Path
) -> None:
    """As in a flow."""
    text, wanted = FAULTS[name]

    with pytest.raises(FlowError) as told:
        site_of(text, tmp_path, library)

    assert [f"{tmp_path / 'site.yaml'}:{wanted}"] == [
        str(problem)[: len(f"{tmp_path / 'site.yaml'}:{wanted}")] for problem in told.value.problems
    ]


# What a hostile or hopeful file might try: there is no word for it.
CANNOT_BE_SAID = {
    "remove a contact": "remove: [emergency]\n",
    "change a contact": "contacts:\n  childline: {name: Us, phone: '1', help: Call us}\n",
    "the help lines": "help: [lead]\n",
    "an ending": "endings:\n  call-999: {contacts: [lead]}\n",
    "steps": "steps: {who: {ask: Hello?}}\n",
    "where someone stands": "people:\n  a: {name: A, where: B, first: 'yes'}\n",
    "when someone is shown": "people:\n  a: {name: A, where: B, when: {danger: now}}\n",
    "side by side": "people:\n  side-by-side: [a, b]\n",
    "rules": "rules: {danger-means-999: {rule: No}}\n",
}


@pytest.mark.parametrize("name", CANNOT_BE_SAID)
def test_nobody_can_be_removed_or_pushed_down(name: str, library: Library, tmp_path: Path) -> None:
    """A local edit that tries cannot even be written."""
    with pytest.raises(FlowError):
        site_of(f"site: Here\n{CANNOT_BE_SAID[name]}", tmp_path, library)


def test_a_local_id_never_stands_for_a_contact_of_the_flows(
    library: Library, tmp_path: Path
) -> None:
    """Even where it has the same name."""
    people = "".join(f"  {key}: {{name: N{n}, where: W}}\n" for n, key in enumerate(library.help))
    site = site_of(f"site: Here\npeople:\n{people}", tmp_path, library)
    local = applied(library, site)

    assert [] == only_adds(library, local)
    assert [library.contacts[key] for key in library.help] == [
        local.contacts[key] for key in library.help
    ]


def test_every_fault_is_told_in_one_run(library: Library, tmp_path: Path) -> None:
    text = "opperator: Us\nnation: x\nlanguages: [{q: q}]\npeople:\n  A: {name: A}\n  b: {nme: B}\n"

    with pytest.raises(FlowError) as told:
        site_of(text, tmp_path, library)

    assert {1, 2, 3, 5, 6} == {problem.place.line for problem in told.value.problems}


HOSTILE = {
    "no file": None,
    "a folder": None,
    "binary": b"\x00\x01",
    "UTF-16": "site: Here".encode("utf-16"),
    "not UTF-8": b"site: \xff\n",
    "aliases": b"site: &a Here\noperator: *a\n",
    "a tag": b"site: !!python/object:os.system x\n",
    "an escape": b'site: "\\e[2J"\n',
    "a turned text": "site: \u202eereH\n".encode(),
    "deep": b"site: " + b"[" * 50_000,
    "large": b"site: " + b"x" * 20_000_000,
    "keys": b"".join(b"k%d: v\n" % n for n in range(50_000)),
    "two documents": b"site: a\n---\nsite: b\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_and_nothing_more(
    name: str, library: Library, tmp_path: Path
) -> None:
    """No traceback, no hang, no code."""
    file = tmp_path / "site.yaml"
    if name == "a folder":
        file.mkdir()
    elif (content := HOSTILE[name]) is not None:
        file.write_bytes(content)

    with pytest.raises(FlowError) as told:
        read_site(str(file), library)

    assert 0 < len(told.value.problems) < 150


_words = st.text(st.characters(codec="utf-8"), max_size=30)
_any = st.recursive(
    _words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_words, inner, max_size=3)
)


@given(st.dictionaries(st.sampled_from(sorted(SITE_KEYS)) | _words, _any, max_size=5))
@settings(max_examples=150, deadline=None)
def test_any_file_at_all_is_read_or_told(tmp_path_factory: object, content: object) -> None:
    """JSON is YAML, so this reaches every shape a file can have."""
    library = _shipped()
    file = Path(str(tmp_path_factory.getbasetemp())) / "any.yaml"  # type: ignore[attr-defined]
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    try:
        site = read_site(str(file), library)
    except FlowError:
        return
    assert [] == only_adds(library, applied(library, site))


_SHIPPED: list[Library] = []


def _shipped() -> Library:
    if not _SHIPPED:
        _SHIPPED.append(load_library(str(SHIPPED)))
    return _SHIPPED[0]


# -- the schema that editors use


def test_the_schema_says_what_the_reader_says() -> None:
    """The same keys, the same nations, and the example is fine by it."""
    Draft7Validator.check_schema(SCHEMA)
    values = dict(_shipped().facts[NATION].values)

    assert set(SCHEMA["properties"]) == SITE_KEYS
    assert set(SCHEMA["definitions"]["person"]["properties"]) == PERSON_KEYS
    assert set(SCHEMA["definitions"]["contact"]["properties"]) == SITE_CONTACT_KEYS
    assert set(SCHEMA["properties"]["nation"]["enum"]) == set(values) - {UNKNOWN} == set(NATIONS)
    assert Draft7Validator(SCHEMA).is_valid(document(EXAMPLE.read_bytes()))


@pytest.mark.parametrize(
    "name",
    sorted(set(FAULTS) - {"a language there is not", "a crowd", "twice the same", "no site at all",
                          "another 999", "another Childline",
                          "another name for Childline's number"}),
)  # fmt: skip
def test_an_editor_sees_the_fault_too(name: str) -> None:
    """All but what only the flows and the locales can tell."""
    assert not Draft7Validator(SCHEMA).is_valid(document(FAULTS[name][0].encode()))


# -- applied


def _rules() -> tuple[Rule, ...]:
    return Project(str(SHIPPED)).rules.rules


def example(library: Library, nation: str) -> Site:
    site = read_site(str(EXAMPLE), library)
    return site._replace(nation=nation)


@pytest.mark.parametrize("nation", ["", *NATIONS])
def test_every_safety_rule_holds_with_a_site(nation: str, library: Library) -> None:
    """Proven over every conversation, in each nation, with local people and without."""
    for site in (example(library, nation), Site(nation=nation)):
        local = applied(library, site)

        assert "" == local_rules(_rules(), local, site)
        assert [] == only_adds(library, local)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("We promise that nobody hears of it.", "Nothing is promised"),
        ("It is your own fault if you wait.", "Nobody is blamed"),
        ("Hurry, tell us now.", "Nothing is said to frighten"),
        ("It may be your fault.", '"your fault": '),
    ],
)
@pytest.mark.parametrize("where", ["says", "name", "operator", "signpost", "site"])
def test_the_rules_about_words_hold_for_the_sites_own(
    where: str, words: str, wanted: str, library: Library, tmp_path: Path
) -> None:
    """What the guide never says, a place does not say through it."""
    person = f"people:\n  a:\n    name: {words if where == 'name' else 'A'}\n    where: B\n"
    person += f"    says: {words}\n" if where == "says" else ""
    text = f"site: {words if where == 'site' else 'Here'}\n{person}"
    text += f"{where}: {words}\n" if where in ("operator", "signpost") else ""
    site = site_of(text, tmp_path, library)

    assert local_rules(_rules(), applied(library, site), site).startswith(wanted)


def test_a_local_number_that_looks_like_childlines_is_refused(
    library: Library, tmp_path: Path
) -> None:
    """A child who meant Childline would reach somebody else."""
    site = site_of("site: A\npeople: {b: {name: B, phone: 0800 1112}}\n", tmp_path, library)

    wanted = '"0800 1112" looks like the number of Childline. It is 0800 1111.'
    assert wanted == local_rules(_rules(), applied(library, site), site)


@pytest.mark.parametrize("table", ["statements", "topics", "sources", "facts", "flows"])
def test_a_site_that_changed_what_it_may_not_would_be_told(table: str, library: Library) -> None:
    """Also a table of the library that sites have nothing to do with."""
    fewer: dict[str, Any] = {table: dict(list(getattr(library, table).items())[1:])}

    assert [f"The site changes the {table} of the flows."] == [
        problem.what for problem in only_adds(library, library._replace(**fewer))
    ]


def _contacts(events: tuple[Event, ...]) -> Iterator[Contact]:
    return (event for event in events if isinstance(event, Contact))


def test_local_people_come_after_everyone_and_never_in_an_emergency(library: Library) -> None:
    """At every ending, the same contacts as before, in the same places, then the local ones."""
    local = applied(library, example(library, ""))
    added = ["site.lead", "site.desk", "site.west-young-people"]
    seen = set()
    for key, step in library.steps.items():
        now = local.steps[key]
        if isinstance(step, Ending) and isinstance(now, Ending):
            before, after = ([shown.contact for shown in it.contacts] for it in (step, now))
            assert after == before + ([] if step.urgency == "emergency" else added)
            seen.add(step.urgency)

    assert {"emergency", "report", "tell", "talk"} == seen


def test_local_people_are_shown_with_where_and_when_to_find_them() -> None:
    library = load_library(str(TINY))
    local = applied(library, example(_shipped(), ""))
    talk = Conversation(local, Words(local.contacts))
    talk.choose("no")
    talk.choose("11-17")
    *_, lead, desk, service = _contacts(talk.choose("bullying"))

    assert "The club's safeguarding lead" == lead.name
    assert ["Call 0115 496 0000"] == [way.text for way in lead.ways]
    assert (
        "Ask for a quiet place to talk.",
        "The office beside the kitchen",
        "Monday to Friday, 4pm to 8pm",
    ) == lead.lines
    assert ("By the main door", "Whenever we are open") == desk.lines
    assert "Go to https://www.example.org/young-people" == service.ways[1].text
    assert not any(shown.beside for shown in (lead, desk, service))


@pytest.mark.parametrize("nation", NATIONS)
def test_a_nation_that_is_known_is_not_asked(nation: str, library: Library) -> None:
    """Each conversation knows it from its first answer, and no question about it is left."""
    local = applied(library, Site(nation=nation))
    about_nation = [
        step.id
        for step in library.steps.values()
        if isinstance(step, Question) and any((NATION, nation) in o.means for o in step.options)
    ]

    assert about_nation
    assert not [key for key in about_nation if isinstance(local.steps[key], Question)]
    for path in islice(conversations(local), 3000):
        assert nation == path.facts[NATION]


def test_a_site_that_knows_no_nation_asks_it(library: Library) -> None:
    assert library.steps == applied(library, Site(name="Here")).steps


def test_whatever_else_a_site_would_do_is_found(library: Library) -> None:
    """The proof that a site only adds can fail: each change that is more is named."""
    local = applied(library, example(library, "wales"))
    steps = dict(local.steps)
    key = next(k for k, s in steps.items() if isinstance(s, Ending) and s.urgency == "report")
    call = next(k for k, s in steps.items() if isinstance(s, Ending) and s.urgency == "emergency")
    ask = next(k for k, s in steps.items() if isinstance(s, Question))
    report, emergency, question = steps[key], steps[call], steps[ask]
    assert isinstance(report, Ending)
    assert isinstance(emergency, Ending)
    assert isinstance(question, Question)
    more = report.contacts[-1]

    def with_step(name: str, step: Ending | Question) -> Library:
        return local._replace(steps={**steps, name: step})

    def contacts(*shown: object) -> Library:
        return with_step(key, report._replace(contacts=shown))  # type: ignore[arg-type]

    changed = [
        contacts(*report.contacts[1:]),
        contacts(more, *report.contacts),
        contacts(*report.contacts[1:], report.contacts[0]),
        contacts(*report.contacts, more._replace(group=report.contacts[0].group)),
        contacts(*report.contacts, more._replace(contact="ceop")),
        with_step(key, report._replace(urgency="talk")),
        with_step(call, emergency._replace(contacts=(*emergency.contacts, more))),
        with_step(ask, question._replace(options=question.options[1:])),
        with_step(ask, question._replace(options=question.options[::-1])),
        local._replace(help=library.help[1:]),
        local._replace(help=library.help[::-1]),
        local._replace(always=(library.always[0]._replace(means=()), *library.always[1:])),
        local._replace(contacts={k: v for k, v in local.contacts.items() if k != "childline"}),
        local._replace(
            contacts={**local.contacts, "ceop": local.contacts["ceop"]._replace(phone="1")}
        ),
        local._replace(steps={k: v for k, v in steps.items() if k != key}),
    ]

    assert [] == only_adds(library, local)
    assert [number for number, one in enumerate(changed) if not only_adds(library, one)] == []
