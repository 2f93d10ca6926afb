"""The translator's bench, as somebody goes through it, from a new language to a reviewed one."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import polib
import pytest
from babel.messages.catalog import Message
from babel.messages.plurals import get_plural

from guide.i18n import catalogue, load, po_parser
from guide.i18n.words import safety_of
from guide.project import Project
from guide.translate import po_store, review, start, texts
from guide.translate.merge import merged_catalogue
from guide.translate.template import template
from guide.translate.watch import watch
from tests.support.locales import change, draft, make, nothing, only, reviewed, strange
from tests.support.talking import ROOT, SHIPPED, TINY, forked

DANGER = "Is anyone in danger now?"


def tiny_with(folder: Path, old: str, new: str) -> Project:
    """The tiny flow with some of its English changed."""
    text = (TINY / "tiny.yaml").read_text(encoding="utf-8")
    assert old in text
    folder.mkdir()
    (folder / "tiny.yaml").write_text(text.replace(old, new), encoding="utf-8")
    return Project(str(folder))


def update(locales: str, project: Project, language: str = "cy") -> dict[str, Message]:
    """Bring a language up to date; gives its flows' entries by their English."""
    path = catalogue.po_path(locales, language, "flows")
    made, _ = merged_catalogue(
        po_store.load_po(path, language), template(project, "flows"), language
    )
    po_store.save_po(path, made)
    return {
        str(message.id): message
        for message in po_parser.message_entries(po_store.load_po(path, language))
    }


# -- new


def test_a_new_language_has_all_it_needs_and_says_what_to_do_next(tmp_path: Path) -> None:
    locales = str(tmp_path / "locales")
    done = forked("locale", "new", "br", "--locales", locales)
    folder = Path(locales) / "br"

    assert (0, "") == (done.returncode, done.stderr)
    assert "guide locale check br" in done.stdout
    for name in ("LC_MESSAGES/flows.po", "LC_MESSAGES/guide.po", "glossary.yaml", "phrases.yaml"):
        assert (folder / name).exists()
        assert f"made {folder / name}" in done.stdout
    header = (folder / "LC_MESSAGES" / "flows.po").read_text(encoding="utf-8")
    assert '"Language: br\\n"' in header
    assert f'"Plural-Forms: {get_plural("br").plural_forms}\\n"' in header


WRONG = {
    "xx": '"xx" is no language code',
    "en": "English is what the others are translated from",
    "../../etc": "is no language code",
    "br": '"br" is there already. Use: guide locale update br',
}


@pytest.mark.parametrize("code", WRONG)
def test_what_is_no_new_language_is_said_and_made_nowhere(tmp_path: Path, code: str) -> None:
    locales = make(tmp_path, nothing, "br")
    before = sorted(tmp_path.rglob("*"))
    done = forked("locale", "new", code, "--locales", locales)

    assert 2 == done.returncode
    assert WRONG[code] in done.stderr
    assert before == sorted(tmp_path.rglob("*"))


def test_every_text_stands_with_what_a_translator_must_know() -> None:
    """Who says it to whom, after what, the way there, what must stay, and its picture."""
    project = Project(str(SHIPPED))
    by_key = {(str(m.context), str(m.id)): m for m in template(project, "flows") if m.id}
    english = "Are you or anyone in danger, now or soon?"
    comments = by_key["danger.ask", english].auto_comments

    assert 'Shortest way there: "Me, under 18".' in comments
    assert "Picture: danger.ask" in comments
    assert any(comment.startswith("Comes after:") for comment in comments)
    assert any(comment.startswith("Reading age 9") for comment in comments)
    assert any(comment.startswith(po_parser.SAFETY) for comment in comments)
    childline = by_key[
        "contacts.childline.help", project.library.contacts["childline"].help[0].text.source
    ].auto_comments
    assert (
        "{childline_phone} stands for the phone number of Childline. Keep it as it is, in its "
        "place." in childline
    )


def test_every_text_a_person_can_meet_is_in_the_files() -> None:
    """What is extracted is what is looked up: walking every screen asks for nothing else."""
    from guide.translate.screens import language_screens

    project = Project(str(SHIPPED))
    known = {
        (str(m.context), str(m.id))
        for domain in catalogue.DOMAINS
        for m in template(project, domain)
        if m.id
    }
    asked_for = {
        texts.text_key(text)
        for screen in language_screens(project.library)
        for text in screen.texts
    }

    assert asked_for <= known
    assert len(known) == sum(
        len(texts.texts_of_domain(project, domain)) for domain in catalogue.DOMAINS
    )


def test_no_number_or_link_stands_in_a_translators_file() -> None:
    """They are placeholders, explained by name: nobody can mistype 0800 1111."""
    project = Project(str(SHIPPED))
    said = " ".join(
        f"{message.id} {' '.join(message.auto_comments)}"
        for domain in catalogue.DOMAINS
        for message in template(project, domain)
        if message.id
    )

    for contact in project.library.contacts.values():
        for value in (contact.link, contact.email, contact.phone if " " in contact.phone else ""):
            assert not value or value not in said, value


# -- update


def test_updating_twice_changes_nothing(tmp_path: Path) -> None:
    """Not a byte: what a translator commits is only what they wrote."""
    locales = make(tmp_path, only(DANGER, draft))
    path = Path(catalogue.po_path(locales, "cy", "flows"))
    before = path.read_bytes()
    update(locales, Project(str(TINY)))

    assert before == path.read_bytes()


def test_reworded_english_keeps_the_words_as_fuzzy_with_the_english_they_were_for(
    tmp_path: Path,
) -> None:
    locales = make(tmp_path, reviewed)
    project = tiny_with(tmp_path / "new", DANGER, "Is anyone hurt or in danger now?")
    entry = update(locales, project)["Is anyone hurt or in danger now?"]

    assert (strange(DANGER), True) == (entry.string, entry.fuzzy)
    assert DANGER == po_store.was_written_for(entry)


def test_words_whose_english_is_gone_are_kept_and_come_back_as_a_draft(tmp_path: Path) -> None:
    """Nothing a translator wrote is lost, and nothing unreviewed comes back as reviewed."""
    locales = make(tmp_path, reviewed)
    project = tiny_with(tmp_path / "new", "hint: Eleven to seventeen., ", "")
    path = catalogue.po_path(locales, "cy", "flows")
    assert "Eleven to seventeen." not in update(locales, project)
    kept = [message.string for message in po_store.load_po(path, "cy").obsolete.values()]
    back = update(locales, Project(str(TINY)))["Eleven to seventeen."]

    assert [strange("Eleven to seventeen.")] == kept
    assert (strange("Eleven to seventeen."), True) == (back.string, back.fuzzy)


def test_words_whose_english_stood_in_two_places_are_kept_from_both() -> None:
    """Babel before 2.17 files them under their English alone, so that one was lost."""
    kept = po_store.File()
    for place in ("first", "second"):
        kept.obsolete["No"] = Message("No", f"nage {place}", context=place)
    lines = po_store.as_bytes(kept).decode().splitlines()
    words = [line for line in lines if line.startswith("#~ msgstr")]

    assert ['#~ msgstr "nage first"', '#~ msgstr "nage second"'] == words


def test_a_text_that_moved_takes_its_words_along_as_a_draft(tmp_path: Path) -> None:
    """A renamed question loses nothing, and somebody looks whether the words still fit."""
    locales = make(tmp_path, reviewed)
    project = tiny_with(tmp_path / "new", "to-childline", "to-someone")
    entry = update(locales, project)["Talk to {childline_name}"]

    assert "talk-to-someone.title" == entry.context
    assert (strange("Talk to {childline_name}"), True) == (entry.string, entry.fuzzy)


def test_lines_that_change_places_keep_their_words(tmp_path: Path) -> None:
    """The context holds no number: a line is known by what it says."""
    locales = make(tmp_path, reviewed)
    read = "Someone reads what you send."
    project = tiny_with(tmp_path / "new", f"[{read}]", f"[They may call you., {read}]")
    entries = update(locales, project)

    assert (strange(read), False) == (entries[read].string, entries[read].fuzzy)
    assert not entries["They may call you."].string


def test_what_a_translator_and_their_editor_wrote_beside_the_words_is_kept(tmp_path: Path) -> None:
    """Comments, and lines of the header that only their editor knows."""
    locales = make(tmp_path, reviewed)
    path = Path(catalogue.po_path(locales, "cy", "flows"))
    text = path.read_text(encoding="utf-8")
    text = text.replace('"MIME-Version', '"X-Generator: Poedit 3.4\\n"\n"MIME-Version', 1)
    text = text.replace("#. The guide says this", "# I asked my aunt.\n#. The guide says this", 1)
    path.write_text(text, encoding="utf-8")
    update(locales, tiny_with(tmp_path / "new", DANGER, "Is anyone hurt or in danger now?"))
    after = path.read_text(encoding="utf-8")

    assert '"X-Generator: Poedit 3.4\\n"' in after
    assert "# I asked my aunt." in after


OF_TOOLS = {
    "plurals of Transifex": '"Plural-Forms: nplurals=4; plural=(n==1 ? 0 : 1);\\n"\n',
    "plurals of a template": '"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n',
    "plurals of another Babel": '"Plural-Forms: nplurals=6; plural=(n == 0 ? 0 : 5);\\n"\n',
    "no plurals": "",
}


@pytest.mark.parametrize("tool", ['"Generated-By: Babel 2.16.0\\n"\n', ""], ids=["a tool", "none"])
@pytest.mark.parametrize("plurals", OF_TOOLS.values(), ids=OF_TOOLS)
def test_an_update_leaves_the_header_that_another_tool_wrote(
    plurals: str, tool: str, tmp_path: Path
) -> None:
    """Two contributors with two tools, or two versions of Babel, rewrite nothing of each other."""
    locales = make(tmp_path, reviewed)
    path = Path(catalogue.po_path(locales, "cy", "flows"))
    text = re.sub('"Plural-Forms:.*\n', lambda _: plurals, path.read_text(encoding="utf-8"))
    text = re.sub('"Generated-By:.*\n', lambda _: tool, text)
    path.write_text(text, encoding="utf-8")
    update(locales, Project(str(TINY), locales))

    assert text == path.read_text(encoding="utf-8")


def test_a_language_that_babel_does_not_know_is_looked_at_all_the_same(tmp_path: Path) -> None:
    """Which languages there are to Babel depends on its version; a folder is here or it is not."""
    locales = make(tmp_path, reviewed, "cy")
    Path(locales, "cy").rename(Path(locales, "qzz"))
    for path in Path(locales).rglob("*.po"):
        path.write_text(path.read_text("utf-8").replace("Language: cy", "Language: qzz"), "utf-8")
    done = forked("locale", "check", "qzz", "--locales", locales)

    assert (0, "0 errors, 0 warnings\n") == (done.returncode, done.stderr)


def test_a_broken_file_is_left_alone_and_the_others_are_updated(tmp_path: Path) -> None:
    locales = make(tmp_path, nothing)
    make(tmp_path, nothing, "pl")
    broken = Path(catalogue.po_path(locales, "cy", "flows"))
    broken.write_text('msgid "', encoding="utf-8")
    done = forked("locale", "update", "--locales", locales)

    assert 1 == done.returncode
    assert done.stderr.startswith("cy/LC_MESSAGES/flows.po:1: ")
    assert "pl/LC_MESSAGES/flows.po: Nothing is new." in done.stdout
    assert 'msgid "' == broken.read_text(encoding="utf-8")


# -- other programs read what the bench writes, and it reads what they write


def test_pybabel_extracts_the_same_texts(tmp_path: Path) -> None:
    """A project that runs pybabel itself gets what `guide locale` gets."""
    from babel.messages.frontend import CommandLineInterface
    from babel.messages.pofile import read_po

    pot = tmp_path / "all.pot"
    CommandLineInterface().run(  # type: ignore[no-untyped-call]
        ["pybabel", "-q", "extract", "-F", str(ROOT / "pyproject.toml"), "-o", str(pot), str(ROOT)]
    )
    with pot.open("rb") as file:
        found = {(m.context, str(m.id)) for m in read_po(file) if m.id}
    project = Project(str(SHIPPED))
    domains = (*catalogue.DOMAINS, catalogue.PRACTICE)
    expected = {texts.text_key(t) for name in domains for t in texts.texts_of_domain(project, name)}

    assert expected == found


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@pytest.mark.parametrize("domain", catalogue.DOMAINS)
def test_msgfmt_accepts_what_the_bench_writes(tmp_path: Path, domain: str) -> None:
    """Drafts, old English and words that rest included."""
    locales = make(tmp_path, only(DANGER, draft), flows=SHIPPED)
    change(locales, only("Yes", draft))
    path = catalogue.po_path(locales, "cy", domain)
    made, _ = merged_catalogue(
        po_store.load_po(path, "cy"), template(Project(str(TINY)), domain), "cy"
    )
    po_store.save_po(path, made)
    done = subprocess.run(
        ["msgfmt", "-c", "-o", str(tmp_path / "out.mo"), path], capture_output=True, check=False
    )

    assert 0 == done.returncode, done.stderr


def test_polib_reads_what_the_bench_writes_and_the_other_way_round(tmp_path: Path) -> None:
    """Another library's file comes back with every word, mark and comment."""
    locales = make(tmp_path, only(DANGER, draft))
    update(locales, tiny_with(tmp_path / "new", DANGER, "Is anyone hurt or in danger now?"))
    path = catalogue.po_path(locales, "cy", "flows")
    theirs = polib.pofile(path)
    entry = theirs.find("Is anyone hurt or in danger now?")
    assert entry is not None
    assert (DANGER, True) == (entry.previous_msgid, entry.fuzzy)
    theirs.save()
    ours = po_store.load_po(path, "cy")

    message = ours.get("Is anyone hurt or in danger now?", "danger.ask")
    assert message is not None
    assert (strange(DANGER), DANGER) == (message.string, po_store.was_written_for(message))
    assert {(str(m.context), str(m.id)): m.string for m in po_parser.message_entries(ours)} == {
        (str(e.msgctxt), e.msgid): e.msgstr for e in theirs if not e.obsolete
    }


# -- status and check


def test_status_counts_what_is_left(tmp_path: Path) -> None:
    locales = make(tmp_path, only(DANGER, draft))
    change(locales, only("How old are you?", nothing, lambda _: None))
    done = forked("locale", "status", "--json", "--locales", locales)
    (found,) = json.loads(done.stdout)["languages"]
    total = found["total"]

    assert (total - 2, 1, 0, 1) == (
        found["done"], found["draft"], found["fuzzy"], found["missing"]
    )  # fmt: skip
    assert len(f"{DANGER} How old are you?".split()) == found["words_left"]
    assert (1, True) == (found["safety_left"], found["is_draft"])
    table = forked("locale", "status", "--locales", locales).stdout
    assert "safety lines left" in table
    assert "offered as a draft" in table


def test_check_tells_every_fault_with_file_and_line(tmp_path: Path) -> None:
    """All in one run; exit status 1 for errors, 0 for warnings alone."""
    locales = make(
        tmp_path, only("Call {emergency_phone} now", lambda m: setattr(m, "string", "1"))
    )
    done = forked("locale", "check", "cy", "--locales", locales)
    (line,) = [line for line in done.stdout.splitlines() if "{emergency_phone}" in line]
    file, number, rest = line.split(":", 2)
    text = (Path(locales) / file).read_text(encoding="utf-8").splitlines()
    change(locales, draft)
    after = forked("locale", "check", "--locales", locales)

    assert 1 == done.returncode
    assert "locale-changed: {emergency_phone} is missing. Put it where it belongs" in rest
    assert 'msgid "Call {emergency_phone} now"' == text[int(number) - 1]
    assert (0, True) == (after.returncode, "0 errors" in after.stderr)


# -- review


def held(locales: str, typed: str) -> str:
    out = StringIO()
    review.run_review(Project(str(TINY), locales), "cy", StringIO(typed), out)
    return out.getvalue()


def right_answers(locales: str) -> str:
    """What a reviewer types who understands every line."""
    project = Project(str(TINY))
    meanings = sorted({safety_of(t) for t in texts.of_flows(project.library)} - {""})
    typed = ""
    for domain in catalogue.DOMAINS:
        file = po_store.load_po(catalogue.po_path(locales, "cy", domain), "cy")
        for text, _ in review.waiting(file, texts.texts_of_domain(project, domain)):
            typed += f"{review.review_choices(text, meanings).index(safety_of(text)) + 1}\n"
    return typed


def test_a_reviewer_who_understands_every_line_ends_the_draft(tmp_path: Path) -> None:
    """And each answer is written into the file as a comment."""
    locales = make(tmp_path, draft)
    held(locales, right_answers(locales))
    found = load.load_catalogue(locales, "cy")
    message = po_store.load_po(catalogue.po_path(locales, "cy", "flows"), "cy").get(
        DANGER, "danger.ask"
    )

    assert found
    assert not found.draft
    assert message is not None
    assert ["Review: read as: Asks whether anyone is in danger now."] == message.user_comments


def test_a_line_that_is_misread_stays_a_draft(tmp_path: Path) -> None:
    locales = make(tmp_path, draft)
    shown = held(locales, "5\n" * 100)
    message = po_store.load_po(catalogue.po_path(locales, "cy", "flows"), "cy").get(
        DANGER, "danger.ask"
    )

    assert message is not None
    assert message.fuzzy
    assert [f"Review: misread as: {review.NONE_OF_THEM}"] == message.user_comments
    assert "0 of them reviewed now" in shown


def test_the_reviewer_sees_the_translation_alone(tmp_path: Path) -> None:
    """The English would give the answer away."""
    shown = held(make(tmp_path, draft), "x\n")

    assert strange("You did nothing wrong.") not in shown
    assert DANGER not in shown
    assert strange(DANGER) in shown


def test_a_review_is_undone_when_the_english_changes(tmp_path: Path) -> None:
    locales = make(tmp_path, draft)
    held(locales, right_answers(locales))
    project = tiny_with(tmp_path / "new", DANGER, "Is anyone hurt or in danger now?")
    entry = update(locales, project)["Is anyone hurt or in danger now?"]

    assert entry.fuzzy
    assert [] == entry.user_comments


# -- watch and shots


def test_watching_shows_the_screen_of_the_words_just_saved(tmp_path: Path) -> None:
    """And what is wrong with them."""
    locales = make(tmp_path, reviewed)
    out = StringIO()

    def ticks() -> "list[None]":
        change(locales, only("How old are you?", lambda m: setattr(m, "string", "Oed? 7"), keep))
        return [None]

    watch(Project(str(TINY), locales), "cy", out, lambda screen: f"[{screen.name}]\n", later(ticks))
    shown = out.getvalue()

    assert "locale-changed: The numbers are not those of the English: none there, 7 here." in shown


def test_watching_shows_the_screen(tmp_path: Path) -> None:
    locales = make(tmp_path, reviewed)
    out = StringIO()

    def ticks() -> "list[None]":
        change(locales, only("How old are you?", lambda m: setattr(m, "string", "Oed?"), keep))
        return [None]

    watch(Project(str(TINY), locales), "cy", out, lambda screen: f"[{screen.name}]\n", later(ticks))

    assert "--- age.ask ---\n[age.ask]\n" in out.getvalue()


def keep(_: Message) -> None:
    """Leave an entry as it is."""


def later(ticks: "Callable[[], list[None]]") -> "Iterator[None]":
    """The ticks, made only when the first is asked for."""
    yield from ticks()


def test_shots_show_every_screen_with_the_english_beside_it(tmp_path: Path) -> None:
    """A text twin named by message, and an index that marks what is missing."""
    locales = make(tmp_path, only("How old are you?", nothing, draft))
    done = forked("locale", "shots", "cy", "--locales", locales, "--to", str(tmp_path / "shots"))
    index = (tmp_path / "shots" / "index.html").read_text(encoding="utf-8")
    twin = (tmp_path / "shots" / "danger.ask.txt").read_text(encoding="utf-8")

    assert (0, "") == (done.returncode, done.stderr)
    assert strange(DANGER) in twin
    assert '<tr class="missing"><td lang="en">How old are you?</td>' in index
    assert '<tr class="draft safety"><td lang="en">Is anyone in danger now?</td>' in index
    for name in ("age.ask", "report-to-ceop.title", "topics.trouble", "help"):
        assert (tmp_path / "shots" / f"{name}.txt").exists(), name


# -- the page


def test_the_page_for_translators_works_from_start_to_finish(tmp_path: Path) -> None:
    """Every command on it, in its order, on a language that is not shipped."""
    page = (ROOT / "locales" / "README.md").read_text(encoding="utf-8")
    commands = [line.split() for line in page.splitlines() if line.startswith("guide ")]
    locales = str(tmp_path / "locales")
    ran = []
    for _, *arguments in commands:
        if "watch" in arguments:
            continue  # goes on until it is stopped; tested above
        if "shots" in arguments:
            arguments += ["--to", str(tmp_path / "shots")]
        done = forked(*arguments, "--locales", locales, typed="x\n", flows=TINY)
        assert done.returncode in (0, 1), done.stderr
        ran.append(" ".join(arguments[:2]))
        if arguments[:2] == ["locale", "new"]:
            change(locales, draft, "br")

    assert ["locale new", "--plain --locale", "locale check", "locale status"] == ran[:4]
    assert {"new", "update", "status", "check", "review", "watch", "shots"} <= {
        words[2] for words in commands if words[1] == "locale"
    }


def test_the_glossary_of_a_new_language_can_be_read(tmp_path: Path) -> None:
    """With nothing in it, it finds no fault."""
    from guide.problems import Problem
    from guide.translate import sheet

    problems: list[Problem] = []
    path = tmp_path / catalogue.GLOSSARY
    path.write_text(start.empty_glossary(), encoding="utf-8")
    found = sheet.read_glossary(path, "cy/glossary.yaml", problems)

    assert [] == problems
    assert {*start.TERMS} == {*found.say}
