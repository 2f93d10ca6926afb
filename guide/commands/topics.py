"""What a topic is about that is typed in other words than the guide's: "county lines"."""

from guide.flow.model import Library

_AT_ONCE = 3
"""How many topics are offered for words that may mean several."""
_CLEARLY = 1.25
"""How much more the likeliest topic has to be worth than the next, to be taken alone."""


def concerns_meant(library: Library, words: str) -> list[str]:
    """The concerns that words may mean, the likeliest first; one where it is clear."""
    from guide.understanding.recognizers import Recognizers

    matches = Recognizers(library).recognize(words, "en").matches
    scores = {
        name.removeprefix("concern="): match.score
        for name, match in matches.items()
        if name.startswith("concern=") and match.full
    }
    likely = sorted(scores, key=lambda name: -scores[name])[:_AT_ONCE]
    clear = len(likely) > 1 and scores[likely[0]] >= _CLEARLY * scores[likely[1]]
    return likely[:1] if clear else likely
