"""Prints what sentences are taken for, in a process of its own: see test_hearing_sentences."""

from guide.hearing.ear import Ear
from guide.hearing.ears import Ears
from guide.hearing.guesses import Guesser
from guide.hearing.index import build
from guide.hearing.lexicon import load
from guide.hearing.phrases import own
from tests.hearing import EVERY_SENTENCE, KEPT_APART, TRAIN, sentences, shipped
from tests.talking import ROOT, SHIPPED

LOCALES = str(ROOT / "locales")
WELSH = ("dwi am ladd fy hun heno", "dwi mewn perygl", "mae ganddo fo gyllell")


def main() -> None:
    """One line for every sentence of danger, and one for every sentence."""
    english = load(str(SHIPPED))
    # Made here and now, so that what is kept on the disk cannot hide an order.
    hears = Guesser(Ear(shipped(), build(shipped(), english)))
    in_welsh = Guesser(Ear(shipped(), build(shipped(), english, own(LOCALES, "cy"))))
    dangers = [
        sentence.text
        for half in (TRAIN, KEPT_APART)
        for sentence in sentences(half)
        if sentence.expect == {"danger"}
    ]
    for guesser, text in [*((hears, text) for text in dangers), *((in_welsh, t) for t in WELSH)]:
        found = guesser.guess(guesser.ear.listen(text), "worry", {"who": "young-person"})
        print("danger", text, "yes" if found.danger else "NO")
    for text in EVERY_SENTENCE:
        print(text, hears.guess(hears.ear.listen(text), "worry", {"who": "young-person"}))
    print(Ears(shipped(), str(SHIPPED), LOCALES).listen("nudes", "cy"))


if __name__ == "__main__":
    main()
