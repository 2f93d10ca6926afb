"""`guide diff`: every difference in its class, before and after in words, and whom it touches."""

import json
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guide.diff.classes import CLASSES, class_of
from guide.diff.compare import Comparison, compare
from guide.diff.endings import merged_groups
from guide.diff.folder import FILES, Side, contents, tree
from guide.diff.paper import text_lines
from guide.diff.tree import edits
from guide.flow.nodes import Mapping, Node, Sequence
from guide.flow.read import library_from
from tests.support.talking import ROOT, SHIPPED, forked

RULED = ROOT / "tests" / "flows" / "ruled"
LOCALES = ROOT / "locales"


def copied(source: Path, to: Path) -> Path:
    shutil.copytree(source, to, ignore=shutil.ignore_patterns("*.compiled"))
    return to


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    return copied(RULED, tmp_path / "edited")


def edit(folder: Path, old: str, new: str, file: str = "ruled.yaml") -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text, old
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def compared(old: Path, new: Path) -> Comparison:
    return compare(Side("before", str(old), ""), Side("now", str(new), ""))


def test_nothing_differs_between_a_folder_and_itself() -> None:
    """Status 0, and one sentence beside what was compared."""
    ran = forked("diff", str(SHIPPED), str(SHIPPED))

    assert 0 == ran.returncode
    assert ran.stdout.endswith("\nNo difference.\n")


def test_a_change_of_ending_is_told_in_titles_with_whom_it_touches(edited: Path) -> None:
    """In the words of the facts, people who differ in one thing only told of together."""
    edit(edited, "          - report-to-ceop\n", "          - talk-to-childline\n")
    ran = forked("diff", str(RULED), str(edited), "--only", "ending")

    assert 1 == ran.returncode
    assert (
        "    before: Tell the CEOP Safety Centre\n"
        "    now:    Talk to Childline\n"
        "    who: someone not in danger, aged 11 to 17, who met something sexual"
        " (2 of 19 conversations)\n"
        '    answers: "No" > "11 to 17" > "Someone is asking me for nudes"\n'
    ) in ran.stdout


SHIPPED_EDITS: dict[str, tuple[str, str, str, str]] = {
    "a title reversed": (
        "shared/endings.yaml",
        "title: Call {emergency_phone} now",
        "title: Do not call {emergency_phone}",
        "safety-words",
    ),
    "a statement reversed": (
        "shared/statements.yaml",
        "not your fault",
        "your fault",
        "safety-words",
    ),
    "a line of no safety": (
        "shared/endings.yaml",
        "If you cannot call, ask someone near you to call for you.",
        "If you cannot call, wait.",
        "words",
    ),
    "a help line without its number": (
        "shared/contacts.yaml",
        "help: In danger now? Call {emergency_phone}.",
        "help: In danger now? Wait a bit.",
        "help",
    ),
    "a number": ("shared/contacts.yaml", "phone: 0800 1111", "phone: 0800 1112", "numbers"),
    "a link": (
        "shared/contacts.yaml",
        "link: https://www.childline.org.uk",
        "link: https://www.chi1dline.org.uk",
        "numbers",
    ),
    "a way more to reach somebody": (
        "shared/contacts.yaml",
        "    phone: 0800 1111\n",
        "    phone: 0800 1111\n    text: '85258'\n",
        "numbers",
    ),
    "a label": ("young-person.yaml", "say: Under 11", "say: 11 to 17", "labels"),
    "a hint": (
        "young-person.yaml",
        "hint: Or hurt over family honour.",
        "hint: Or told off at home.",
        "labels",
    ),
    "a question of safety": (
        "young-person.yaml",
        "ask: Are you or anyone in danger, now or soon?",
        "ask: Is everyone safe right now?",
        "safety-words",
    ),
    "where an answer leads": (
        "young-person.yaml",
        "        to: call-999\n",
        "        to: age\n",
        "ending",
    ),
    "what an answer records": (
        "young-person.yaml",
        "means: {age: under-11}",
        "means: {age: 18-plus}",
        "ending",
    ),
    "a phrase beside the wrong answer": (
        "young-person.yaml",
        "also: [nope, ",
        "also: [he has a knife, nope, ",
        "typed-words",
    ),
    "a sign taken away": ("words/en.yaml", "distress:", "ordinary-things:", "typed-words"),
    "a rule gone": (
        "shared/rules.yaml",
        "    only: [emergency]\n    urgency: emergency\n",
        "    urgency: emergency\n",
        "rules",
    ),
    "what a rule wants said first": (
        "shared/rules.yaml",
        "said-first: [both-children]",
        "said-first: [ceop-in-short]",
        "rules",
    ),
    "an urgency": ("shared/endings.yaml", "urgency: emergency", "urgency: report", "first-action"),
    "a date": ("shared/contacts.yaml", "review-by: 2027-03-30", "review-by: 2099-12-31", "sources"),
    "who is shown": (
        "shared/endings.yaml",
        "    contacts:\n      - emergency\n",
        "    contacts:\n      - childline\n",
        "shown",
    ),
}


@pytest.mark.parametrize("name", SHIPPED_EDITS)
def test_an_edit_of_the_shipped_flows_is_told_in_its_class(name: str, tmp_path: Path) -> None:
    """Each kind of harmful edit that passed unseen before, and where a committee finds it."""
    file, old, new, kind = SHIPPED_EDITS[name]
    folder = copied(SHIPPED, tmp_path / "flows")
    edit(folder, old, new, file)
    comparison = compared(SHIPPED, folder)

    assert kind in {each.kind for each in comparison.differences}
    assert all(each.before != each.after for each in comparison.differences)


def test_no_id_stands_in_what_a_committee_reads(tmp_path: Path) -> None:
    """Endings, contacts, sources, statements and facts by their words: every edit above at once."""
    folder = copied(SHIPPED, tmp_path / "flows")
    for file, old, new, _ in SHIPPED_EDITS.values():
        if file != "words/en.yaml":
            text = (folder / file).read_text("utf-8")
            (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    library = library_from(str(SHIPPED))
    told = "\n".join(text_lines(compared(SHIPPED, folder)))
    names = [*library.steps, *library.contacts, *library.sources, *library.statements]
    ids = {name for name in names if "-" in name and not name.startswith("side-")}

    assert set() == ids.intersection(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", told))


@pytest.mark.parametrize(
    ("old", "new", "strength"),
    [
        ("always: [a, b]", "always: [a]", "weaker"),
        ("always: [a]", "always: [a, b]", "stronger"),
        ("never: a", "", "weaker"),
        ("one-of: [a]", "one-of: [a, b]", "weaker"),
        ("only: [a, b]", "only: [a]", "stronger"),
        ("only: [a]", "", "weaker"),
        ("when: {age: [x, y]}", "when: {age: [x]}", "weaker"),
        ("when: {age: [x]}", "when: {age: [x], who: [z]}", "weaker"),
        ("when: {age: [x]}", "", "stronger"),
        ("unless: {age: [x]}", "unless: {age: [x, y]}", "weaker"),
        ("unless: {age: [x]}", "", "stronger"),
        ("known-as: {age: [x]}", "known-as: {age: [x, y]}", "weaker"),
        ("can-say: {age: [x, y]}", "can-say: {age: [x]}", "weaker"),
        ("answered: [x, y]", "answered: [x]", "weaker"),
        ("where-shown: x", "", "stronger"),
        ("questions-at-most: 7", "questions-at-most: 70", "weaker"),
        ("first: [a]", "first: [b]", "changed"),
        ("order: [a, b]", "order: [b, a]", "changed"),
        ("rule: Said so.", "rule: Said otherwise.", ""),
    ],
)
def test_the_strength_of_a_rule_is_told(old: str, new: str, strength: str) -> None:
    """Whether it lets more through now, or less; words alone are neither."""
    from guide.diff.strength import strength as strength_of

    sides = []
    for demands in (old, new):
        text = f"rules:\n  r:\n    because: leaflet\n    {demands}\n"
        sides.append(tree({"rules.yaml": text.encode()}))

    assert [strength] == [strength_of(each) for each in edits(*sides)]


def test_a_rule_that_is_gone_and_how_many_are_left_are_told(tmp_path: Path) -> None:
    folder = copied(SHIPPED, tmp_path / "flows")
    text = (folder / "shared" / "rules.yaml").read_text("utf-8")
    start = text.index("  danger-means-999:")
    end = text.index("  whoever-cannot-speak-can-call:")
    (folder / "shared" / "rules.yaml").write_text(text[:start] + text[end:], "utf-8")
    comparison = compared(SHIPPED, folder)

    assert 1 == comparison.rules[0] - comparison.rules[1]
    assert [("rules", "weaker")] == [(each.kind, each.strength) for each in comparison.differences]
    assert "nothing else competes with it" in comparison.differences[0].where


def test_answers_that_come_and_go_are_told(edited: Path) -> None:
    """An answer gone is a conversation that cannot be had any more."""
    edit(
        edited,
        '      yes: {say: "Yes", means: {danger: now}, to: call-999}\n',
        "      maybe: {say: Maybe, means: {danger: unsure}, to: age}\n",
    )
    endings = compared(RULED, edited).of("ending")

    assert (("A further question.",), ("No such answer is offered.",)) in [
        (each.before, each.after) for each in endings
    ]
    assert (("No such answer is offered.",), ("A further question.",)) in [
        (each.before, each.after) for each in endings
    ]


def test_contacts_that_change_places_are_told(edited: Path) -> None:
    """The order counts: who is first is the first action."""
    edit(
        edited,
        "contacts: [ceop, trusted-adult, childline]",
        "contacts: [childline, ceop, trusted-adult]",
    )

    assert {"shown", "first-action"} == {each.kind for each in compared(RULED, edited).differences}


@pytest.mark.parametrize(
    ("only", "status", "end"),
    [
        ("numbers", 0, "No difference of the classes asked for. Of other classes, "),
        ("words", 1, "1 difference: other words 1."),
        ("numbers,words", 1, "1 difference: other words 1."),
        ("", 1, "1 difference: other words 1."),
    ],
)
def test_only_some_classes_can_be_asked_for(only: str, status: int, end: str, edited: Path) -> None:
    """The status speaks of these alone, and nobody reads that nothing differs where others do."""
    edit(edited, "You can ask for help here.", "You can get help here.")
    ran = forked("diff", str(RULED), str(edited), "--only", only)

    assert status == ran.returncode
    assert ran.stdout.splitlines()[-1].startswith(end)


def test_a_class_there_is_none_of_is_wrong_use(edited: Path) -> None:
    ran = forked("diff", str(RULED), str(edited), "--only", "rule")

    assert (2, "") == (ran.returncode, ran.stdout)
    assert 'there is no class "rule". Did you mean "rules"?' in ran.stderr


def test_one_page_holds_both_sides_and_needs_nothing_from_elsewhere(
    edited: Path, tmp_path: Path
) -> None:
    """A committee prints it: no script, no address to fetch, nothing taken for markup."""
    edit(edited, "You can ask for help here.", "You can <b>get</b> help & more.")
    page = tmp_path / "page.html"
    ran = forked("diff", str(RULED), str(edited), "--html", str(page))
    text = page.read_text("utf-8")

    assert (1, "") == (ran.returncode, ran.stdout)
    assert "<td>You can ask for help here.</td><td>You can &lt;b&gt;get&lt;/b&gt; help" in text
    assert [] == re.findall(r"<script|src=|url\(|@import|<link", text)


def test_json_has_people_and_answers(edited: Path) -> None:
    edit(edited, "          - report-to-ceop\n", "          - talk-to-childline\n")
    data = json.loads(forked("diff", str(RULED), str(edited), "--json").stdout)
    change = data["changes"][0]

    assert "report-to-ceop" == change["was"]["ending"]
    assert "talk-to-childline" == change["now"]["ending"]
    assert {"age": "11-17", "danger": "no", "concern": "sexual"} in change["people"]
    assert list(CLASSES) == [each["class"] for each in data["classes"]]


def test_people_are_put_together_only_where_nobody_else_joins() -> None:
    """Aged under 11 or 11 to 17 and sexual, but 11 to 17 alone and bullied: two groups, not one."""
    library = library_from(str(RULED))
    people = [
        (("age", "under-11"), ("concern", "sexual")),
        (("age", "11-17"), ("concern", "sexual")),
        (("age", "11-17"), ("concern", "bullying")),
    ]
    covered = {
        (age, concern)
        for group in merged_groups(people, library)
        for age in group["age"]
        for concern in group["concern"]
    }

    assert {(dict(one)["age"], dict(one)["concern"]) for one in people} == covered
    assert 2 == len(merged_groups(people, library))


def test_a_broken_folder_is_told_with_its_faults(edited: Path) -> None:
    edit(edited, "to: worry\n", "to: wory\n")
    ran = forked("diff", str(RULED), str(edited))

    assert 1 == ran.returncode
    assert '"wory" is no step' in ran.stderr


# -- languages, and files that no section holds


def test_a_translation_that_changes_is_told_by_its_language(tmp_path: Path) -> None:
    """By the name the language has for itself and the English; a draft says that it is one."""
    copied(SHIPPED, tmp_path / "flows")
    copied(LOCALES, tmp_path / "locales")
    po = tmp_path / "locales" / "cy" / "LC_MESSAGES" / "flows.po"
    text = po.read_text("utf-8")
    old = 'msgstr "Ffonia {emergency_phone} nawr"'
    assert old in text or "Ffonia {emergency_phone}" in text
    po.write_text(text.replace("Ffonia {emergency_phone}", "Paid {emergency_phone}", 1), "utf-8")
    comparison = compare(
        Side("before", str(SHIPPED), str(LOCALES)),
        Side("now", str(tmp_path / "flows"), str(tmp_path / "locales")),
    )

    assert ["languages"] == [each.kind for each in comparison.differences]
    assert comparison.differences[0].where.startswith('Cymraeg: "')


def test_languages_that_only_one_side_has_are_not_compared_and_it_is_said(edited: Path) -> None:
    assert "Languages were not compared" in forked("diff", str(RULED), str(edited)).stdout


@pytest.mark.parametrize(
    ("file", "text", "kind"),
    [
        ("practice/a.yaml", "scenario: a\ntitle: A story\n", "stories"),
        ("words/promises.tsv", "he hit me\twho\tpolice\t\n", "typed-words"),
        ("words/cy.yaml", "yes: [ie]\n", "typed-words"),
        ("waivers.yaml", "waivers: []\n", "rules"),
        ("NOTES.md", "Ask the board.\n", "other"),
        ("extra/more.yaml", "anything: at all\n", "other"),
    ],
)
def test_a_file_that_no_flow_holds_is_told_too(file: str, text: str, kind: str) -> None:
    """The last net: what no class names is told as everything else."""
    before = tree({})
    after = tree({file: text.encode()})
    told = {class_of(each, frozenset()) for each in edits(before, after)}

    assert {kind} == told


# -- nothing slips through


def scalars(node: Node, keys: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where every scalar of a tree stands."""
    if isinstance(node, str):
        yield keys
    elif isinstance(node, Mapping):
        for key, value in node.values.items():
            yield from scalars(value, (*keys, key))
    else:
        for number, value in enumerate(node.values):
            yield from scalars(value, (*keys, number))


MOST = 12
"""Places of one list, or one small tree, that are changed: a list of phrases is all alike."""


def holder(node: Node, keys: tuple[str | int, ...]) -> Mapping | Sequence:
    for key in keys[:-1]:
        assert isinstance(node, Mapping | Sequence)
        node = node.values[key]  # type: ignore[index]
    assert isinstance(node, Mapping | Sequence)
    return node


def _other_words(value: str, chance: random.Random) -> str:
    at = chance.randrange(len(value) + 1)
    return value[:at] + chance.choice("7xq .-") + value[at + chance.choice((0, 1)) :] + "~"


MUTATIONS: tuple[Callable[[str, random.Random], str | None], ...] = (
    _other_words,
    lambda value, _: f"Do not {value}",
    lambda value, _: value.upper() if value.upper() != value else f"{value} ",
    lambda *_: None,
)
"""Other words, a reversal, a shout, and the value gone."""


def missed(section: Mapping, seed: int) -> list[tuple[str | int, ...]]:
    """The scalars whose change nobody is told of, where each is changed once by itself."""
    chance = random.Random(seed)
    unseen = []
    places = list(scalars(section))
    for keys in chance.sample(places, min(MOST, len(places))):
        before, after = _same(section), _same(section)
        within, last = holder(after, keys), keys[-1]
        new = chance.choice(MUTATIONS)(within.values[last], chance)  # type: ignore[index, arg-type]
        if new is None:
            del within.values[last]  # type: ignore[arg-type]
            if isinstance(within, Mapping):
                del within.lines[last]  # type: ignore[arg-type]
        else:
            within.values[last] = new  # type: ignore[index]
        told = [class_of(each, frozenset()) for each in edits(before, after)]
        if not told or not set(CLASSES).issuperset(told):
            unseen.append(keys)
    return unseen


def _same(node: Node) -> Node:
    if isinstance(node, Mapping):
        mapping = Mapping(node.line)
        mapping.values = {key: _same(value) for key, value in node.values.items()}
        mapping.lines = dict(node.lines)
        return mapping
    if isinstance(node, Sequence):
        sequence = Sequence(node.line)
        sequence.values = [_same(value) for value in node.values]
        sequence.lines = list(node.lines)
        return sequence
    return node


def entries(node: Node, keys: tuple[str, ...] = ()) -> Iterator[Mapping]:
    """The tree in small trees, as a change is made in one place."""
    if isinstance(node, Mapping) and (len(keys) < 2 or sum(1 for _ in scalars(node)) > 12):
        for key, value in node.values.items():
            yield from entries(value, (*keys, key))
        return
    for key in reversed(keys):
        around = Mapping(0)
        around.values, around.lines = {key: node}, {key: 0}
        node = around
    assert isinstance(node, Mapping)
    yield node


def shipped_tree() -> Mapping:
    return tree(contents(Side("shipped", str(SHIPPED), str(LOCALES))))


def test_every_scalar_of_every_file_stands_in_the_tree() -> None:
    """Nothing is dropped on the way from the files to what is compared."""
    from guide.flow.by_events import parse_yaml
    from guide.flow.faults import Faults

    files = contents(Side("shipped", str(SHIPPED), ""))
    in_files = 0
    for name, content in files.items():
        if name.endswith(".yaml"):
            top = parse_yaml(content.decode(), Faults(name))
            assert top is not None
            in_files += sum(1 for _ in scalars(top))
    top = tree({name: files[name] for name in files if name.endswith(".yaml")})
    beside = top.values.get("flow of")  # which flow a step is in: no scalar of its own
    added = sum(1 for _ in scalars(beside)) if beside else 0

    assert in_files == sum(1 for _ in scalars(top)) - added


def small_trees() -> list[Mapping]:
    top = shipped_tree()
    del top.values[FILES]  # pages and schemas: their lines are told as they stand
    return list(entries(top))


def test_a_change_of_any_scalar_of_the_shipped_folder_is_told() -> None:
    """A seeded mutator, one place in five: nothing passes unseen."""
    some = random.Random(14).sample(trees := small_trees(), len(trees) // 5)

    assert [] == [keys for number, each in enumerate(some) for keys in missed(each, number)]


@pytest.mark.soak
def test_a_change_of_each_scalar_of_the_shipped_folder_is_told() -> None:
    """The same over every value of every file."""
    trees = small_trees()

    assert [] == [keys for number, each in enumerate(trees) for keys in missed(each, number)]


def test_a_mutated_file_is_told_from_end_to_end(tmp_path: Path) -> None:
    """From bytes on the disk to the differences a person reads, wherever the folder still walks."""
    chance = random.Random(20261126)
    folder = copied(SHIPPED, tmp_path / "flows")
    files = sorted(folder.rglob("*.yaml"))
    for _ in range(6):
        file = chance.choice(files)
        text = file.read_text("utf-8")
        found = chance.choice(list(re.finditer(r"(?<=say: )[A-Z][a-z ]+(?=\.\n)", text)) or [None])
        if found is None:
            continue
        file.write_text(f"{text[: found.start()]}Never mind{text[found.end() :]}", "utf-8")
        assert compared(SHIPPED, folder).differences, file
        file.write_text(text, "utf-8")


# -- revisions of git


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    copied(RULED, tmp_path / "flows")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "first")
    edit(tmp_path / "flows", "You can ask for help here.", "You can get help here.")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True)


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@needs_git
def test_a_revision_is_compared_with_the_folder_as_it_is(repository: Path) -> None:
    ran = forked("diff", "HEAD", "--flows", str(repository / "flows"))

    assert 1 == ran.returncode
    assert "before: You can ask for help here." in ran.stdout
    assert "now:    You can get help here." in ran.stdout


@needs_git
def test_two_revisions_are_compared_with_one_another(repository: Path) -> None:
    git(repository, "commit", "--quiet", "-am", "second")

    assert 1 == forked("diff", "HEAD~1", "HEAD", "--flows", str(repository / "flows")).returncode
    assert 0 == forked("diff", "HEAD", "HEAD", "--flows", str(repository / "flows")).returncode


@needs_git
@pytest.mark.parametrize("name", ["no-such-revision", "-x", "HEAD:flows", "a b"])
def test_what_is_neither_folder_nor_revision_is_wrong_use(name: str, repository: Path) -> None:
    """Status 2, a sentence, and nothing that git could take for an option."""
    ran = forked("diff", "--flows", str(repository / "flows"), "--", name)

    assert (2, "") == (ran.returncode, ran.stdout)
    assert "is no folder, and no revision that git knows here" in ran.stderr


def test_without_git_it_is_said_so(edited: Path, tmp_path: Path) -> None:
    ran = forked("diff", "HEAD", "--flows", str(edited), env={"PATH": str(tmp_path)})

    assert 2 == ran.returncode
    assert "git is not installed here" in ran.stderr
