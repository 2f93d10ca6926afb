"""Train the learned ears: `make train`. It writes a model for English and one for each language.

English learns from the sentences in tests/phrases and from what authors wrote beside answers and
topics, another language from its own sentences and its translators' phrases. The models are read
at run time: nothing of this is needed to run the guide or its tests; `make soak` trains anew.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from math import log, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from guide.flow.library import load_library
from guide.i18n.words import SOURCE_LANGUAGE
from guide.understanding import lexicon, meanings
from guide.understanding.ear import FILE, NOTHING, packed
from guide.understanding.index import build_index
from guide.understanding.phrases import locale_words
from guide.understanding.recognizer import Recognizer

ROOT = Path(__file__).resolve().parent.parent
FLOWS, LOCALES = ROOT / "flows", ROOT / "locales"
SENTENCES = ROOT / "tests" / "phrases"
CODE = ("guide/understanding/features.py", "tools/train_ear.py")


class Settings(NamedTuple):
    """How an ear is trained."""

    features: int
    """At most so many are kept: those that tell most between the labels."""
    phrase: float
    """What an author's or a translator's phrase counts beside a sentence."""
    rows_of_a_label: int
    """A label of fewer rows is left out."""
    small: int
    """Weights of at most so many 127ths of the largest are left out."""
    strength: float = 50.0
    """scikit-learn's C."""
    rarity: float = 1.0
    """The power of how rare a feature is, by which its value grows (inverse document frequency)."""
    rare: int = 2
    """A feature in fewer rows is left out."""
    nothing: float = 0.6
    """What a sentence about nothing counts: of those that people type fewer are."""
    leaning: float = 0.0
    """What is added to the score of nothing, where few sentences are about it."""
    steps: int = 100


ENGLISH = Settings(features=29_000, phrase=0.35, rows_of_a_label=8, small=4, leaning=-0.2)
OTHER = Settings(
    features=15_000,
    phrase=0.35,
    rows_of_a_label=4,
    small=4,
    strength=150.0,
    nothing=1.0,
    leaning=1.8,
)
"""Of another language there are fewer sentences, and more phrases for each."""
_USUAL = 4.0
"""The rarity of a feature that counts as one: it stands in two rows of a hundred."""


class LabelledRow(NamedTuple):
    """A text, what it is about, and what it counts."""

    text: str
    label: str
    weight: float


def languages() -> list[str]:
    """The languages with sentences of their own; English, which has most, is none of them."""
    return sorted(path.stem.removeprefix("ear-") for path in SENTENCES.glob("languages/ear-*.tsv"))


def sentences(language: str = SOURCE_LANGUAGE) -> Iterator[LabelledRow]:
    """The labelled sentences of a language, one for each label that a row has."""
    for row in _labelled(language):
        labels = row["concern"].replace(",", " ").split()
        yield from (LabelledRow(row["text"], _label(name), 1 / len(labels)) for name in labels)
    for name in ("train.tsv", "kept-apart.tsv") if language == SOURCE_LANGUAGE else ():
        for row in _rows(SENTENCES / name):
            label = _label(row["expect"].split(",")[0])
            yield LabelledRow(row["text"], label, 1.0)


def _labelled(language: str) -> Iterator[dict[str, str]]:
    """The rows with a column `concern`."""
    if language == SOURCE_LANGUAGE:
        for path in sorted(SENTENCES.glob("ear/*.tsv")):
            yield from _rows(path)
        return
    typed = _rows(SENTENCES / "languages" / "typed.tsv")
    yield from (row for row in typed if row["language"] == language)
    yield from _rows(SENTENCES / "languages" / f"ear-{language}.tsv")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _label(name: str) -> str:
    if name in ("none", NOTHING):
        return NOTHING
    if name == "danger":
        return meanings.DANGER
    kind, _, of = name.partition(":")
    return f"{kind}={of}" if of else f"concern={name}"


def phrases(library: Any, language: str = SOURCE_LANGUAGE) -> Iterator[LabelledRow]:
    """What stands beside answers and topics: by authors, or by the translators of a language."""
    common = meanings.common(library)
    if language == SOURCE_LANGUAGE:
        written = list(meanings.flow_phrases(library, common))
        for kind, groups in lexicon.load_lexicon(str(FLOWS)).signs.items():
            written += [(f"{kind}={of}", text) for of, listed in groups.items() for text in listed]
    else:
        own = locale_words(str(LOCALES), language).phrases
        written = list(meanings.translated(library, own, common))
    weight = _settings(language).phrase
    for of, phrase in written:
        if of.startswith(("concern=", "topic=", meanings.DANGER)):
            yield LabelledRow(phrase, of, weight)


def _settings(language: str) -> Settings:
    return ENGLISH if language == SOURCE_LANGUAGE else OTHER


def fingerprint(language: str = SOURCE_LANGUAGE) -> str:
    """The SHA-256 of the sentences, of the code that learns, and of the settings.

    Not of what authors or translators write beside answers: a changed comma there turns no test
    red.
    """
    whole = sha256(repr(_settings(language)).encode())
    for name in CODE:
        whole.update((ROOT / name).read_bytes())
    for row in sorted(sentences(language)):
        whole.update(repr(tuple(row)).encode())
    return whole.hexdigest()


class Trained(NamedTuple):
    """A linear model: weights by feature, then label."""

    labels: list[str]
    base: list[float]
    weights: dict[str, list[float]]


def train(rows: list[LabelledRow], recognizer: Recognizer, settings: Settings) -> Trained:
    """Learn from rows, by the features that tell most between the labels."""
    from sklearn.feature_selection import chi2
    from sklearn.linear_model import LogisticRegression

    enough = Counter(row.label for row in rows)
    rows = [row for row in rows if enough[row.label] >= settings.rows_of_a_label]
    named = [recognizer.features(row.text) for row in rows]
    counted = Counter(name for names in named for name in names)
    names = sorted(name for name, many in counted.items() if many >= settings.rare)
    labels = [row.label for row in rows]
    counts = [row.weight * (settings.nothing if row.label == NOTHING else 1) for row in rows]
    says_most = chi2(_table(named, names), labels)[0]
    best = sorted(zip(-says_most, names, strict=True))[: settings.features]
    names = sorted(name for _, name in best)
    rarity = [(log(len(rows) / counted[name]) / _USUAL) ** settings.rarity for name in names]
    model = LogisticRegression(C=settings.strength, max_iter=settings.steps, tol=1e-3)
    model.fit(_table(named, names, rarity), labels, counts)
    scaled = model.coef_ * rarity
    weights = {name: scaled[:, number].tolist() for number, name in enumerate(names)}
    base = [
        score + (settings.leaning if label == NOTHING else 0)
        for label, score in zip(model.classes_, model.intercept_.tolist(), strict=True)
    ]
    return Trained(list(model.classes_), base, weights)


def _table(named: list[set[str]], names: list[str], rarity: list[float] | None = None) -> Any:
    """A row for each text, its features' values such that a long text weighs no more.

    `rarity` is what a feature counts more as it is rarer; its weight is then a product of both, so
    that a line is heard by sums alone.
    """
    from scipy.sparse import csr_matrix

    column = {name: number for number, name in enumerate(names)}
    data: list[float] = []
    indices: list[int] = []
    starts = [0]
    for features in named:
        mine = sorted(column[name] for name in features if name in column)
        indices += mine
        share = 1 / sqrt(len(mine) or 1)
        data += [share * (rarity[number] if rarity else 1) for number in mine]
        starts.append(len(indices))
    return csr_matrix((data, indices, starts), shape=(len(named), len(names)))


def as_model(trained: Trained, made_from: str, small: int) -> bytes:
    """The model as it is kept: weights as whole numbers, those up to `small` left out."""
    most = max(abs(weight) for listed in trained.weights.values() for weight in listed)
    # The largest few would make all others coarse: they are cut off.
    most *= 0.6
    scale = most / 127
    weights = {}
    for name, listed in trained.weights.items():
        whole = [max(-127, min(127, round(weight / scale))) for weight in listed]
        weights[name] = {label: weight for label, weight in enumerate(whole) if abs(weight) > small}
    says = {
        "labels": trained.labels,
        "base": [round(base, 4) for base in trained.base],
        "scale": round(scale, 6),
        "made-from": made_from,
    }
    return packed(says, {name: pairs for name, pairs in weights.items() if pairs})


def untrained(library: Any, language: str = SOURCE_LANGUAGE) -> Recognizer:
    """What finds the features of a text: no ear is needed for it."""
    own = locale_words(str(LOCALES), language)
    return Recognizer(library, build_index(library, lexicon.load_lexicon(str(FLOWS)), own))


def all_rows(library: Any, language: str = SOURCE_LANGUAGE) -> list[LabelledRow]:
    """Everything that is learned from: of what these flows can be told, and of nothing."""
    known = {NOTHING, *meanings.things(library)}
    written = (*sentences(language), *phrases(library, language))
    return [row for row in written if row.label in known]


def make_model(library: Any, language: str = SOURCE_LANGUAGE) -> bytes:
    """A model, trained anew."""
    settings = _settings(language)
    trained = train(all_rows(library, language), untrained(library, language), settings)
    return as_model(trained, fingerprint(language), settings.small)


def main() -> int:
    """Train what is named, else every language; write the models, and say how large they are."""
    library = load_library(str(FLOWS))
    for language in sys.argv[1:] or (SOURCE_LANGUAGE, *languages()):
        beside = FLOWS / "words" if language == SOURCE_LANGUAGE else LOCALES / language
        path = beside / FILE
        model = make_model(library, language)
        path.write_bytes(model)
        print(f"{path.relative_to(ROOT)}: {len(model):,} bytes.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
