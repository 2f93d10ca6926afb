"""Each check finds its fault, in a flow that is otherwise faultless, and says what to do."""

from pathlib import Path

import pytest

from guide.check import lints as checks
from guide.check.finding import Finding
from guide.check.folder import UNPROVEN, check_folder
from guide.check.readability import Measure, measure, syllables
from guide.project import Project

RULED = Path(__file__).parent / "flows" / "ruled" / "ruled.yaml"
TODAY = "2026-11-21"
LOST = "lost: {urgency: talk, title: Talk, contacts: [childline], sources: [leaflet]}"
LONG = (
    "Please think about this very slowly and then tell every one " + "of the people you know " * 2
)

Edit = tuple[str, str]
FAULTS: dict[str, tuple[str, list[Edit], str]] = {
    "step-nobody-comes-to": (
        "unreachable-step",
        [
            (
                "endings:\n",
                f"endings:\n  {LOST}\n",
            )
        ],
        'No conversation comes to "lost".',
    ),
    "text-that-is-not-written": (
        "odd-text",
        [("ask: How old are you?", "ask: TODO")],
        "is not written yet.",
    ),
    "contact-named-twice": (
        "shown-twice",
        [
            (
                "contacts: [ceop, trusted-adult, childline]",
                "contacts: [ceop, trusted-adult, childline, ceop]",
            )
        ],
        'names "ceop" twice for the same people.',
    ),
    "help-of-one-contact": (
        "help-without-words",
        [('  emergency: {name: "999",', '  emergency: {name: "999", help: Call.,')],
        "has no line to show there.",
    ),
    "step-only-for-nobody": (
        "unreachable-step",
        [
            (
                "          - report-to-ceop\n",
                "          - {when: {danger: now}, go: lost}\n          - report-to-ceop\n",
            ),
            (
                "endings:\n",
                f"endings:\n  {LOST}\n",
            ),
        ],
        'No conversation comes to "lost".',
    ),
    "trap-for-some": (
        "trap",
        [
            ("to: talk-to-childline}\n      not-sure", "to: round}\n      not-sure"),
            (
                "endings:\n",
                "  round:\n    ask: Is it still so?\n    options:\n"
                "      yes: {say: 'Yes', to: round}\n"
                "      no: {say: 'No', to: [{when: {age: under-11}, go: tell-an-adult}, round]}\n"
                "endings:\n",
            ),
        ],
        'Some people never get from "round" to an ending.',
    ),
    "question-again": (
        "asked-twice",
        [
            (
                "means: {concern: unsure}, to: talk-to-childline}",
                "means: {concern: unsure}, to: age}",
            )
        ],
        'Answers lead from "worry" back to it.',
    ),
    "same-words-further-on": (
        "asked-twice",
        [("ask: What is worrying you?", "ask: How old are you?")],
        '"worry" asks in the same words what "age" asked before.',
    ),
    "question-that-changes-nothing": (
        "changes-nothing",
        [
            (
                "means: {concern: bullying}, to: talk-to-childline}\n",
                "means: {concern: bullying}, to: sad}\n",
            ),
            (
                "endings:\n",
                "  sad:\n    ask: Does it make you sad?\n    options:\n"
                "      yes: {say: 'Yes', to: talk-to-childline}\n"
                "      no: {say: 'No', to: talk-to-childline}\nendings:\n",
            ),
        ],
        'No answer to "sad" changes anything.',
    ),
    "answers-that-read-alike": (
        "same-words",
        [("11-17: {say: 11 to 17,", "11-17: {say: under 11,")],
        'Answers "under-11" and "11-17" to "age" read the same.',
    ),
    "condition-for-nobody": (
        "never-holds",
        [
            ("say: 'none'", ""),
            (
                "    before: [{statement: law-enforcement}]\n",
                "    before: [{statement: law-enforcement, when: {age: under-11}}]\n",
            ),
        ],
        "The condition of this line never holds here (age: under-11).",
    ),
    "variant-taken-before": (
        "never-holds",
        [
            (
                "      - {when: {concern: bullying}, say:",
                "      - {when: {age: [under-11, 11-17]}, say: Talk}\n"
                "      - {when: {concern: bullying}, say:",
            )
        ],
        'The condition of ending "talk-to-childline" never holds here (concern: bullying).',
    ),
    "contact-nobody-sees": (
        "never-shown",
        [
            (
                "contacts:\n  emergency:",
                "contacts:\n"
                "  lost: {name: Lost, sources: [leaflet], review-by: 2027-05-21}\n  emergency:",
            )
        ],
        'Nobody ever sees contact "lost".',
    ),
    "topic-nobody-is-offered": (
        "never-shown",
        [
            (
                "help: [",
                "topics:\n  lost: {ask: What?, when: {danger: now, concern: sexual}, say: [That.],"
                " sources: [leaflet]}\nhelp: [",
            )
        ],
        'Nobody ever sees topic "lost".',
    ),
    "statement-nobody-says": (
        "never-shown",
        [("statements:\n", "statements:\n  lost: {say: Nobody says this., sources: [leaflet]}\n")],
        'Nobody ever sees statement "lost".',
    ),
    "ending-with-nobody": (
        "no-contact",
        [
            (
                "    contacts: [emergency]\n",
                "    contacts: [{show: emergency, when: {age: 11-17}}]\n",
            ),
            ('      yes: {say: "Yes",', '      yes: {say: "Yes",'),
        ],
        'Ending "call-999" shows some people nobody to turn to.',
    ),
    "message-that-says-nothing": (
        "says-nothing",
        [("      - You can ask for help here.\n", "")],
        'Message "kind-words" says nothing to some people.',
    ),
    "value-that-no-answer-records": (
        "fact-never-set",
        [
            ("age: {values: {", "age: {values: {18-plus: aged 18 or over, "),
            (
                "{when: {age: under-11}, go: tell-an-adult}",
                "{when: {age: [under-11, 18-plus]}, go: tell-an-adult}",
            ),
        ],
        'No answer records "age: 18-plus", which is asked for here.',
    ),
    "value-that-nothing-records": (
        "fact-unused",
        [("age: {values: {", "age: {values: {18-plus: aged 18 or over, ")],
        'No answer records "age: 18-plus".',
    ),
    "fact-that-nothing-depends-on": (
        "fact-unused",
        [
            ("facts:\n", "facts:\n  mood: {values: {sad: who is sad}}\n"),
            ("means: {concern: unsure}", "means: {concern: unsure, mood: sad}"),
        ],
        'Nothing depends on the fact "mood".',
    ),
    "answer-that-records-another": (
        "records-otherwise",
        [
            (
                "under-11: {say: Under 11, means: {age: under-11}",
                "under-11: {say: Under 11, means: {age: 11-17}",
            ),
            (
                "11-17: {say: 11 to 17, means: {age: 11-17}",
                "11-17: {say: 11 to 17, means: {age: under-11}",
            ),
        ],
        'Answer "under-11" records "age: 11-17".',
    ),
    "number-that-rests-on-nothing": (
        "without-evidence",
        [
            (
                "0800 1111, sources: [leaflet], evidence: {phone: leaflet}",
                "0800 1111, sources: [leaflet]",
            )
        ],
        'The phone of contact "childline" rests on no source.',
    ),
    "link-that-rests-on-nothing": (
        "without-evidence",
        [("evidence: {link: leaflet, hours", "evidence: {hours")],
        'The link of contact "ceop" rests on no source.',
    ),
    "hours-that-rest-on-nothing": (
        "without-evidence",
        [("phone: 0800 1111,", "phone: 0800 1111, hours: Any time., open: always,")],
        'The hours of contact "childline" rest on no source.',
    ),
    "evidence-of-nothing": (
        "without-evidence",
        [("{name: An adult you trust,", "{name: An adult you trust, evidence: {text: leaflet},")],
        'Contact "trusted-adult" has evidence of its text, and no text.',
    ),
    "hours-in-words-and-others-in-data": (
        "hours-differ",
        [
            (
                "phone: 0800 1111,",
                "phone: 0800 1111, hours: 9am to 5pm., open: {mon-fri: 9:00-16:00},",
            )
        ],
        'Contact "childline" gives other times in words than in `open`.',
    ),
    "hours-in-words-alone": (
        "hours-differ",
        [("phone: 0800 1111,", "phone: 0800 1111, hours: 9am to 5pm.,")],
        'Contact "childline" gives times in words alone.',
    ),
    "always-in-words-alone": (
        "hours-differ",
        [("phone: 0800 1111,", "phone: 0800 1111, hours: Any time., open: {mon: 9:00-16:00},")],
        'Contact "childline" is not always open, and its words say that it is.',
    ),
    "always-open-and-words-that-say-otherwise": (
        "hours-differ",
        [("phone: 0800 1111,", "phone: 0800 1111, hours: Only on school days., open: always,")],
        'Contact "childline" is always open, and its words do not say so.',
    ),
    "typed-number": (
        "typed-number",
        [("You can ask for help here.", "You can call 0300 123 2040.")],
        '"0300 123 2040" is typed into message "kind-words".',
    ),
    "typed-short-number": (
        "typed-number",
        [("You can ask for help here.", "You can call 101.")],
        '"101" is typed into message "kind-words".',
    ),
    "typed-link": (
        "typed-number",
        [("You can ask for help here.", "Look at ceop.police.uk for help.")],
        '"police.uk" is typed into message "kind-words".',
    ),
    "typed-address": (
        "typed-number",
        [("You can ask for help here.", "Write to help@example.org.")],
        '"help@example.org" is typed into message "kind-words".',
    ),
    "childline-missing-a-digit": (
        "childline-number",
        [("phone: 0800 1111", "phone: 0800 111")],
        'The phone of "childline" is "0800 111". It is 0800 1111.',
    ),
    "childline-without-its-space": (
        "childline-number",
        [("phone: 0800 1111", "phone: '08001111'")],
        'The phone of "childline" is "08001111". It is 0800 1111.',
    ),
    "childline-altered-in-a-text": (
        "childline-number",
        [("You can ask for help here.", "You can call 0800 1112.")],
        '"0800 1112" looks like the number of Childline. It is 0800 1111.',
    ),
    "emergency-altered": (
        "childline-number",
        [('phone: "999"', 'phone: "998"')],
        'The phone of "emergency" is "998". It is 999.',
    ),
    "ceop-link-with-a-slash": (
        "ceop-link",
        [("police.uk/safety-centre", "police.uk/safety-centre/")],
        'The link of "ceop" is "https://www.ceop.police.uk/safety-centre/".',
    ),
    "ceop-look-alike": (
        "ceop-link",
        [
            (
                "trusted-adult: {name: An adult you trust,",
                "trusted-adult: {name: An adult you trust, link: 'https://ceop.example.org',",
            )
        ],
        'Contact "trusted-adult" leads to a CEOP of its own.',
    ),
    "past-its-review": (
        "past-review",
        [
            (
                "  leaflet: {document: A leaflet for tests, review-by: 2027-05-21}",
                "  leaflet: {document: A leaflet for tests, review-by: 2026-11-20}",
            )
        ],
        'Source "leaflet" was to be reviewed by 2026-11-20.',
    ),
    "reviewed-when-nobody-remembers": (
        "late-review",
        [
            (
                "  leaflet: {document: A leaflet for tests, review-by: 2027-05-21}",
                "  leaflet: {document: A leaflet for tests, review-by: 2099-05-21}",
            )
        ],
        'Source "leaflet" is to be reviewed only by 2099-05-21.',
    ),
    "long-sentence": (
        "reading-age",
        [("You can ask for help here.", f"{LONG}.")],
        "A sentence has 21 words (at most 20).",
    ),
    "hard-screen": (
        "reading-age",
        [
            (
                "You can ask for help here.",
                "Organisations investigating exploitation prioritise vulnerability. "
                "Multidisciplinary professionals communicate regarding individual circumstances. "
                "Confidentiality considerations necessitate proportionate information management.",
            )
        ],
        '"kind-words" reads at grade',
    ),
}


def test_every_module_of_checks_is_run() -> None:
    """One that stands in no tuple would be looked at by nobody, and no flow would be safer."""
    folder = Path(checks.__file__).parent
    modules = {file.stem.replace("_", "-") for file in folder.glob("*.py")} - {"--init--"}

    assert set() == modules - known_codes(), "in neither PATHS nor CONTENT of lints/__init__.py"


def known_codes() -> set[str]:
    return {checks.code_of(check) for check in checks.PATHS} | {
        checks.code_of(check) for check in checks.CONTENT
    }


def test_every_check_has_a_fault_that_it_finds() -> None:
    tried = {code for code, _, _ in FAULTS.values()}
    # The reader refuses a thing without sources, so no file can show this one: see below.
    assert tried == known_codes() - {"without-source"}


def findings_after(tmp_path: Path, edits: list[Edit]) -> list[Finding]:
    text = RULED.read_text()
    for old, new in edits:
        if new and old in text:
            text = text.replace(old, new, 1)
        elif old in text:
            text = text.replace(old, "", 1)
    folder = tmp_path / "ruled"
    folder.mkdir()
    (folder / "ruled.yaml").write_text(text)
    return list(check_folder(Project(str(folder)), TODAY).findings)


@pytest.mark.parametrize("name", FAULTS)
def test_a_check_finds_its_fault(name: str, tmp_path: Path) -> None:
    code, edits, said = FAULTS[name]
    found = findings_after(tmp_path, edits)
    told = [str(finding) for finding in found if finding.code == code]

    assert [line for line in told if said in line], [str(finding) for finding in found]
    assert "unreadable" not in {finding.code for finding in found}


WARNINGS = {"reading-age", "past-review", "fact-unused"}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_blocks_unless_it_only_informs(name: str, tmp_path: Path) -> None:
    """Errors and warnings never mix: a check of style, dates or left-overs never blocks."""
    code, edits, said = FAULTS[name]
    found = findings_after(tmp_path, edits)
    severities = {finding.severity for finding in found if said in str(finding)}
    leftover = code == "never-shown" and "statement" in said

    assert severities == {"warning" if code in WARNINGS or leftover else "error"}


def test_a_thing_without_sources_is_found() -> None:
    from guide.check.lints import without_source
    from guide.flow.read import library_from

    library = library_from(str(RULED.parent))
    bare = library.statements["not-your-fault"]._replace(sources=())
    library = library._replace(statements={**library.statements, bare.id: bare})

    assert ['Statement "not-your-fault" rests on no source.'] == [
        finding.what for finding in without_source.check(library, TODAY)
    ]


@pytest.mark.parametrize(
    "number",
    ["0800 111", "0800 11111", "0800 1121", "8000 1111", "08001111", "0800-1111", "0080 1111"],
)
def test_every_number_close_to_childlines_is_found(number: str, tmp_path: Path) -> None:
    found = findings_after(tmp_path, [("You can ask for help here.", f"Call {number} now.")])

    assert "childline-number" in {finding.code for finding in found}


@pytest.mark.parametrize("number", ["0800 011 3764", "0808 800 5000", "116 123", "1111"])
def test_other_numbers_are_not_taken_for_childlines(number: str, tmp_path: Path) -> None:
    found = findings_after(tmp_path, [("You can ask for help here.", f"Call {number} now.")])

    assert "childline-number" not in {finding.code for finding in found}


def test_a_broken_folder_gives_its_faults_and_still_checks_what_it_can(tmp_path: Path) -> None:
    """One wrong name stops the proof, not the look at numbers, links and dates."""
    found = findings_after(
        tmp_path,
        [("to: worry\n", "to: wory\n"), ("You can ask for help here.", "Call 0800 111 now.")],
    )

    assert {"unreadable", "typed-number", "childline-number"} == {one.code for one in found}


def test_facts_that_combine_in_too_many_ways_are_an_error_not_a_hang(tmp_path: Path) -> None:
    """Nothing is ever passed as proven that was not looked at."""
    values = ", ".join(f"v{n}: value {n}" for n in range(20))
    facts = "".join(f"  f{n}: {{values: {{{values}}}}}\n" for n in range(8))
    lines = "".join(
        f"      - {{say: Line., when: {{f{n}: v{m}}}}}\n" for n in range(8) for m in range(20)
    )
    found = findings_after(
        tmp_path, [("facts:\n", "facts:\n" + facts), ("    say:\n", "    say:\n" + lines)]
    )

    assert UNPROVEN in {finding.code for finding in found}


WORDS = {
    "make": 1, "people": 2, "little": 2, "asked": 1, "wanted": 2, "places": 2, "messages": 3,
    "someone": 2, "something": 2, "police": 2, "trouble": 2, "sexual": 3, "being": 2, "video": 3,
    "children": 2, "worried": 2, "carer": 2, "shared": 1, "phone": 1, "because": 2, "adult": 2,
    "anyone": 3, "helpline": 2, "the": 1, "private": 2, "are": 1, "bullied": 2, "serious": 3,
    "social": 2, "account": 2, "deleted": 3, "able": 2, "rather-not-say": 4, "1111": 1, "Who's": 1,
}  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_syllables_are_counted(word: str) -> None:
    assert WORDS[word] == syllables(word)


def test_words_sentences_and_placeholders_are_measured() -> None:
    """A service's name counts as one plain word: nobody can reword it."""
    assert Measure(words=6, sentences=2, syllables=6) == measure(
        "Talk to {childline_name}. Call them now!"
    )
    assert Measure() == measure("...")
    assert 0.0 == Measure().grade
