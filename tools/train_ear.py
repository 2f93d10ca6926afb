"""Train the learned ear: `make train`. It writes flows/words/ear.model, which is read at run time.

It learns from the sentences in tests/phrases and from what authors wrote beside answers and topics.
Nothing of it is needed to run the guide or its tests; `make soak` trains anew and compares.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from math import log, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from guide.flow.library import load_library
from guide.understanding import lexicon, meanings
from guide.understanding.ear import FILE, NOTHING, packed
from guide.understanding.index import build_index
from guide.understanding.recognizer import Recognizer

ROOT = Path(__file__).resolve().parent.parent
FLOWS = ROOT / "flows"
SENTENCES = ROOT / "tests" / "phrases"
CODE = ("guide/understanding/features.py", "tools/train_ear.py")

SETTINGS = {
    "strength": 50.0,
    "features": 24_000,
    "rarity": 1.0,
    "rare": 2,
    "phrase": 0.35,
    "nothing": 0.5,
    "steps": 100,
    "rows_of_a_label": 8,
}
"""`strength` is scikit-learn's C; `rarity` is the power of how rare a feature is, by which its
value grows (inverse document frequency); `phrase` is what an author's phrase counts beside a
sentence, and `nothing` a sentence about nothing, as half of them are, and far fewer of those that
people type; a feature in fewer than `rare` rows, and a label of fewer rows, are left out."""


_USUAL = 4.0
"""The rarity of a feature that counts as one: it stands in two rows of a hundred."""


class LabelledRow(NamedTuple):
    """A text, what it is about, and what it counts."""

    text: str
    label: str
    weight: float


def sentences() -> Iterator[LabelledRow]:
    """The labelled sentences, one for each label that a row has."""
    for path in sorted(SENTENCES.glob("ear/*.tsv")):
        for row in _rows(path):
            labels = row["concern"].replace(",", " ").split()
            yield from (LabelledRow(row["text"], _label(name), 1 / len(labels)) for name in labels)
    for name in ("train.tsv", "kept-apart.tsv"):
        for row in _rows(SENTENCES / name):
            label = _label(row["expect"].split(",")[0])
            yield LabelledRow(row["text"], label, 1.0)


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


def phrases(library: Any) -> Iterator[LabelledRow]:
    """What authors wrote beside answers and topics, and in the file of words."""
    common = meanings.common(library)
    written = list(meanings.flow_phrases(library, common))
    for kind, groups in lexicon.load_lexicon(str(FLOWS)).signs.items():
        written += [(f"{kind}={of}", phrase) for of, listed in groups.items() for phrase in listed]
    for of, phrase in written:
        if of.startswith(("concern=", "topic=", meanings.DANGER)):
            yield LabelledRow(phrase, of, SETTINGS["phrase"])


def fingerprint(rows: Iterable[LabelledRow]) -> str:
    """The SHA-256 of the sentences, of the code that learns, and of the settings.

    Not of what authors write beside their answers: a changed comma there turns no test red.
    """
    whole = sha256(repr(sorted(SETTINGS.items())).encode())
    for name in CODE:
        whole.update((ROOT / name).read_bytes())
    for row in sorted(rows):
        whole.update(repr(tuple(row)).encode())
    return whole.hexdigest()


class Trained(NamedTuple):
    """A linear model: weights by feature, then label."""

    labels: list[str]
    base: list[float]
    weights: dict[str, list[float]]


def train(rows: list[LabelledRow], recognizer: Recognizer) -> Trained:
    """Learn from rows, by the features that tell most between the labels."""
    from sklearn.feature_selection import chi2
    from sklearn.linear_model import LogisticRegression

    enough = Counter(row.label for row in rows)
    rows = [row for row in rows if enough[row.label] >= SETTINGS["rows_of_a_label"]]
    named = [recognizer.features(row.text) for row in rows]
    counted = Counter(name for names in named for name in names)
    names = sorted(name for name, many in counted.items() if many >= SETTINGS["rare"])
    labels = [row.label for row in rows]
    counts = [row.weight * (SETTINGS["nothing"] if row.label == NOTHING else 1) for row in rows]
    says_most = chi2(_table(named, names), labels)[0]
    best = sorted(zip(-says_most, names, strict=True))[: int(SETTINGS["features"])]
    names = sorted(name for _, name in best)
    rarity = [(log(len(rows) / counted[name]) / _USUAL) ** SETTINGS["rarity"] for name in names]
    model = LogisticRegression(C=SETTINGS["strength"], max_iter=int(SETTINGS["steps"]), tol=1e-3)
    model.fit(_table(named, names, rarity), labels, counts)
    scaled = model.coef_ * rarity
    weights = {name: scaled[:, number].tolist() for number, name in enumerate(names)}
    return Trained(list(model.classes_), model.intercept_.tolist(), weights)


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


def as_model(trained: Trained, made_from: str) -> bytes:
    """The model as it is kept: weights as whole numbers, the small ones left out."""
    most = max(abs(weight) for listed in trained.weights.values() for weight in listed)
    # The largest few would make all others coarse: they are cut off.
    most *= 0.6
    scale = most / 127
    weights = {}
    for name, listed in trained.weights.items():
        whole = [max(-127, min(127, round(weight / scale))) for weight in listed]
        weights[name] = {label: weight for label, weight in enumerate(whole) if abs(weight) > 2}
    says = {
        "labels": trained.labels,
        "base": [round(base, 4) for base in trained.base],
        "scale": round(scale, 6),
        "made-from": made_from,
    }
    return packed(says, {name: pairs for name, pairs in weights.items() if pairs})


def untrained(library: Any) -> Recognizer:
    """What finds the features of a text: no ear is needed for it."""
    return Recognizer(library, build_index(library, lexicon.load_lexicon(str(FLOWS))))


def all_rows(library: Any) -> list[LabelledRow]:
    """Everything that is learned from: of what these flows can be told, and of nothing."""
    known = {NOTHING, *meanings.things(library)}
    return [row for row in (*sentences(), *phrases(library)) if row.label in known]


def main() -> int:
    """Train, write the model, and say how large it is."""
    library = load_library(str(FLOWS))
    rows = all_rows(library)
    model = as_model(train(rows, untrained(library)), fingerprint(sentences()))
    path = FLOWS / FILE
    path.write_bytes(model)
    print(f"{path.relative_to(ROOT)}: {len(model):,} bytes, learned from {len(rows):,} rows.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
