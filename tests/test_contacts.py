"""What a contact says of itself as data: what it is there for, and what its numbers rest on."""

import pytest

from guide.flow.library import load_library
from guide.flow.model import ROLES
from tests.support.talking import ROOT

LIBRARY = load_library(str(ROOT / "flows"))


@pytest.mark.parametrize("name", LIBRARY.contacts)
def test_every_contact_says_what_it_is_there_for(name: str) -> None:
    assert LIBRARY.contacts[name].role in ROLES


@pytest.mark.parametrize(
    ("role", "contacts"),
    [
        ("emergency", {"emergency"}),
        ("police", {"police-101"}),
        ("abuse-report", {"ceop"}),
        ("trusted-adult", {"trusted-adult"}),
    ],
)
def test_what_the_floor_stands_on_is_one_contact(role: str, contacts: set[str]) -> None:
    """Where several could be meant, a promise about one of them would promise nothing."""
    assert contacts == {it.id for it in LIBRARY.contacts.values() if it.role == role}
