"""What stands before CEOP's button is said to children; what is said to adults stands after it."""

from pathlib import Path

import pytest

from guide.export.hosts.check import check_pages
from tests.support.hosting import GIF, right_page

TOP, ADULTS = "<h1>Help and safety</h1>", "<h2>For parents"


@pytest.fixture(scope="module")
def right() -> str:
    return right_page()


def beside(page: str, folder: Path) -> list[str]:
    """What is wrong with the words beside the button."""
    (folder / "page.html").write_text(page, "utf-8")
    told = check_pages(str(folder / "page.html"), GIF)
    return [problem.what for name, problem in told if name == "words-beside-it"]


TO_ADULTS = """
<p>Parents: please see below.</p>
<h2>For mums and dads</h2><p>Report your concern.</p>
<p>You can report a worry about your son or daughter below.</p>
<p>If you are a parent, scroll down.</p>
<p>If you're a worried mum, scroll down.</p>
<p>Parents, please read this first.</p>
<p>As a carer you can report too.</p>
<h2>Advice for parents</h2><p>Read on.</p>
<p>Dear parents, we have a new page.</p>
<p>Is your child safe online?</p>
<h2>Parent information</h2>
<p>Welcome. Mums and dads, use the button below.</p>
<p>Information for teachers and staff is below.</p>
<p>Are you a grandparent? Read on.</p>
<h2>Parents and carers</h2>
<p>For adults: how to report.</p>
"""


@pytest.mark.parametrize("words", TO_ADULTS.strip().splitlines())
def test_what_is_said_to_adults_before_the_button_is_found(
    words: str, right: str, tmp_path: Path
) -> None:
    told = beside(right.replace(TOP, TOP + words), tmp_path)
    assert ["What is said to adults stands before the button."] == told


OF_ADULTS = """
<p>Talk to a parent or carer you trust.</p>
<p>Tell a teacher, parent or carer.</p>
<p>You can tell your parents or carers.</p>
<p>Tell your parents and carers.</p>
<p>Someone you trust: your mum or dad, or a teacher.</p><ul><li>Parents</li><li>Teachers</li></ul>
<p>Ask your mum: she will help.</p>
<p>Adults can help you.</p>
<p>Teachers and other adults will listen to you.</p>
<nav><ul><li><a href=/p>Parents and carers</a><li><a href=/i>Information for parents</a></ul></nav>
<ul><li><a href=/p>For parents and carers</a></li></ul>
<p>Is an adult scaring you? Is it a parent, or someone in your family?</p>
<p>An adult should never ask you for pictures.</p>
<p>It is never your fault. Most adults: they want to help.</p>
<p>You can ask for a teacher.</p>
<p>Parents will not be cross.</p>
<p>Wait for your mum or dad.</p>
<p>You are a child or young person.</p>
"""


@pytest.mark.parametrize("words", OF_ADULTS.strip().splitlines())
def test_what_is_said_of_adults_to_children_is_no_fault(
    words: str, right: str, tmp_path: Path
) -> None:
    """An adult whom one trusts has to be named; a menu says nothing to anybody."""
    assert [] == beside(right.replace(TOP, TOP + words), tmp_path)


def test_adults_may_be_spoken_to_in_other_words_after_it(right: str, tmp_path: Path) -> None:
    start, _, _ = right.partition(ADULTS)
    after = "<h2>For mums and dads</h2><p>You can report a worry about your son or daughter.</p>"
    assert [] == beside(start + after, tmp_path)
    assert ["After the button nothing is said to adults."] == beside(start, tmp_path)
