"""Languages: reading one against Python's own gettext reading its .mo; updating and checking."""

import gettext
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from guide import cache
from guide.flow.model import Contact, Text
from guide.i18n import load
from guide.i18n.words import Words
from guide.problems import Place
from guide.shipped import Shipped
from guide.translate import po_store
from tests.bench.measure import interleaved, timed
from tests.bench.table import Row, Table, at_most
from tests.support.locales import strange

MESSAGES = 1000
LANGUAGES = 20
TARGET = 1.5
LETTERS = "abcdefghijklmnopqrst"


def tables() -> Iterator[Table]:
    """Reading a language, and what stands behind a screen that changes language."""
    with tempfile.TemporaryDirectory() as folder:
        codes = [f"{letter}x" for letter in LETTERS[:LANGUAGES]]
        for code in codes:
            _make(Path(folder), code)
        yield _reading(folder, codes)
        yield _speaking(folder, codes[0])


def english(number: int) -> str:
    """A sentence as long as those of the flows."""
    return f"This is sentence {number} of the guide, and {{childline_phone}} stands in it."


def _make(folder: Path, code: str) -> None:
    """A language of many messages: its PO file, its .mo and its compiled form."""
    made = Catalog(charset="utf-8", fuzzy=False)
    for message in range(MESSAGES):
        words = f"{strange(english(message))} {code}"
        flags = ["fuzzy"] if message % 10 == 0 else []
        source = english(message)
        made.add(source, words, context=f"step-{message}.say", flags=flags, auto_comments=["Said."])
    path = folder / code / "LC_MESSAGES" / "flows.po"
    po_store.save_po(path, made)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, made, use_fuzzy=True)
    cache.write(load.CompiledCatalogue(str(folder), code))


def _reading(folder: str, codes: list[str]) -> Table:
    def own() -> None:
        for code in codes:
            found = load.load_catalogue(Shipped(folder), code)
            assert found
            assert len(found.reviewed) + len(found.drafts) == MESSAGES

    def theirs() -> None:
        for code in codes:
            with open(Path(folder) / code / "LC_MESSAGES" / "flows.mo", "rb") as file:
                gettext.GNUTranslations(file)

    def uncompiled() -> None:
        load.CompiledCatalogue(folder, codes[0]).build()

    found = interleaved(
        {
            "gettext reads its .mo": lambda: timed(theirs) / LANGUAGES,
            "the guide, compiled": lambda: timed(own) / LANGUAGES,
            "the guide, an edited PO": lambda: timed(uncompiled),
        },
        rounds=9,
    )
    base = found["gettext reads its .mo"]
    rows = [
        Row(
            name,
            (f"{seconds * 1000:.2f}", f"{seconds / base:.2f}"),
            at_most(seconds / base, TARGET) if name == "the guide, compiled" else None,
        )
        for name, seconds in found.items()
    ]
    title = f"Reading a language of {MESSAGES} messages (each of {LANGUAGES} in turn)"
    notes = ["An edited PO is read by Babel each time until it is compiled again."]
    return Table(title, ("ms", "ratio"), rows, notes)


def _speaking(folder: str, code: str) -> Table:
    contacts = {"childline": _childline()}
    found = load.load_catalogue(folder, code)
    texts = [
        Text(f"step-{number}.say", english(number), Place("flows/x.yaml")) for number in range(50)
    ]
    mo = BytesIO((Path(folder) / code / "LC_MESSAGES" / "flows.mo").read_bytes())
    theirs = gettext.GNUTranslations(mo)
    words = Words(contacts, code, found)

    def ours() -> None:
        for text in texts:
            words.say(text)

    def gettexts() -> None:
        for text in texts:
            theirs.pgettext(text.address, text.source).format(childline_phone="0800 1111")

    def many(work: object) -> float:
        return timed(lambda: [work() for _ in range(200)]) / 200  # type: ignore[operator]

    measured = interleaved(
        {
            "pgettext and format": lambda: many(gettexts),
            "the guide's words": lambda: many(ours),
        },
        rounds=9,
    )
    base = measured["pgettext and format"]
    rows = [
        Row(name, (f"{seconds * 1e6:.0f}", f"{seconds / base:.2f}"))
        for name, seconds in measured.items()
    ]
    return Table("Fifty texts in another language, placeholders filled", ("us", "ratio"), rows)


def _childline() -> Contact:
    nothing: tuple[()] = ()
    return Contact(
        "childline",
        nothing,
        "0800 1111",
        "",
        "",
        "",
        nothing,
        nothing,
        nothing,
        nothing,
        nothing,
        nothing,
        (),
        "2027-05-21",
        Place("flows/x.yaml"),
    )
