"""What is said first to words that are no worry yet, where no other phrase of the program fits."""

from guide.flow.model import Text
from guide.problems import Place


def _line(name: str, english: str, safety: str = "") -> Text:
    return Text(f"guide.hear.{name}", english, Place("guide/conversation/warm_lines.py"), safety)


CARE = _line("care", "You can like or love someone and still need help.")
NOBODY_READS = _line(
    "nobody-reads",
    "I am a computer program. Nobody reads what you type.",
    "Says that what is typed is read by nobody.",
)
NEXT = _line("next", "It is okay to worry about what may happen next.")
SMALL = _line("small", "No worry is too small to talk about.")
SAID_BACK = _line("said-back", "I say back what I think you told me. You can say yes or no.")
