"""How people greet and thank in the languages shipped, whatever the screen shows. Drafts."""

from guide.understanding.typed import split_words

_GREETINGS = (
    # Polish
    *("cześć", "czesc", "siema", "witam", "dzień dobry", "dzien dobry", "hejka"),
    # Ukrainian
    *("привіт", "привет", "добрий день", "добрий вечір", "вітаю", "pryvit"),
    # Welsh
    *("helo", "shwmae", "shwmai", "sut mae", "bore da", "prynhawn da", "noswaith dda"),
    # Urdu
    *("سلام", "السلام علیکم", "salam", "salaam", "assalam o alaikum", "aoa", "adaab"),
    *("assalamualaikum", "assalamu alaikum", "asalam o alaikum", "salam alaikum"),
)
_THANKS = (
    *("dziękuję", "dziekuje", "dzięki", "dzieki"),
    *("дякую", "спасибі"),
    *("diolch", "diolch yn fawr"),
    *("شکریہ", "shukriya", "shukria", "bahut shukriya", "meherbani"),
)


def _as_read(lines: tuple[str, ...]) -> frozenset[str]:
    """The lines as they are once typed: split_words changes some letters."""
    return frozenset(" ".join(filter(None, split_words(line))) for line in lines)


GREETINGS, THANKS = _as_read(_GREETINGS), _as_read(_THANKS)
