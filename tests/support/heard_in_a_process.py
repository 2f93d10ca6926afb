"""Prints what sentences are taken for, in a process of its own: see test_hearing_sentences."""

from guide.understanding.guesses import Guesser
from guide.understanding.index import EnglishPhrases, index_with
from guide.understanding.lexicon import load_lexicon
from guide.understanding.phrases import NO_LOCALE_WORDS, locale_words
from guide.understanding.recognizer import Recognizer
from guide.understanding.recognizers import Recognizers
from tests.support.hearing import EVERY_SENTENCE, KEPT_APART, TRAIN, sentences, shipped
from tests.support.talking import ROOT, SHIPPED

LOCALES = str(ROOT / "locales")
WELSH = ("dwi am ladd fy hun heno", "dwi mewn perygl", "mae ganddo fo gyllell")


def main() -> None:
    """One line for every sentence of danger, and one for every sentence."""
    # Made here and now, so that what is kept on the disk cannot hide an order.
    english = EnglishPhrases(shipped(), load_lexicon(str(SHIPPED)))
    hears, in_welsh = (
        Guesser(Recognizer(shipped(), index_with(english, own)))
        for own in (NO_LOCALE_WORDS, locale_words(LOCALES, "cy"))
    )
    dangers = [
        sentence.text
        for half in (TRAIN, KEPT_APART)
        for sentence in sentences(half)
        if sentence.expect == {"danger"}
    ]
    for guesser, text in [*((hears, text) for text in dangers), *((in_welsh, t) for t in WELSH)]:
        found = guesser.guess(guesser.recognizer.recognize(text), "worry", {"who": "young-person"})
        print("danger", text, "yes" if found.danger else "NO")
    for text in EVERY_SENTENCE:
        print(text, hears.guess(hears.recognizer.recognize(text), "worry", {"who": "young-person"}))
    print(Recognizers(shipped(), str(SHIPPED), LOCALES).recognize("nudes", "cy"))


if __name__ == "__main__":
    main()
