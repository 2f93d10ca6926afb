"""The stories of the practice in other languages: for those who ask, and in nobody else's way."""

import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from guide import cache
from guide.check.finding import Finding
from guide.conversation.events import Asked
from guide.flow.model import Library
from guide.front.languages import Languages
from guide.i18n import catalogue, load, po_parser
from guide.i18n.catalogue import DOMAINS, PRACTICE
from guide.i18n.words import IN_ENGLISH, Words, safety_of
from guide.practice import phrases
from guide.practice.practice import Practice
from guide.practice.progress import Shelf
from guide.practice.scene import Stage
from guide.project import Project
from guide.shipped import Shipped
from guide.translate import po_store, start, texts
from guide.translate.audit import audit
from guide.translate.status import status_of as status_of
from guide.translate.template import template
from tests.support.locales import change, draft, reviewed, strange
from tests.support.once import read_files_anew
from tests.support.practising import folder, telling
from tests.support.talking import SHIPPED, forked

COACH = (SHIPPED / "practice" / "the-coach.yaml").read_text(encoding="utf-8")
STORY = "The coach"


@pytest.fixture(scope="module")
def flows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped flows with one story."""
    return folder(tmp_path_factory.mktemp("one-story"), SHIPPED, coach=COACH)


@pytest.fixture(scope="module")
def project(flows: Path) -> Project:
    return Project(str(flows))


@pytest.fixture(scope="module")
def library(project: Project) -> Library:
    return project.library


@pytest.fixture(scope="module")
def welsh(tmp_path_factory: pytest.TempPathFactory, flows: Path) -> Path:
    """Welsh, with every word of conversations and of the practice reviewed."""
    made = tmp_path_factory.mktemp("welsh")
    start.begin(Project(str(flows), str(made)), "cy", practice=True)
    change(str(made), reviewed)
    fill_practice(str(made))
    return made


@pytest.fixture
def locales(tmp_path: Path, welsh: Path) -> str:
    """The same, to be changed."""
    shutil.copytree(welsh, tmp_path / "locales")
    return str(tmp_path / "locales")


def practice_file(locales: str) -> Path:
    return Path(catalogue.po_path(locales, "cy", PRACTICE))


def fill_practice(locales: str) -> None:
    file = po_store.load_po(practice_file(locales), "cy")
    for message in po_parser.message_entries(file):
        reviewed(message)
    po_store.save_po(practice_file(locales), file)


def in_the_language(library: Library, locales: str) -> Words:
    found = load.load_with_practice(locales, "cy")
    assert found
    return Words(library.contacts, "cy", found)


# -- the bench


def test_every_word_of_every_story_can_be_translated(project: Project) -> None:
    """The stories and the practice's own phrases, each once, and none that is a safety line."""
    found = texts.texts_of_domain(project, PRACTICE)
    sources = {text.source for text in found}
    others = {
        texts.text_key(text)
        for domain in DOMAINS
        for text in texts.texts_of_domain(project, domain)
    }

    assert STORY in sources
    assert {phrases.MENU.source, phrases.AUDIENCES["parent"].source} <= sources
    assert len(found) == len({texts.text_key(text) for text in found} - others)
    assert {""} == {safety_of(text) for text in found}


def test_a_translator_is_told_which_story_and_what_a_reply_answers(
    project: Project,
) -> None:
    entries = [m for m in template(project, PRACTICE) if m.id]
    replies = [m for m in entries if str(m.context).endswith(".reply")]
    (title,) = [m for m in entries if m.context == "practice.the-coach.story"]

    assert ["The name of a story, in the list of them."] == title.auto_comments
    for reply in replies:
        assert "What the person says to that." == reply.auto_comments[0]
        assert f'Story: "{STORY}".' in reply.auto_comments
        assert any(comment.startswith('Comes after: "') for comment in reply.auto_comments)
    assert all(message.auto_comments for message in entries)


@pytest.mark.parametrize("action", ["new", "update"])
def test_the_stories_are_begun_only_where_they_are_asked_for(
    tmp_path: Path, flows: Path, action: str
) -> None:
    """Twenty thousand words stand in no translator's way to the words a child needs."""
    locales = str(tmp_path / "locales")
    if action == "update":
        assert 0 == forked("locale", "new", "cy", "--locales", locales, flows=flows).returncode
        assert 0 == forked("locale", "update", "cy", "--locales", locales, flows=flows).returncode
        assert not practice_file(locales).exists()
    done = forked("locale", action, "cy", "--practice", "--locales", locales, flows=flows)

    assert (0, "") == (done.returncode, done.stderr)
    assert STORY in {
        str(m.id) for m in po_parser.message_entries(po_store.load_po(practice_file(locales), "cy"))
    }


def test_an_update_keeps_the_stories_up_to_date(locales: str, tmp_path: Path) -> None:
    """Where they are translated at all: reworded English comes back fuzzy, as in the flows."""
    reworded = folder(tmp_path, SHIPPED, coach=COACH.replace(f"title: {STORY}", "title: A coach"))
    done = forked("locale", "update", "cy", "--locales", locales, flows=reworded)
    message = po_store.load_po(practice_file(locales), "cy").get(
        "A coach", "practice.the-coach.story"
    )

    assert "cy/LC_MESSAGES/practice.po: 1 reworded (now fuzzy)." in done.stdout
    assert message is not None
    assert (True, STORY) == (message.fuzzy, po_store.was_written_for(message))


def test_untranslated_stories_make_no_language_a_draft(locales: str, flows: Path) -> None:
    """They are counted in a row of their own, and the language's is as without them."""
    practice_file(locales).unlink()
    project = Project(str(flows), locales)
    without = status_of(project, "cy")
    start.begin(project, "cy", practice=True)
    untouched = status_of(project, "cy")
    number = len(texts.texts_of_domain(project, PRACTICE))

    assert (0, None) == (without.missing, without.practice)
    assert untouched.practice is not None
    assert without == untouched._replace(practice=None)
    assert not untouched.is_draft
    assert (number, 0, number) == (
        untouched.practice.total,
        untouched.practice.done,
        untouched.practice.missing,
    )


def test_status_shows_the_practice_apart(locales: str, flows: Path) -> None:
    """A line below the language's in the table, an object of its own in JSON."""
    table = forked("locale", "status", "--locales", locales, flows=flows).stdout
    data = json.loads(
        forked("locale", "status", "--json", "--locales", locales, flows=flows).stdout
    )
    (found,) = data["languages"]

    assert [False, True] == ["practice for workers" in line for line in table.splitlines()[1:]]
    assert found["practice"]["total"] == found["practice"]["done"] > 0
    assert found["is_draft"] is False


def test_a_fault_in_a_story_is_told_with_file_and_line(locales: str, flows: Path) -> None:
    """By the same check as every other."""
    file = po_store.load_po(practice_file(locales), "cy")
    message = file.get(phrases.SOURCE_ALONE.source, phrases.SOURCE_ALONE.address)
    assert message is not None
    message.string = "Ffynhonnell."
    po_store.save_po(practice_file(locales), file)

    (fault,) = errors(audit(Project(str(flows), locales)))
    lines = practice_file(locales).read_text(encoding="utf-8").splitlines()

    assert "locale-changed" == fault.code
    assert "cy/LC_MESSAGES/practice.po" == fault.place.file
    assert f'msgid "{phrases.SOURCE_ALONE.source}"' == lines[fault.place.line - 1]


def errors(found: list[Finding]) -> list[Finding]:
    return [fault for fault in found if fault.severity == "error"]


def test_no_stories_are_no_fault(locales: str, flows: Path) -> None:
    """Not even a warning: a language may do without."""
    practice_file(locales).unlink()

    assert [] == audit(Project(str(flows), locales))


# -- at run time


def test_no_conversation_reads_the_stories(locales: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A young person never waits for them: the file is not even opened."""
    read_files_anew(monkeypatch)
    opened: list[str] = []
    read_all = cache.read_all

    def watched(paths: Iterable[str]) -> list[bytes]:
        noted = list(paths)
        opened.extend(Path(path).name for path in noted)
        return read_all(noted)

    monkeypatch.setattr(cache, "read_all", watched)
    found = load.load_catalogue(locales, "cy")
    by_conversation = list(opened)
    more = load.load_with_practice(locales, "cy")

    assert ["flows.po", "guide.po"] == by_conversation
    assert "practice.po" in opened
    assert found
    assert more
    assert not any(key.startswith(f"{PRACTICE}.") for key in found.reviewed)
    assert any(key.startswith(f"{PRACTICE}.") for key in more.reviewed)


def test_compiled_stories_are_those_of_the_file(locales: str) -> None:
    """They are compiled apart, and gone stale they are read from the PO file again."""
    locales = Shipped(locales)
    before = load.load_with_practice(locales, "cy")
    cache.write(load.CompiledCatalogue(locales, "cy"))
    target = Path(cache.write(load.CompiledCatalogue(locales, "cy", (PRACTICE,))))
    compiled = load.load_with_practice(locales, "cy")
    text = practice_file(locales).read_text(encoding="utf-8")
    practice_file(locales).write_text(text.replace(strange(STORY), "Yr hyfforddwr"), "utf-8")
    after = load.load_with_practice(locales, "cy")

    assert "practice.compiled" == target.name
    assert before == compiled
    assert after
    assert "Yr hyfforddwr" == after.reviewed[f"practice.the-coach.story\x04{STORY}"]


def test_a_story_is_told_in_the_language(locales: str, flows: Path) -> None:
    """Its title, its words and the practice's own phrases; nothing is marked as English."""
    done = forked(
        *("practise", "--plain", "--locale", "cy", "--locales", locales, "--seed", "1"),
        *("the-coach",),
        typed="1\nx\n",
        env={"COLUMNS": "400"},
        flows=flows,
    )

    assert 0 == done.returncode
    assert strange(phrases.WHAT_SAY.source) in done.stdout
    assert "(English)" not in done.stdout


def broken(path: Path) -> None:
    path.write_text('msgid "', encoding="utf-8")


def utf_16(path: Path) -> None:
    path.write_bytes("msgid".encode("utf-16"))


@pytest.mark.parametrize("spoil", [Path.unlink, broken, utf_16], ids=["gone", "broken", "utf-16"])
def test_without_its_words_a_story_stands_in_english_and_that_is_said_once(
    locales: str, flows: Path, spoil: Callable[[Path], None]
) -> None:
    """The guide's own words stay in the language: one file's loss is not the other's."""
    spoil(practice_file(locales))
    done = forked(
        *("practise", "--plain", "--locale", "cy", "--locales", locales, "the-coach"),
        typed="x\n",
        env={"COLUMNS": "400"},
        flows=flows,
    )
    marked = strange(IN_ENGLISH.source).replace("{words}", phrases.HOW.source)

    assert (0, "") == (done.returncode, done.stderr)
    assert 1 == done.stdout.count(phrases.IN_ENGLISH.source)
    assert phrases.HOW.source in done.stdout
    assert marked not in done.stdout
    assert strange("Type a number, or help.") in done.stdout


def test_the_language_changes_in_mid_practice_and_every_answer_stays(
    locales: str, library: Library
) -> None:
    """The same scene, told in the other language, stories and all."""
    story = telling("the-coach")
    stage = Stage(library, Words(library.contacts), (story,), 7, Shelf())
    held = Practice(stage, story)
    held.choose(held.choices[0].key)
    before, asked = held.answers, held.again()[-1]
    other = Languages(library.contacts, locales, practice=True).words("cy")
    told = held.speak(other)

    assert [(a.step, a.key) for a in before] == [(a.step, a.key) for a in held.answers]
    assert isinstance(asked, Asked)
    assert isinstance(told[-1], Asked)
    assert strange(asked.text) == told[-1].text


def test_drafts_of_stories_are_shown(locales: str, library: Library) -> None:
    """A story has no safety line: its draft is better than its English."""
    file = po_store.load_po(practice_file(locales), "cy")
    for message in po_parser.message_entries(file):
        draft(message)
    po_store.save_po(practice_file(locales), file)
    words = in_the_language(library, locales)

    assert not words.draft
    assert strange(phrases.MENU.source) == words.say(phrases.MENU)
