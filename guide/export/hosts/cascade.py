"""What styles declare for each element on one screen: of the rules that hold there, the strongest.

A page looks other on a phone than on a desk, so it is looked at on a few screens of its own choice:
those at whose widths its styles change.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from guide.export.hosts.dom import Element
from guide.export.hosts.matching import is_selected
from guide.export.hosts.selectors import COMMAS, SIMPLE

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DEEPEST = 20
"""Rules in one another: what is further in is not looked at."""
_NO_RULES = re.compile(
    r"@(?:-\w+-)?(?:keyframes|font-face|page|property|counter-style|supports\s+not)\b",
    re.IGNORECASE,
)
"""What holds no rule for an element; and what a browser of today is not asked."""
_ASKED = re.compile(r"@(?:media|container)\b(.*)", re.IGNORECASE | re.DOTALL)
_NEVER = re.compile(r"\s*(?:not\b(?!\s+print)|(?:only\s+)?(?:print|speech)\b)", re.IGNORECASE)
"""Paper and voices: no screen."""
_FEATURE = re.compile(r"\(([^()]*)\)")
_LIMIT = re.compile(
    r"\s*(?:(min|max)-(?:device-)?(?:width|inline-size)\s*:|width\s*([<>])=?)"
    r"\s*(\d*\.?\d+)(px|r?em)?\s*",
    re.IGNORECASE,
)
_WIDTHS = (360.0, 1280.0)
"""A phone and a desk, in pixels."""
_NARROWEST, _WIDEST = 240, 2600
"""Pixels of a screen that somebody has."""
_MOST_WIDTHS, _MOST_OTHERS = 8, 4
"""Widths, and other things that styles ask a screen for, that are looked at."""
_MOST_TRIED = 1_000_000
"""Times that a rule is held to an element: pages of schools need a tenth of it."""
_MOST_HELD = 300
"""Rules for one element, the strongest of them."""
_TOKENS = re.compile(r"#|\.|\[|:(?!:|where\b|not\b|is\b)|(?<![-\w.#:\[])[a-z][-\w]*", re.IGNORECASE)
_VARIABLE = re.compile(r"var\(\s*(--[-\w]+)\s*(?:,([^()]*))?\)")
_MOST_VARIABLES = 5
"""Names for values that stand for one another."""
_LIGHT = re.compile(r"light-dark\(([^,()]*),[^()]*\)", re.IGNORECASE)


class _Rule(NamedTuple):
    asked: tuple[str, ...]
    """What a screen is asked for, from the outermost in."""
    selector: str
    weight: tuple[int, int, int]
    declared: tuple[tuple[str, str, bool], ...]
    """Each property, its value, and whether it is marked as important."""


class _Sheets:
    """The rules of a page by what an element must have for them, and those that are for each."""

    def __init__(self, rules: Sequence[_Rule]) -> None:
        self._by_key: dict[str, list[tuple[int, _Rule]]] = defaultdict(list)
        self._for: dict[int, list[_Rule]] = {}
        self._tried = 0
        for order, rule in enumerate(rules):
            self._by_key[_key(rule.selector)].append((order, rule))

    def rules_for(self, element: Element) -> list[_Rule]:
        """The rules that are for an element on some screen, the strongest last."""
        if id(element) not in self._for:
            keys = ["*", element.tag, f"#{element.id}", *(f".{name}" for name in element.classes)]
            tried = [each for key in dict.fromkeys(keys) for each in self._by_key.get(key, ())]
            self._tried += len(tried)
            held = [
                each
                for each in (tried if self._tried < _MOST_TRIED else ())
                if is_selected(element, each[1].selector)
            ]
            held.sort(key=lambda each: (each[1].weight, each[0]))
            self._for[id(element)] = [rule for _, rule in held[-_MOST_HELD:]]
        return self._for[id(element)]


class OneScreen:
    """What styles declare where some of them hold."""

    def __init__(self, rules: Sequence[_Rule], sheets: _Sheets, met: Collection[str]) -> None:
        self._sheets = sheets
        self._met = met
        values: dict[str, set[str]] = defaultdict(set)
        for rule in filter(self._holds, rules):
            for name, value, _ in rule.declared:
                if name.startswith("--"):
                    values[name].add(value)
        self._values = {name: next(iter(each)) for name, each in values.items() if len(each) == 1}

    def _holds(self, rule: _Rule) -> bool:
        return all(each in self._met for each in rule.asked)

    def declared(self, element: Element) -> Mapping[str, str]:
        """The value of each property that is declared for an element, by name."""
        declared = [
            each
            for rule in self._sheets.rules_for(element)
            if self._holds(rule)
            for each in rule.declared
        ]
        declared += _declarations(element.attributes.get("style", ""))
        important = [each for each in declared if each[2]]
        return {name: self._valued(value) for name, value, _ in (*declared, *important)}

    def _valued(self, value: str) -> str:
        """A value with what the names in it stand for."""
        for _ in range(_MOST_VARIABLES):
            if "var(" not in value:
                break
            value = _VARIABLE.sub(lambda each: self._values.get(each[1], each[2] or ""), value)
        return _LIGHT.sub(r"\1", value)


def every_screen(page: Element) -> list[OneScreen]:
    """The screens that a page is looked at on: a phone, a desk, and those where it changes."""
    rules = _rules("".join("".join(map(str, each.inside)) + "}" for each in page.find("style")))
    asked = {each for rule in rules for each in rule.asked}
    limits = {limit for each in asked for limit in _limits(each)}
    others = sorted(each for each in asked if _is_other(each))[:_MOST_OTHERS]
    widths = sorted({*_WIDTHS, *sorted(limits)[:_MOST_WIDTHS]}, reverse=True)
    wanted = [(width, "") for width in widths]
    wanted += [(width, other) for other in others for width in _WIDTHS]
    different = {
        frozenset(each for each in asked if _is_met(each, width, other)) for width, other in wanted
    }
    sheets = _Sheets(rules)
    return [OneScreen(rules, sheets, met) for met in sorted(different, key=sorted)]


@cache
def _rules(css: str) -> list[_Rule]:
    """The rules of a style sheet that say how something looks on some screen."""
    return [
        _Rule(asked, selector.strip(), _weight(selector), declared)
        for asked, selectors, declarations in _blocks(_COMMENT.sub("", css))
        if (declared := tuple(_declarations(declarations)))
        for selector in COMMAS.split(selectors)
        if selector.strip()
    ]


def _blocks(css: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """What is asked of a screen, the selectors and the declarations of each rule."""
    opened: list[tuple[str, list[str]]] = []
    start = 0
    for brace in re.finditer(r"[{}]", css):
        text, start = css[start : brace.start()], brace.end()
        if brace[0] == "{":
            declarations, _, prelude = text.rpartition(";")
            if opened:
                opened[-1][1].append(declarations)
            opened.append((prelude.strip(), []))
        elif opened:
            prelude, declared = opened.pop()
            around = [each for each, _ in opened] if len(opened) < _DEEPEST else ["@page"]
            if prelude.startswith("@"):
                # Declarations right within `@media` are for what the rule around it is for.
                around.append(prelude)
                prelude = next((each for each in reversed(around) if not each.startswith("@")), "")
            if prelude and not any(map(_NO_RULES.match, around)):
                asked = tuple(match[1] for each in around if (match := _ASKED.match(each)))
                yield asked, prelude, ";".join([*declared, text])


def _declarations(css: str) -> Iterator[tuple[str, str, bool]]:
    for each in css.split(";"):
        name, colon, value = each.partition(":")
        if colon:
            bare = value.replace("!important", "").strip()
            yield name.strip().lower(), bare, "!important" in value


def _weight(selector: str) -> tuple[int, int, int]:
    """How strong a selector is: its ids, its classes and the like, its tags (Selectors 4, 17)."""
    tokens = _TOKENS.findall(selector)
    ids = tokens.count("#")
    classes = sum(each in ".[:" for each in tokens)
    return ids, classes, len(tokens) - ids - classes


def _key(selector: str) -> str:
    """What an element must have for a selector to be looked at: an id, a class, a tag, nothing."""
    last = re.split(r"[\s>+~](?![^(\[]*[)\]])", selector.strip())[-1]
    parts = [each for each in SIMPLE.findall(last) if each[0] not in "[:*&"]
    named = next((each for each in parts if each[0] in "#." and "\\" not in each), "")
    tag = parts[0].lower() if parts and parts[0][0] not in "#." else "*"
    return named or tag


def _is_met(asked: str, width: float, other: str) -> bool:
    """Whether a screen of a width is one that is asked for; `other` is whatever else it is."""
    return any(_is_one(query, width, asked == other) for query in asked.split(","))


def _is_one(query: str, width: float, other: bool) -> bool:
    if _NEVER.match(query):
        return False
    for feature in _FEATURE.findall(query):
        limit = _LIMIT.fullmatch(feature)
        if limit:
            least = (limit[1] or "").lower() == "min" or limit[2] == ">"
            if width < _pixels(limit) if least else width > _pixels(limit):
                return False
        elif not other:
            return False
    return True


def _is_other(asked: str) -> bool:
    """Whether a screen is asked for more than its width."""
    return not all(map(_LIMIT.fullmatch, _FEATURE.findall(asked)))


def _limits(asked: str) -> Iterator[float]:
    """The widths at which a screen begins, or ends, to be one that is asked for."""
    for feature in _FEATURE.findall(asked):
        limit = _LIMIT.fullmatch(feature)
        if limit and _NARROWEST <= (width := _pixels(limit)) <= _WIDEST:
            yield width


def _pixels(limit: re.Match[str]) -> float:
    return float(limit[3]) * (1 if (limit[4] or "px").lower() == "px" else 16)
