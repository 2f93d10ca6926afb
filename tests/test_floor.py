"""The floor: what holds in every folder, and that no folder can lower."""

import shutil
from pathlib import Path
from typing import Any

import phonenumbers
import pytest

from guide.check.explain import codes, explain
from guide.check.floor.holds import holds_of
from guide.check.floor.identity import identity_findings, said_of_services
from guide.check.floor.numbers import close_to, costs_extra, digits_of, is_possible
from guide.check.floor.record import lost, write_record
from guide.check.floor.rules import WHAT_HOLDS
from guide.check.floor.services import SERVICES
from guide.check.floor.stories import story_harms
from guide.check.floor.strength import lost_demands, rule_strength
from guide.check.run import check
from guide.commands.new import write_starter
from guide.flow.model import Contact, Text, Variant, Wording
from guide.flow.walk import worded
from guide.practice.scenario import Move, Scenario
from guide.problems import Place
from guide.project import Project
from tests.support.floor import floor_findings
from tests.support.talking import SHIPPED, forked

TODAY = "2026-11-26"


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """A folder as `guide new` makes it."""
    folder = tmp_path / "mine"
    write_starter(str(folder))
    return folder


def errors_of(folder: Path) -> list[str]:
    report = check(Project(str(folder)), TODAY)
    return [finding.code for finding in report.findings if finding.severity == "error"]


# -- a new folder


def test_a_new_folder_passes_and_says_what_was_not_proven(tmp_path: Path) -> None:
    made = forked("new", str(tmp_path / "mine"))
    checked = forked("check", str(tmp_path / "mine"))

    assert (0, 0) == (made.returncode, checked.returncode), checked.stdout
    assert "Not proven: that the words are true" in checked.stderr
    assert 2 == forked("new", str(tmp_path / "mine")).returncode


LOWERED = {
    "no help": (
        "start.yaml",
        "help: [emergency, childline, trusted-adult, ceop]\n",
        "",
        "floor-help",
    ),
    "help without its number": (
        "shared.yaml",
        "help: In danger now? Call {emergency_phone}.",
        "help: In danger now? Wait a bit.",
        "floor-help",
    ),
    "another number beside help": (
        "shared.yaml",
        "help: Want to talk? {childline_name}, {childline_phone}, free.",
        "help: Want to talk? {childline_name}, free.",
        "floor-help",
    ),
    "danger that nobody can say": (
        "start.yaml",
        "say: Someone is in danger now",
        "say: Settings",
        "floor-danger",
    ),
    "danger that leads elsewhere": (
        "start.yaml",
        "also: [emergency, help me now, i am in danger]\n    to: call-999",
        "also: [emergency, help me now, i am in danger]\n    to: talk",
        "floor-danger",
    ),
    "others beside 999": (
        "start.yaml",
        "contacts: [emergency]",
        "contacts: [emergency, childline]",
        "floor-danger",
    ),
    "a question without not-sure": (
        "start.yaml",
        "      not-sure: {means: {concern: unsure}, to: talk}\n",
        "",
        "floor-not-sure",
    ),
    "nobody at the end": (
        "start.yaml",
        "contacts: [trusted-adult, childline, {show",
        "contacts: [{show: childline, when: {age: under-11}}, {when: {age: under-11}, show",
        "floor-human",
    ),
    "nobody in view": (
        "start.yaml",
        "contacts: [trusted-adult, childline, {show",
        "more: [{heading: no-phone, contacts: [childline]}]\n"
        "    contacts: [{show: trusted-adult, when: {age: under-11}}, {when: {age: under-11}, show",
        "floor-folded",
    ),
    "whom not to tell, folded away": (
        "start.yaml",
        'if-not: ["You can call',
        'if-not: ["Do not warn that person.", "You can call',
        "floor-folded",
    ),
    "a child under 11 with a form first": (
        "start.yaml",
        "contacts: [trusted-adult, ceop, childline]",
        "contacts: [ceop, trusted-adult, childline]",
        "floor-under-11",
    ),
    "a report unexplained": (
        "start.yaml",
        "      - {statement: ceop-in-short}\n    contacts: [ceop,",
        "    contacts: [ceop,",
        "floor-report",
    ),
    "a role that is not so": (
        "shared.yaml",
        "role: abuse-report",
        "role: child-helpline",
        "floor-role",
    ),
    "no rules": ("rules.yaml", None, "", "no-rules"),
    "another number": ("shared.yaml", "phone: 0800 1111", "phone: 0800 1112", "known-service"),
    "another host": (
        "shared.yaml",
        "www.childline.org.uk",
        "www.chi1dline.org.uk",
        "known-service",
    ),
    "a further way": (
        "shared.yaml",
        "phone: 0800 1111\n",
        'phone: 0800 1111\n    text: "80011"\n',
        "known-service",
    ),
    "harmful words": (
        "start.yaml",
        "Go to a safe place if you can.",
        "Tell nobody.",
        "harmful-words",
    ),
    "a phrase beside two answers": (
        "start.yaml",
        "also: [bullied,",
        "also: [he touched me,",
        "phrase-twice",
    ),
    "abuse beside bullying": (
        "start.yaml",
        "also: [bullied,",
        "also: [he touches me under my clothes,",
        "phrase-elsewhere",
    ),
    "abuse that only the learned ear hears beside bullying": (
        "start.yaml",
        "also: [bullied,",
        "also: [he gets into bed with me,",
        "phrase-elsewhere",
    ),
    "danger beside no danger": (
        "start.yaml",
        'no: {say: "No", means',
        'no: {say: "No", also: [he has a knife], means',
        "phrase-elsewhere",
    ),
}


@pytest.mark.parametrize("name", LOWERED)
def test_a_folder_that_lacks_the_floor_fails(starter: Path, name: str) -> None:
    """Whatever its own rules say."""
    file, old, new, code = LOWERED[name]
    path = starter / file
    text = path.read_text("utf-8")
    if old is None:
        path.unlink()
    else:
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    assert code in errors_of(starter)


def test_every_rule_of_the_floor_has_a_folder_that_breaks_it() -> None:
    assert set(WHAT_HOLDS) <= {code for _, _, _, code in LOWERED.values()}


def test_what_is_shipped_stands_on_the_floor() -> None:
    findings = floor_findings(Project(str(SHIPPED)), TODAY)

    assert [] == [str(finding) for finding in findings]


def test_every_code_of_the_floor_is_explained() -> None:
    """With the whole list of patterns, and of the services that are known."""
    project = Project(str(SHIPPED))
    library, rules = project.library, project.rules.rules

    assert {*WHAT_HOLDS, "must-hold", "meant-for", "phrase-twice"} <= set(codes(rules))
    assert "not-calling:" in (explain("harmful-words", rules, library) or "")
    assert all(
        service.names[0] in (explain("known-service", rules, library) or "") for service in SERVICES
    )


def test_help_that_is_gone_is_told_once(starter: Path) -> None:
    """The folder's own rule of it waits until the floor's is mended."""
    flow = starter / "start.yaml"
    text = flow.read_text("utf-8")
    helped = "help: [emergency, childline, trusted-adult, ceop]\n"
    assert helped in text
    flow.write_text(text.replace(helped, "help: [ceop]\n", 1), "utf-8")

    assert ["floor-help"] == [code for code in errors_of(starter) if "help" in code]
    flow.write_text(text.replace(helped, "help: [emergency, childline, trusted-adult]\n"), "utf-8")
    assert ["help-everywhere"] == [code for code in errors_of(starter) if "help" in code]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("also: [emergency, help me now, i am in danger]\n    to: call-999", "to: talk"),
        ("contacts: [emergency]", "contacts: [emergency, childline]"),
    ],
)
def test_danger_that_leads_elsewhere_is_told_once(starter: Path, old: str, new: str) -> None:
    """Not at every question, and not besides an ending that shows more than it may."""
    flow = starter / "start.yaml"
    text = flow.read_text("utf-8")
    assert old in text
    flow.write_text(text.replace(old, new, 1), "utf-8")

    assert 1 == [*errors_of(starter)].count("floor-danger")


# -- numbers, names and hosts


@pytest.mark.parametrize("number", sorted({n for service in SERVICES for n in service.phones}))
def test_the_numbers_we_know_can_be_called_in_the_united_kingdom(number: str) -> None:
    assert is_possible(number)
    if len(number) > 6 and number != "08001111":
        assert phonenumbers.is_valid_number(phonenumbers.parse(number, "GB"))


@pytest.mark.parametrize(
    ("number", "possible"),
    [
        ("0115 496 0000", True),
        ("+44 808 800 5000", True),
        ("07700 900123", True),
        ("0345 6000 459", True),
        ("0800 111", False),
        ("100", False),
        ("call the office", False),
        ("0906 555 0000", False),
        ("118 118", False),
        ("070 1234 5678", False),
        ("0845 464 7000", False),
        ("0871 234 5678", False),
    ],
)
def test_which_numbers_can_be_called(number: str, possible: bool) -> None:
    assert possible == is_possible(digits_of(number))


@pytest.mark.parametrize(
    "number", ["0115 496 0000", "0909 879 1111", "07700 900123", "0345 6000 459"]
)
def test_the_plan_says_of_premium_numbers_what_phonenumbers_says(number: str) -> None:
    kind = phonenumbers.number_type(phonenumbers.parse(number, "GB"))

    assert (kind == phonenumbers.PhoneNumberType.PREMIUM_RATE) == costs_extra(digits_of(number))


def test_one_slip_away_from_a_known_number_is_seen() -> None:
    """A digit changed, lost, added, or two swapped; of every service."""
    for service in SERVICES:
        for number in service.phones:
            for slip in (number[:-1], number + "0", number[:-2] + number[-1] + number[-2]):
                if len(number) > 4 and slip != number and is_unknown(slip):
                    assert close_to(slip) is not None, slip


def is_unknown(number: str) -> bool:
    return all(number not in (*service.phones, *service.texts) for service in SERVICES)


def contact(name: str, **ways: str) -> Contact:
    place = Place("a.yaml", 1)
    fields: dict[str, Any] = dict.fromkeys(Contact._fields, "")
    fields |= dict.fromkeys((*worded(Contact), "sources"), ())
    named = (Variant((), Text("contacts.a.name", name, place)),)
    return Contact(**fields | {"id": "a", "place": place, "name": named} | ways)


IMPOSTORS = {
    "another number": contact("Childline", phone="0909 879 1111"),
    "another host": contact("Childline", phone="0800 1111", link="https://childline-chat.com"),
    "Cyrillic": contact("\N{CYRILLIC CAPITAL LETTER ES}hildline", phone="0115 496 0000"),
    "a capital I": contact("ChiIdline", phone="0800 1112"),
    "a longer name": contact(
        "Childline UK", phone="0800 1111", link="https://www.childline.org.uk"
    ),
    "another charity's number": contact("School chat", phone="0808 800 5000"),
    "premium": contact("School chat", phone="0906 555 0000"),
    "a personal number": contact("School chat", phone="070 1234 5678"),
    "one slip away": contact("School chat", phone="0808 800 5001"),
    "a host that hides": contact("School chat", link="https://www.childline.org.uk@evil.example"),
    "a shortened link": contact("School chat", link="https://bit.ly/x"),
    "a host that passes for another": contact("School chat", link="https://iwf-report.org"),
    "a longer host": contact("School chat", link="https://www.ceop.police.uk.example.net/report"),
    "a look-alike host": contact(
        "School chat",
        link="https://www.ch\N{CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I}ldline.org.uk",
    ),
    "anybody's mailbox": contact("School chat", email="helper77@gmail.com"),
    "a further way": contact("NSPCC Helpline", phone="0808 800 5000", text="80800"),
    "another mailbox": contact("NSPCC Helpline", phone="0808 800 5000", email="help@nspcc.org.co"),
    "no way left": contact("Police"),
}


@pytest.mark.parametrize("name", IMPOSTORS)
def test_a_contact_that_is_not_who_it_says_is_refused(name: str) -> None:
    findings = list(identity_findings(IMPOSTORS[name], is_local=True))

    assert ["error"] == list(dict.fromkeys(finding.severity for finding in findings))


def test_a_contact_nobody_knows_is_told_until_somebody_vouches_for_it(starter: Path) -> None:
    """With what stands in waivers.yaml, until its day has come or its number changes."""
    shared = starter / "shared.yaml"
    shared.write_text(
        shared.read_text("utf-8").replace(
            "statements:\n",
            "  local:\n    role: specialist\n    name: Glen Youth Line\n    phone: 0115 496 0000\n"
            "    evidence: {phone: my-sources}\n    sources: [my-sources]\n"
            "    review-by: 2027-05-21\nstatements:\n",
            1,
        ),
        "utf-8",
    )
    waiver = (
        "waivers:\n  glen: {{excuses: unknown-service, line: local 0115 496 0000, who: A. Lead,"
        ' why: "I called it.", until: "{}"}}\n'
    )

    assert ["unknown-service"] == warnings_of(starter)
    (starter / "waivers.yaml").write_text(waiver.format("2027-01-01"), "utf-8")
    assert [] == warnings_of(starter)
    report = check(Project(str(starter)), TODAY)
    assert ("unknown-service excused until 2027-01-01 by A. Lead: I called it.",) == report.waived
    (starter / "waivers.yaml").write_text(waiver.format("2026-01-01"), "utf-8")
    assert {"unknown-service", "waiver-died"} == set(warnings_of(starter))
    assert () == check(Project(str(starter)), TODAY).waived


def warnings_of(folder: Path) -> list[str]:
    told = ("unknown-service", "waiver-died")
    return [f.code for f in check(Project(str(folder)), TODAY).findings if f.code in told]


@pytest.mark.parametrize(
    "text",
    [
        "Call {childline_name} on {emergency_phone}.",
        "Call Childline on {police_101_phone}.",
        "Dial zero eight hundred one one one one.",
        "Go to ceop-report.co.uk for help.",
        "Talk to ChiIdline.",
        "Call 0909 879 1111.",
        "Call 0800 1112.",
    ],
)
def test_a_text_that_names_one_service_and_another_number_is_refused(text: str) -> None:
    assert list(said_of_services(Project(str(SHIPPED)).library, text))


# -- what lines hold


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Do not pay.", "Pay."),
        ("Call {emergency_phone} now.", "Do not call {emergency_phone} now."),
        ("Call {emergency_phone} now.", "Call {police_101_phone} now."),
        ("Never share it.", "Always share it."),
        ("It is not your fault.", "It is your fault."),
        ("You do not have to meet them.", "You have to meet them."),
        ("For anyone under 19.", "For anyone over 16."),
        ("Tell your lead today.", "Tell your lead."),
        ("Press 55 when asked.", "Press 54 when asked."),
    ],
)
def test_a_line_turned_round_holds_less(was: str, now: str) -> None:
    assert holds_of(was) - holds_of(now)


def test_a_line_said_another_way_holds_the_same() -> None:
    assert holds_of("Do not pay them.") == holds_of("You must never pay.")


def test_what_was_recorded_may_not_be_lost(starter: Path) -> None:
    """A word, a line, an order and a rule; more may always be said."""
    project = Project(str(starter))
    write_record(str(starter), project.reading, project.rules.rules)
    assert [] == list(lost(str(starter), project.reading, project.rules.rules))

    for file, old, new in (
        ("start.yaml", "Go to a safe place if you can. Say where", "Say where"),
        ("start.yaml", "      - {statement: not-your-fault}\n", ""),
        (
            "start.yaml",
            "contacts: [ceop, trusted-adult, childline]",
            "contacts: [trusted-adult, ceop, childline]",
        ),
        ("rules.yaml", "always: [ceop, childline]", "always: [ceop]"),
        ("rules.yaml", "questions-at-most: 7", "questions-at-most: 70"),
    ):
        changed = starter.parent / "changed"
        shutil.copytree(starter, changed, dirs_exist_ok=True)
        text = (starter / file).read_text("utf-8")
        assert old in text
        (changed / file).write_text(text.replace(old, new, 1), "utf-8")
        after = Project(str(changed))
        findings = list(lost(str(changed), after.reading, after.rules.rules))
        assert ["must-hold"] == [finding.code for finding in findings], old


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (
            "shared.yaml",
            "    role: child-helpline\n",
            "    role: child-helpline\n    nations: wales\n",
        ),
        (
            "shared.yaml",
            "    role: child-helpline\n",
            "    role: child-helpline\n    from-age: 16\n",
        ),
        (
            "shared.yaml",
            "    role: abuse-report\n",
            "    role: abuse-report\n    run-by: charity\n",
        ),
        ("shared.yaml", "evidence: {phone: my-sources}", "evidence: {phone: another}"),
        ("start.yaml", "{statement: ceop-in-short}", "{statement: ceop-in-short, needs: typing}"),
        ("start.yaml", 'say: "I\'m not sure"', "say: I am making this up, not sure"),
        ("rules.yaml", "    hazard: H01\n", ""),
    ],
)
def test_whom_a_contact_is_for_and_where_a_line_is_said_are_recorded(
    starter: Path, file: str, old: str, new: str
) -> None:
    """Another nation, age, owner or evidence; a line that a web page leaves out; a hazard."""
    shared, rules = starter / "shared.yaml", starter / "rules.yaml"
    text = shared.read_text("utf-8").replace(
        "role: abuse-report", "role: abuse-report\n    run-by: police"
    )
    document = "\nsources:\n  another: {document: Another paper, review-by: 2027-05-21}\n"
    shared.write_text(text.replace("\nsources:\n", document, 1), "utf-8")
    text = rules.read_text("utf-8")
    rules.write_text(text.replace("    first: [", "    hazard: H01\n    first: [", 1), "utf-8")
    before = Project(str(starter))
    write_record(str(starter), before.reading, before.rules.rules)
    text = (starter / file).read_text("utf-8")
    assert old in text
    (starter / file).write_text(text.replace(old, new, 1), "utf-8")
    after = Project(str(starter))
    findings = lost(str(starter), after.reading, after.rules.rules)

    assert {"must-hold"} == {finding.code for finding in findings}


def test_a_rule_is_softer_when_it_speaks_of_fewer_or_demands_less(starter: Path) -> None:
    (rule, *_) = Project(str(starter)).rules.rules
    demands = rule_strength([rule])[rule.id]

    for softer in (
        rule._replace(only=("emergency", "childline")),
        rule._replace(urgency=()),
        rule._replace(when=(*rule.when, ("age", ("under-11",)))),
        rule._replace(unless=(("age", ("under-11",)),)),
    ):
        assert lost_demands(demands, rule_strength([softer])[rule.id])
    assert [] == lost_demands(
        demands, rule_strength([rule._replace(always=("emergency",))])[rule.id]
    )


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (
            "safety: Says that it is not the fault of the child or young person.",
            "must-hold: [not-your-fault, do-not-pay]",
            "must-hold",
        ),
        (
            "say: This is not your fault, whatever",
            "must-hold: [not-your-fault]\n    say: This may be your fault, whatever",
            "must-hold",
        ),
        (
            "safety: Says that this is a program",
            "must-hold: [no-such-idea]\n    safety: Says that this is a program",
            "must-hold",
        ),
    ],
)
def test_a_line_that_lost_what_it_must_hold_is_refused(
    starter: Path, old: str, new: str, code: str
) -> None:
    shared = starter / "shared.yaml"
    text = shared.read_text("utf-8")
    assert old in text
    shared.write_text(text.replace(old, new, 1), "utf-8")

    assert code in errors_of(starter)


def test_an_ending_is_for_those_it_says(starter: Path) -> None:
    flow = starter / "start.yaml"
    text = flow.read_text("utf-8")
    about = "    about: Under 11, something sexual. The adult comes first and helps to report.\n"
    flow.write_text(
        text.replace(about, about + "    for: {age: under-11, concern: sexual}\n", 1), "utf-8"
    )
    assert [] == errors_of(starter)

    mean = "means: {concern: bullying}, to: talk}"
    assert mean in text
    wrong = flow.read_text("utf-8").replace(
        mean, "means: {concern: bullying}, to: tell-an-adult-and-report}", 1
    )
    flow.write_text(wrong, "utf-8")
    assert "meant-for" in errors_of(starter)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("start.yaml", "say: Someone is mean to me", "say: Someone wants my game"),
        ("shared.yaml", "They need your name. Someone", "They never need your name. Someone"),
        (
            "shared.yaml",
            "help: Tell an adult you trust, like a teacher.",
            "help: Tell an adult later.",
        ),
        ("shared.yaml", "Sexual abuse or grooming? {ceop_name}.", "Not for you, {ceop_name}."),
        (
            "shared.yaml",
            "    safety: Says that it is not the fault of the child or young person.\n",
            "",
        ),
        ("words/en.yaml", "distress: [danger, rape]", "distress: [danger]"),
        ("words/en.yaml", "rape: [rape, raped]", "rape: [zzz]"),
        ("words/promises.tsv", "\tconcern=bullying\tconcern=sexual\n", "\tconcern=bullying\t\n"),
    ],
)
def test_what_keeps_safe_is_not_turned_round(starter: Path, file: str, old: str, new: str) -> None:
    """An answer's meaning, a safety line, a line of help, words of danger, and a promise."""
    words = starter / "words"
    words.mkdir()
    (words / "en.yaml").write_text(WORDS, "utf-8")
    (words / "promises.tsv").write_text(PROMISED, "utf-8")
    before = Project(str(starter))
    write_record(str(starter), before.reading, before.rules.rules)
    assert [] == list(lost(str(starter), before.reading, before.rules.rules, lambda: before.words))

    text = (starter / file).read_text("utf-8")
    assert old in text
    (starter / file).write_text(text.replace(old, new, 1), "utf-8")

    after = Project(str(starter))
    findings = list(lost(str(starter), after.reading, after.rules.rules, lambda: after.words))
    assert ["must-hold"] == [finding.code for finding in findings]


WORDS = """concepts:
  danger: [danger, knife]
  rape: [rape, raped]
  mean: [mean, nasty, cruel]
  game: [game]
distress: [danger, rape]
"""
PROMISED = (
    "sentence\twho\tmust reach\tmust never reach\n"
    "they pick on me\t\tconcern=bullying\tconcern=sexual\n"
)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("start.yaml", "say: Someone is mean to me", "say: Someone is nasty to me"),
        ("shared.yaml", "This is not your fault, whatever", "None of this is your fault, whatever"),
        (
            "shared.yaml",
            "help: Tell an adult you trust, like",
            "help: Tell any adult you trust, like",
        ),
    ],
)
def test_kinder_words_for_the_same_are_no_loss(
    starter: Path, file: str, old: str, new: str
) -> None:
    words = starter / "words"
    words.mkdir()
    (words / "en.yaml").write_text(WORDS, "utf-8")
    before = Project(str(starter))
    write_record(str(starter), before.reading, before.rules.rules)
    text = (starter / file).read_text("utf-8")
    assert old in text
    (starter / file).write_text(text.replace(old, new, 1), "utf-8")

    after = Project(str(starter))
    findings = list(lost(str(starter), after.reading, after.rules.rules, lambda: after.words))
    assert [] == [str(finding) for finding in findings]


def test_a_wrong_number_is_told_once(starter: Path) -> None:
    """Not as a service's, as Childline's and as what is lost besides."""
    before = Project(str(starter))
    write_record(str(starter), before.reading, before.rules.rules)
    shared = starter / "shared.yaml"
    shared.write_text(shared.read_text("utf-8").replace("0800 1111", "0800 1112", 1), "utf-8")

    assert ["known-service"] == errors_of(starter)


# -- stories


def test_no_story_teaches_what_harms() -> None:
    """What people learn from it, and what it holds up as good to say; what is bad to say may."""
    (scenario, *_) = Project(str(SHIPPED)).stories.scenarios
    line, turn = scenario.learning[0], scenario.listen[0]
    bad = next(move for move in turn.moves if move.opens < 0)
    good = next(move for move in turn.moves if move.opens > 0)
    assert [] == list(story_harms((scenario,)))

    learned = scenario._replace(learning=(line._replace(wording=_said("Keep a copy as proof.")),))
    taken_back = _with_move(scenario, good._replace(say=_said("I promise it stays between us.")))
    shown_as_bad = _with_move(scenario, bad._replace(say=_said("I promise it stays between us.")))

    assert ["harmful-words"] == [finding.code for finding in story_harms((learned,))]
    assert ["harmful-words"] == [finding.code for finding in story_harms((taken_back,))]
    assert [] == list(story_harms((shown_as_bad,)))


def _said(words: str) -> Wording:
    return (Variant((), Text("a", words, Place("story.yaml", 1))),)


def _with_move(scenario: Scenario, move: Move) -> Scenario:
    turn = scenario.listen[0]
    return scenario._replace(listen=(turn._replace(moves=(move,)),), learning=())


# -- typed words


def test_a_cry_for_help_stands_beside_no_topic(starter: Path) -> None:
    """It would open an answer about something else."""
    flow = starter / "shared.yaml"
    topic = "topics:\n  who-sees:\n    ask: Who sees this?\n    say: [Nobody here.]\n"
    also = "    also: [who sees this, i want to kill myself]\n    sources: [my-sources]\n"
    flow.write_text(flow.read_text("utf-8") + topic + also, "utf-8")

    findings = check(Project(str(starter)), TODAY).findings

    told = [finding.what for finding in findings if finding.code == "phrase-elsewhere"]
    assert [
        '"i want to kill myself" tells of danger, and stands beside the topic "who-sees".'
    ] == told


def test_a_promise_of_typed_words_that_is_not_kept_is_told(starter: Path) -> None:
    words = starter / "words"
    words.mkdir()
    (words / "promises.tsv").write_text(
        "sentence\twho\tmust reach\tmust never reach\n"
        "they pick on me\t\tconcern=bullying\tconcern=sexual\n"
        "he touched me\t\tconcern=bullying\t\n"
        "he has a knife\t\t\tdanger\n"
        "wrong\n",
        "utf-8",
    )

    report = check(Project(str(starter)), TODAY)

    broken = [finding.place.line for finding in report.findings if finding.code == "words-promise"]
    assert [3, 4, 5] == broken


@pytest.mark.parametrize("file", ["en.yaml", "danger/pl.yaml"])
def test_a_fault_of_words_is_not_told_again_by_each_promise(starter: Path, file: str) -> None:
    """What is not heard without it waits until it is mended; what nothing can reach does not."""
    shutil.copytree(SHIPPED / "words", starter / "words")
    promises = "sentence\twho\tmust reach\tmust never reach\n"
    promises += "he has a knife\t\tdanger\t\non ma noz\t\tdanger\t\nhello\t\tdancing\t\n"
    (starter / "words" / "promises.tsv").write_text(promises, "utf-8")
    with (starter / "words" / file).open("a", encoding="utf-8") as words:
        words.write("signns: {}\n")

    project = Project(str(starter))
    findings = check(project, TODAY).findings

    assert project.faults_of_words or project.faults_of_danger_words
    told = [finding.what for finding in findings if finding.code == "words-promise"]
    assert ['"dancing" is nothing that can be reached here.'] == told


@pytest.mark.parametrize("name", ["distress", "never-lost"])
def test_a_list_that_brings_help_is_not_emptied(starter: Path, name: str) -> None:
    words = starter / "words"
    words.mkdir()
    kept = {
        "distress": "distress: [want to die]\n",
        "never-lost": "never-lost:\n  danger: {now: [x]}\n",
    }
    del kept[name]
    (words / "en.yaml").write_text("concepts:\n  x: [x]\n" + "".join(kept.values()), "utf-8")

    assert "words-emptied" in errors_of(starter) or "words" in errors_of(starter)
