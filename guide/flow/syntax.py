"""What libyaml says of broken YAML, in words for people who do not know YAML."""

from typing import Any, NamedTuple

from guide.flow.slips import slip_in


class _Meaning(NamedTuple):
    problem: str
    context: str
    at_context: bool
    """Whether the fault is where the thing began, not where the parser stumbled."""
    what: str
    what_to_do: str


_QUOTES = "Put the text in quotes."

# The first that fits counts. Each is a fault in tests/broken/.
_MEANINGS = tuple(
    _Meaning(*meaning)
    for meaning in (
        (
            "unexpected end of stream",
            "quoted scalar",
            True,
            "A quote is opened here and never closed.",
            "Close it with the same quote.",
        ),
        (
            "document indicator",
            "quoted scalar",
            True,
            "A quote is opened here and not closed before the line `---` or `...`.",
            "Close it with the same quote.",
        ),
        ("", "a tag", False, "A text cannot start with !.", _QUOTES),
        ("tag handle", "", False, "A text cannot start with !.", _QUOTES),
        ("", "an alias", False, "A text cannot start with *.", _QUOTES),
        ("", "an anchor", False, "A text cannot start with &.", _QUOTES),
        ("", "directive", False, "A line cannot start with %.", "Delete the line."),
        ("directive", "", False, "A line cannot start with %.", "Delete the line."),
        ("incompatible YAML", "", False, "A line cannot start with %.", "Delete the line."),
        (
            "cannot start any token",
            "",
            False,
            "A text cannot start with {character}.",
            _QUOTES,
        ),
        (
            "mapping values are not allowed",
            "",
            False,
            "The `:` on this line does not fit what stands above.",
            "Put a text that holds `: ` in quotes, or mend the spaces or the `:` before it.",
        ),
        (
            "expected ':'",
            "",
            True,
            "There is no `:` after this name.",
            "Write `name: value`, or indent a line that goes on with the text above.",
        ),
        (
            "block sequence entries are not allowed",
            "",
            False,
            "A list with `-` cannot start on this line.",
            "Start a new line for each `-`.",
        ),
        (
            "mapping keys are not allowed",
            "",
            False,
            "A text cannot start with `?`.",
            _QUOTES,
        ),
        (
            "expected '-' indicator",
            "",
            False,
            "This line does not line up with the list above.",
            "Start it with `-`, or mend its spaces at the start.",
        ),
        (
            "expected key",
            "",
            False,
            "This line does not fit what stands above.",
            "Mend its spaces at the start, or the quotes before it.",
        ),
        (
            "expected ',' or ']'",
            "",
            True,
            "A `[` is opened here, and what follows does not fit or it is not closed.",
            "Separate with `,` and close with `]`.",
        ),
        (
            "expected ',' or '}'",
            "",
            True,
            "A `{` is opened here, and what follows does not fit or it is not closed.",
            "Separate with `,` and close with `}`.",
        ),
        (
            "expected node content",
            "",
            False,
            "A text cannot start with {character}.",
            "Delete it, or put the text in quotes.",
        ),
        (
            "document start",
            "",
            False,
            "This line does not fit what stands above.",
            "Mend its spaces at the start, or the quotes and brackets before it.",
        ),
        (
            "",
            "block scalar",
            False,
            "After `>` or `|` the words start on the next line.",
            "Start a new line, indented.",
        ),
        (
            "",
            "quoted scalar",
            False,
            "In double quotes a \\ has a meaning of its own.",
            "Write \\\\, or use single quotes.",
        ),
    )
)


def explain_yaml_error(error: Any, text: str) -> tuple[int, str, str]:
    """The line, the fault and the way out for a `yaml.MarkedYAMLError` in a text."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    if slip := slip_in(text, _line(mark, text)):
        return slip
    for meaning in _MEANINGS:
        if meaning.problem in problem and meaning.context in context:
            what = meaning.what.replace("{character}", text[mark.index : mark.index + 1])
            if meaning.at_context and error.context_mark:
                mark = error.context_mark
            return _line(mark, text), what, meaning.what_to_do
    return (
        _line(mark, text),
        f"This is not YAML: {(problem or context or 'it cannot be read').rstrip('.')}.",
        "Check the quotes, colons and spaces on this line and the one above.",
    )


def _line(mark: Any, text: str) -> int:
    """A line of the file: an end that is missed is noticed one line after the last."""
    last = text.count("\n") + (not text.endswith("\n"))
    return max(1, min(mark.line + 1, last)) if mark else 1
