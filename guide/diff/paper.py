"""A comparison as a person reads it: lines of text, or one page of HTML that can be printed."""

from collections.abc import Iterator
from html import escape

from guide.diff.classes import CLASSES
from guide.diff.compare import Comparison, Difference

NO_DIFFERENCE = "No difference."
NO_DIFFERENCE_ASKED_FOR = "No difference of the classes asked for."
_NO_LANGUAGES = "Languages were not compared: not both have a folder `locales` beside them."
_NONE = "(nothing)"
_STYLE = (
    "body{font:11pt/1.4 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#111}"
    "table{border-collapse:collapse;width:100%;margin:0 0 1em;table-layout:fixed}"
    "th,td{border:1px solid #888;padding:.3em .5em;text-align:left;vertical-align:top;"
    "overflow-wrap:anywhere}caption{text-align:left;font-weight:bold;padding:.4em 0}"
    "tr{break-inside:avoid}table{break-inside:avoid}.who{color:#333;font-size:10pt}"
    "@page{size:A4;margin:15mm}@media print{body{margin:0;padding:0;max-width:none}}"
)


def text_lines(comparison: Comparison) -> Iterator[str]:
    """The differences, class by class, before above after."""
    for name, words in _sides(comparison):
        yield f"{name}: {words}"
    if not comparison.languages_compared:
        yield _NO_LANGUAGES
    for kind, title in CLASSES.items():
        differences = comparison.of(kind)
        if differences:
            yield ""
            yield f"{title} ({len(differences)})"
        for each in differences:
            yield f"  {each.where}{_strength(each)}"
            yield f"    before: {' | '.join(each.before) or _NONE}"
            yield f"    now:    {' | '.join(each.after) or _NONE}"
            yield from (f"    {label}: {words}" for label, words in _whom(each, comparison))
    yield ""
    yield in_short(comparison)


def in_short(comparison: Comparison) -> str:
    """How many differences there are, of which classes."""
    number, others = len(comparison.differences), comparison.left_out
    left_out = f" Of other classes, which were not asked for: {others}." if others else ""
    if not number:
        return f"{NO_DIFFERENCE_ASKED_FOR}{left_out}" if others else NO_DIFFERENCE
    counts = ((title, len(comparison.of(kind))) for kind, title in CLASSES.items())
    parts = ", ".join(f"{title.lower()} {count}" for title, count in counts if count)
    return f"{number} {'difference' if number == 1 else 'differences'}: {parts}.{left_out}"


def page(comparison: Comparison) -> str:
    """One HTML page that needs nothing from elsewhere, with room for two names."""
    body = "\n".join(_parts(comparison))
    return (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>What differs</title><style>{_STYLE}</style></head>\n"
        f"<body>\n<h1>What differs</h1>\n{body}\n</body>\n</html>\n"
    )


def _parts(comparison: Comparison) -> Iterator[str]:
    yield "<dl>"
    for name, words in _sides(comparison):
        yield f"<dt><b>{name}</b></dt><dd>{_text(words)}</dd>"
    yield "</dl>"
    if not comparison.languages_compared:
        yield f"<p>{_text(_NO_LANGUAGES)}</p>"
    yield f"<p>{_text(in_short(comparison))}</p>"
    for kind, title in CLASSES.items():
        differences = comparison.of(kind)
        if differences:
            yield f"<h2>{_text(title)} ({len(differences)})</h2>"
        for each in differences:
            yield (
                f"<table><caption>{_text(each.where + _strength(each))}</caption>"
                "<tr><th scope=col>Before</th><th scope=col>Now</th></tr>"
                f"<tr><td>{_cell(each.before)}</td><td>{_cell(each.after)}</td></tr>"
                f"{_rows_of_whom(each, comparison)}</table>"
            )
    yield "<p>Read by ______________________ Date ____________</p>" * 2


def _rows_of_whom(each: Difference, comparison: Comparison) -> str:
    return "".join(
        f"<tr><td colspan=2 class=who>{_text(label.capitalize())}: {_text(words)}</td></tr>"
        for label, words in _whom(each, comparison)
    )


def _cell(values: tuple[str, ...]) -> str:
    return "<br>".join(map(_text, values)) or f"<i>{_NONE}</i>"


def _text(words: str) -> str:
    return escape(words, quote=False)


def _sides(comparison: Comparison) -> Iterator[tuple[str, str]]:
    names = ("Before", comparison.old), ("Now", comparison.new)
    numbers = zip(comparison.conversations, comparison.rules, strict=True)
    for (label, name), (conversations, rules) in zip(names, numbers, strict=True):
        counted = f"{conversations:,} conversations, " if conversations is not None else ""
        yield label, f"{name} ({counted}{rules} rules)"


def _strength(each: Difference) -> str:
    return f" (the rule is {each.strength})" if each.strength else ""


def _whom(each: Difference, comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Whom it touches, how many conversations that is, and the shortest that shows it."""
    if each.people:
        number = each.conversations
        total = max((count for count in comparison.conversations if count is not None), default=0)
        counted = f" ({number:,} of {total:,} conversations)" if number is not None else ""
        yield "who", "; ".join(each.people) + counted
    elif each.conversations is not None:
        yield "who", "nobody, as no conversation comes there"
    if each.in_words:
        yield "answers", " > ".join(f'"{words}"' for words in each.in_words)
