"""Hearing typed words, with every phrase of the shipped flows and of five languages loaded."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from time import perf_counter

from guide.flow.library import load_library
from guide.flow.model import Library, Question
from guide.understanding import phrases, table
from guide.understanding.guesses import Guesser
from guide.understanding.recognizer import Recognizer
from guide.understanding.recognizers import Recognizers
from tests.bench.installed import LANGUAGE, translate
from tests.bench.measure import bytes_kept, percentile, timed
from tests.bench.table import Row, Table, at_most
from tests.support.hearing import EVERY_SENTENCE
from tests.support.talking import SHIPPED

LANGUAGES = ("cy", "pl", "uk", "ur")
A_SENTENCE = 0.005
"""Seconds a sentence may take, but for one in a hundred."""
AT_MOST = 0.05
"""Seconds any text may take."""
ROUNDS = 5
LONG = {
    "100,000 letters": "a" * 100_000,
    "100,000 letters that grow": "\ufdfa" * 100_000,
    "20,000 words": "he wants nudes and money " * 4_000,
    "one word of glue": "ihatemylifeandthemanwantstomeetmenow" * 3_000,
}


def tables() -> Iterator[Table]:
    """How long a sentence takes, the longest text, and what is kept in memory."""
    library = load_library(str(SHIPPED))
    with TemporaryDirectory() as folder:
        recognizers = _five_languages(library, Path(folder))
        yield _sentences(recognizers)
        yield _first(library)


def _five_languages(library: Library, folder: Path) -> Recognizers:
    """English, and four made languages with as many phrases as the flows have in English."""
    translate(library, folder)
    for language in LANGUAGES:
        if language != LANGUAGE:
            copytree(folder / LANGUAGE, folder / language)
    listed = [
        f"  {step.id}.{option.id}: [{', '.join(option.also)}]"
        for step in library.steps.values()
        if isinstance(step, Question)
        for option in step.options
        if option.also
    ]
    for made in folder.iterdir():
        text = "\n".join(["phrases:", *listed])
        (made / phrases.PHRASES_FILE).write_text(text, encoding="utf-8")
    return Recognizers(library, str(SHIPPED), str(folder))


def _hear(recognizers: Recognizers, text: str) -> None:
    heard = recognizers.recognize(text, "en")
    recognizers.guess(heard, "who", {}, "en")
    recognizers.other_language(text, heard, "en")


def _sentences(recognizers: Recognizers) -> Table:
    recognizers.other_language("x" * 9, recognizers.recognize("x" * 9, "en"), "en")
    best = [
        min(timed(partial(_hear, recognizers, text)) for _ in range(ROUNDS))
        for text in EVERY_SENTENCE
    ]
    rows = [
        Row("half of the sentences", (f"{percentile(best, 50) * 1000:.2f} ms",)),
        Row(
            "99 in 100",
            (f"{percentile(best, 99) * 1000:.2f} ms",),
            at_most(percentile(best, 99) * 1000, A_SENTENCE * 1000, " ms"),
        ),
    ]
    for what, text in LONG.items():
        taken = min(timed(partial(_hear, recognizers, text)) for _ in range(ROUNDS)) * 1000
        rows.append(Row(what, (f"{taken:.2f} ms",), at_most(taken, AT_MOST * 1000, " ms")))
    return Table(f"hearing {len(EVERY_SENTENCE)} sentences", ("time",), rows)


def _first(library: Library) -> Table:
    def made_guesser() -> Guesser:
        return Guesser(Recognizer(library, table.load_table(library, str(SHIPPED), "", "en").index))

    start = perf_counter()
    guesser = made_guesser()
    made = (perf_counter() - start) * 1000
    kept = bytes_kept(made_guesser) / 1024
    del guesser
    rows = [
        Row("made once, when someone first types", (f"{made:.0f} ms",)),
        Row("kept, for all conversations together", (f"{kept:,.0f} KiB",)),
    ]
    return Table("the ear", ("cost",), rows)
