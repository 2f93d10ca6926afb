"""The mistakes that authors make, and the one message that leads to the fix.

Each row is a slip somebody made: what was written in its place, the line that is named, and the
words that say what it is and what to do. One slip is one error: its echoes are held back.
"""

import shutil
from functools import cache
from pathlib import Path

import pytest

from guide.check.floor import codes
from guide.check.run import check
from guide.project import Project
from tests.support.talking import SHIPPED, TINY

TODAY = "2026-11-21"
WHY = "why: So you see the fastest help first."


def errors(folder: Path) -> list[str]:
    """What an author reads, less what the tiny flow is told anyway."""
    report = check(Project(str(folder)), TODAY)
    floor = {*codes.explained()} - {"bad-link"}  # the floor tells it too
    echoes = {"never-holds", "fact-unused", *floor}
    return [
        str(finding)
        for finding in report.findings
        if finding.code not in echoes and (finding.code, finding.what) not in usual()
    ]


@cache
def usual() -> set[tuple[str, str]]:
    """What the tiny flow is told as it is: it has no rules, and little of the floor."""
    report = check(Project(str(TINY)), TODAY)
    return {(finding.code, finding.what) for finding in report.findings}


def tiny_with(old: str, new: str, folder: Path) -> list[str]:
    flows = folder / "flows"
    shutil.copytree(TINY, flows)
    text = (flows / "tiny.yaml").read_text("utf-8")
    assert old in text
    (flows / "tiny.yaml").write_text(text.replace(old, new, 1), "utf-8")
    return errors(flows)


SLIPS = {
    "a text that begins with a placeholder": (
        "    title: Talk to {childline_name}\n",
        "    title: {childline_name} can help\n",
        ":67: unreadable: A text that begins with { needs quotes.",
    ),
    "a comma in words within braces": (
        'yes: {say: "Yes", means',
        "yes: {say: At school, or near it, means",
        ':16: unreadable: A comma in option "yes" cuts off the words "or near it".',
    ),
    "a placeholder alone": (
        WHY,
        "why: {childline_name}",
        ":13: unreadable: A text that begins with { needs quotes.",
    ),
    "a text within braces that begins with a placeholder": (
        'yes: {say: "Yes", means',
        "yes: {say: {childline_name} helps, means",
        ":16: unreadable: A text that begins with { needs quotes.",
    ),
    "not in a condition": (
        "- {when: {age: under-11}, say: What is wrong?}",
        "- {when: {age: not under-11}, say: What is wrong?}",
        "A condition has no `not`. List the others: [11-17].",
    ),
    **{
        f"{opposite} in a condition": (
            "- {when: {age: under-11}, say: What is wrong?}",
            f"- {{when: {{age: {opposite}}}, say: What is wrong?}}",
            "A condition has no `not`. List the others: [11-17].",
        )
        for opposite in ("not-under-11", '"!under-11"', "except under-11", "all but under-11")
    },
    "not before a condition": (
        "- {when: {age: under-11}, say: What is wrong?}",
        "- {when: {not: {age: under-11}}, say: What is wrong?}",
        "A condition has no `not`. List the values for which it holds",
    ),
    "a step at the margin": (
        "  worry:\n    ask:",
        "worry:\n    ask:",
        ':25: unreadable: "worry" stands at the margin.',
    ),
    "a step at the margin, others after it": (
        "  age:\n    ask",
        "age:\n    ask",
        ':19: unreadable: "age" stands at the margin.',
    ),
    "a section that is indented": (
        "\nendings:\n",
        "\n  endings:\n",
        ':39: unreadable: "endings" stands within "steps". Move it to the margin.',
    ),
    "the third mark of a merge": (
        "  age:\n    ask",
        "||||||| base\n  age:\n    ask",
        ":19: unreadable: This line is the mark of a merge conflict.",
    ),
    "the marks of a merge": (
        "  age:\n    ask",
        "<<<<<<< HEAD\n  age:\n    ask",
        ":19: unreadable: This line is the mark of a merge conflict.",
    ),
    "a letter of another script in a name": (
        "  worry:\n",
        "  w\u043erry:\n",
        "has a letter that only looks like one of ours: \u043e (U+043E). Type the name again",
    ),
    "a letter of another script in a target": (
        "to: worry}",
        "to: w\u043erry}",
        "it has a letter that only looks like one of ours, \u043e (U+043E).",
    ),
    "a letter of another script in a key": (
        "    ask: How old",
        "    \u0430sk: How old",
        ':20: unreadable: "\u0430sk" is no key of question "age": it has a letter that only looks',
    ),
    "a letter of another script in a value": (
        "means: {age: under-11}",
        "means: {age: under-11\u0455}",
        'is no value of "age": it has a letter that only looks like one of ours, \u0455 (U+0455).',
    ),
    "a capital in a key": ("to: worry}", "To: worry}", 'Did you mean "to"?'),
    "a capital in a name": (
        "  worry:\n    ask",
        "  Worry:\n    ask",
        ':25: unreadable: "Worry" cannot be a name. Use small letters',
    ),
    "rules among the endings": (
        "\nendings:\n",
        "\nendings:\n  rules:\n    r: {rule: Said., because: leaflet, always: childline}\n",
        ':40: unreadable: "rules" stands within "endings". Move it to the margin.',
    ),
    "a question among the endings": (
        "\nendings:\n",
        "\nendings:\n  more:\n    ask: What?\n    options:\n"
        '      yes: {say: "Yes", to: call-999}\n      not-sure: {to: call-999}\n',
        ':40: unreadable: "more" is a question, and stands under `endings:`. Move it to `steps:`.',
    ),
    "a contact among the endings": (
        "\nendings:\n",
        '\nendings:\n  glen:\n    name: Glen House\n    phone: "0115 496 0000"\n',
        'unreadable: "glen" is a contact, and stands under `endings:`. Move it to `contacts:`.',
    ),
    "a message among the endings": (
        "\nendings:\n",
        "\nendings:\n  more:\n    say: [One more question.]\n    to: call-999\n",
        ':40: unreadable: "more" is a message, and stands under `endings:`. Move it to `steps:`.',
    ),
    "a source among the steps": (
        "\nsteps:\n",
        "\nsteps:\n  paper:\n    document: A paper\n    review-by: 2027-01-01\n",
        '"paper" is a source, and stands under `steps:`. Move it to `sources:`.',
    ),
    "a rule that puts first what it forbids": (
        "\nhelp: [",
        "\nrules:\n  r: {rule: Odd., because: leaflet, only: emergency, first: childline}\nhelp: [",
        'Rule "r" contradicts itself: it always shows childline, and only others.',
    ),
    "a rule that contradicts itself": (
        "\nhelp: [",
        "\nrules:\n"
        "  r: {rule: Odd., because: leaflet, only: emergency, always: childline}\nhelp: [",
        'Rule "r" contradicts itself: it always shows childline, and only others.',
    ),
    "a year in a text": (
        "next: [Someone reads what you send.]",
        'next: ["Open until 5 May 2027."]',
        "The year 2027 is typed into ending",
    ),
    "a day in a text": (
        "next: [Someone reads what you send.]",
        'next: ["Open until the 5th of May."]',
        "The date 5th of May is typed into ending",
    ),
    "words lost to a comment": (
        "      - I am a small guide for tests.",
        "      - Go to room #4 and ask",
        ":9: unreadable: The words from ` #` on are lost",
    ),
    "phrases without brackets": (
        "also: [are you a bot]",
        "also: bullied, they pick on me",
        '"also" of topic "real-person" is one phrase with commas. Write a list',
    ),
    "names without brackets": (
        "contacts: [trusted-adult, ceop, childline]",
        "contacts: trusted-adult, ceop, childline",
        "is one name with commas. Write a list: [in, brackets].",
    ),
    "a contact twice": (
        "contacts: [trusted-adult, ceop, childline]",
        "contacts: [trusted-adult, ceop, childline, ceop]",
        'names "ceop" twice for the same people.',
    ),
    "forty answers": (
        "      bullying: {say",
        "".join(
            f"      a{number}: {{say: The answer {number} is here, to: talk-to-childline}}\n"
            for number in range(40)
        )
        + "      bullying: {say",
        "has 43 answers. Ask in two steps",
    ),
    "a contact of the help without words": (
        "    help: Tell an adult you trust.\n",
        "",
        '"trusted-adult" is in the help on every screen, and has no line to show there.',
    ),
    **{
        f"a text that is {name}": (WHY, f"why: {text}", message)
        for name, text, message in (
            ("a tilde", "~", "is not written yet."),
            ("null", "null", "is not written yet."),
            ("to do", "TODO", "is not written yet."),
            ("question marks", '"???"', "is not written yet."),
            ("filled in", "Lorem ipsum dolor.", "is not written yet."),
            ("in Markdown of one star", "So *you* see", "has marks that are shown as they stand."),
            ("a heading", '"# So you see"', "has marks that are shown as they stand."),
            ("a bare placeholder", "Call emergency_phone", "has a placeholder that stands in no"),
            ("of a program", '"%(emergency_phone)s"', "has a placeholder that stands in no { }"),
            ("in circled digits", "Room \u2463", "has digits that are none of 0 to 9."),
            ("in HTML", "<b>So</b> you see", "has marks that are shown as they stand."),
            ("in Markdown", "So **you** see", "has marks that are shown as they stand."),
            ("a placeholder in brackets", "[emergency_phone]", "is the name of a placeholder."),
            ("a placeholder of the shell", '"${emergency_phone}"', "has a $, which is shown"),
            ("in curly quotes", "\u201cSo you see.\u201d", "stands in quotes that are shown"),
            ("in wide digits", "Room \uff14", "has digits that are none of 0 to 9."),
            ("a short address", "See bit.ly/x now", '"bit.ly" is an address in a text.'),
            ("another address", "Talk on safechat.io", '"safechat.io" is an address in a text.'),
            ("a name in an app", "add kind_helper_77 on Snap", "has a name that people use"),
        )
    },
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_gets_the_one_message_that_leads_to_the_fix(slip: str, tmp_path: Path) -> None:
    old, new, message = SLIPS[slip]
    told = tiny_with(old, new, tmp_path)

    assert [True] == [message in line for line in told], told


@pytest.mark.parametrize("name", ["contacts", "facts", "sources", "statements"])
def test_a_file_that_is_missing_is_one_error(name: str, tmp_path: Path) -> None:
    """What stood in it is named hundreds of times: those are its echoes."""
    flows = tmp_path / "flows"
    shutil.copytree(SHIPPED, flows, ignore=shutil.ignore_patterns("*.compiled"))
    (flows / "shared" / f"{name}.yaml").unlink()
    told = errors(flows)

    assert [True] == [f"No file has the `{name}:`" in line for line in told]


def test_a_tab_in_a_file_that_all_lean_on_is_one_error(tmp_path: Path) -> None:
    flows = tmp_path / "flows"
    shutil.copytree(SHIPPED, flows, ignore=shutil.ignore_patterns("*.compiled"))
    with (flows / "shared" / "every-screen.yaml").open("a", encoding="utf-8") as file:
        file.write("\tx\n")

    assert [True] == ["There is a tab. Use spaces." in line for line in errors(flows)]
