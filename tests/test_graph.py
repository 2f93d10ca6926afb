"""`guide graph`: a picture that a safeguarding lead can print and sign."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from html import escape
from pathlib import Path

import pytest

from guide import VERSION
from guide.commands.graph import flows_digest
from guide.diagram.answers import plain_english
from guide.diagram.dot import MARGIN, PAPERS, dot, picture_svg
from guide.diagram.mermaid import mermaid
from guide.diagram.model import URGENCY_WORDS, picture
from guide.flow.model import Text
from guide.flow.read import library_from
from guide.flow.walk import walk
from tests.support.talking import ROOT, SHIPPED, guide

RULED = ROOT / "tests" / "flows" / "ruled"
WAY = ("no", "11-17", "sexual")
needs_graphviz = pytest.mark.skipif(
    importlib.util.find_spec("pygraphviz") is None, reason="Graphviz comes with the extra `draw`"
)


def test_mermaid_has_every_step_by_kind_and_every_answer() -> None:
    drawn = mermaid(picture(library_from(str(RULED))))

    assert "flowchart LR" in drawn
    assert 's-danger{{"<b>danger</b><br/>Is anyone in danger now?"}}' in drawn
    assert 's-kind-words[/"<b>kind-words</b>"/]' in drawn
    assert 's-call-999(["<b>call-999</b><br/>emergency: now<br/>Call 999 now' in drawn
    assert "):::emergency" in drawn
    assert 's-worry -->|"Someone is asking me for nudes (aged under 11)"| s-tell-an-adult' in drawn


def test_the_way_of_answers_is_marked() -> None:
    """Each step passed, and each arrow taken: not only by colour but by its weight."""
    found = picture(library_from(str(RULED)), "", WAY)
    marked = [box.id for box in found.boxes if box.marked]
    arrows = [(one.source, one.option, one.target) for one in found.arrows if one.marked]

    assert ["danger", "age", "kind-words", "worry", "report-to-ceop"] == marked
    assert ("worry", "sexual", "report-to-ceop") in arrows
    assert ("worry", "sexual", "tell-an-adult") not in arrows
    assert "linkStyle" in mermaid(found)
    assert "penwidth=4" in dot(found)


def test_one_flow_shows_where_it_goes_on() -> None:
    drawn = picture(library_from(str(SHIPPED)), "start")
    elsewhere = {box.id: box.lines for box in drawn.boxes if box.kind == "elsewhere"}

    assert ("goes on in friend",) in elsewhere.values()
    assert {"question", "message", "elsewhere"} == {box.kind for box in drawn.boxes}


def test_every_option_and_ending_of_a_flow_is_drawn() -> None:
    library = library_from(str(SHIPPED))
    for flow in library.flows:
        text = dot(picture(library, flow))
        for box in picture(library, flow).boxes:
            assert f'"{box.id}"' in text
            for row in box.rows:
                assert f'port="{row.option}"' in text


def test_urgency_is_said_in_words_not_in_colour_alone() -> None:
    text = dot(picture(library_from(str(RULED))))

    for words in ("emergency: now", "report: as soon as they can", "tell: today"):
        assert words in text


def test_words_that_could_break_the_text_are_escaped() -> None:
    library = library_from(str(RULED))
    worry = library.steps["worry"]
    ask = worry.ask[0].text._replace(source='Is it "bad" <b>or</b> & worse?')  # type: ignore[union-attr]
    step = worry._replace(ask=(worry.ask[0]._replace(text=ask),))  # type: ignore[union-attr,call-arg]
    drawn = picture(library._replace(steps={**library.steps, "worry": step}))

    assert "&lt;b&gt;or&lt;/b&gt; &amp; worse?" in dot(drawn)
    assert "#quot;bad#quot;" in mermaid(drawn)


@needs_graphviz
@pytest.mark.parametrize("paper", PAPERS)
def test_svg_is_whole_fits_its_paper_and_fetches_nothing(paper: str) -> None:
    drawn = picture_svg(
        picture(library_from(str(SHIPPED)), "young-person", ("young-person", "no")), paper
    )
    root = ElementTree.fromstring(drawn)
    width, height = (float(root.attrib[side].removesuffix("mm")) for side in ("width", "height"))
    short, long = (side - 2 * MARGIN for side in PAPERS[paper])

    assert max(width, height) <= long + 0.1
    assert min(width, height) <= short + 0.1
    assert "young-person" == root.findtext("{http://www.w3.org/2000/svg}title")
    assert "Checked by:" in drawn
    # Names of formats are not addresses that are fetched; nothing else may look like one.
    addresses = set(re.findall(r"https?://[^\"<> ]+", drawn))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert "<image" not in drawn
    assert "<script" not in drawn
    assert "DOCTYPE" not in drawn


def test_an_unknown_flow_and_a_wrong_answer_are_wrong_use() -> None:
    unknown = guide("graph", "--flow", "young-persn", flows=SHIPPED)
    wrong = guide("graph", "--path", "no", "maybe", flows=RULED)

    assert (2, 2) == (unknown.returncode, wrong.returncode)
    assert 'Did you mean "young-person"?' in unknown.stderr
    assert '"maybe" is not offered at "age"' in wrong.stderr


def test_no_other_command_imports_graphviz() -> None:
    """A checker, a walker and a talker never wait for a layout engine."""
    code = (
        "import sys; from guide.cli import main; main(['check', '--locales', 'locales']);"
        "main(['graph']);"
        "main(['graph', '--format', 'dot']); print('pygraphviz' in sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "GUIDE_FLOWS": str(RULED)},
        cwd=ROOT,
        timeout=60,
    )

    assert "False" == ran.stderr.splitlines()[-1]


def test_without_graphviz_the_author_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    from guide.diagram.dot import CannotDraw

    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(CannotDraw, match=r"install should-i-report\[draw\]"):
        picture_svg(picture(library_from(str(RULED))))


# -- sheets to print


def test_the_sheets_have_every_word_and_number_and_need_nothing(shipped_sheets: str) -> None:
    """Words of questions, answers, lines and contacts; no script, nothing fetched."""
    library = library_from(str(SHIPPED))
    texts = {
        plain_english(part.record, library)
        for step in library.steps.values()
        for part in walk(step)
        if isinstance(part.record, Text)
    }
    missing = [text for text in texts if escape(text) not in shipped_sheets]

    assert [] == missing
    assert "0800 1111" in shipped_sheets
    assert [] == re.findall(r"<script|src=|url\(|@import|<link", shipped_sheets)


def test_no_letter_on_the_sheets_is_smaller_than_nine_points(shipped_sheets: str) -> None:
    sizes = [float(size) for size in re.findall(r"(?:font-size|font):([\d.]+)pt", shipped_sheets)]

    assert 9 <= min(sizes)


def test_the_sheets_say_of_which_words_they_are(shipped_sheets: str, tmp_path: Path) -> None:
    """Version and hash: one other byte anywhere in the flows is another hash."""
    folder = tmp_path / "flows"
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("*.compiled"))
    before = flows_digest(str(folder))
    with (folder / "friend.yaml").open("a") as file:
        file.write("# checked\n")

    assert f"guide {VERSION}, flows {flows_digest(str(SHIPPED))}." in shipped_sheets
    assert flows_digest(str(folder)) != before


def test_each_way_on_the_sheets_leads_to_a_box_that_is_there(shipped_sheets: str) -> None:
    boxes = {int(number) for number in re.findall(r">(\d+) of \d+: ", shipped_sheets)}
    ways = {int(number) for number in re.findall("\u2192\u00a0<b>(\\d+)</b>", shipped_sheets)}

    assert ways <= boxes == set(range(1, len(boxes) + 1))


def test_each_box_on_the_sheets_is_called_what_it_is_in_plain_words(shipped_sheets: str) -> None:
    kinds = set(re.findall(r">\d+ of \d+: ([^<]+)</p>", shipped_sheets))
    endings = {kind for kind in kinds if kind.startswith("ending, ")}

    assert {"question", "said on the way"} == kinds - endings
    assert {f"ending, {words}" for words in URGENCY_WORDS.values()} >= endings != set()


@pytest.fixture(scope="module")
def shipped_sheets() -> str:
    ran = guide("graph", "--format", "html", flows=SHIPPED)
    assert (0, "") == (ran.returncode, ran.stderr)
    return ran.stdout
