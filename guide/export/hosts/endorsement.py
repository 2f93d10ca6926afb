"""Whether a page sounds as if CEOP stood behind it: its words, its name, its icon."""

import re
from collections.abc import Iterator

from guide.export.hosts.button import embedded_image
from guide.export.hosts.hosted import Broken, Hosted

_NAME = (
    r"(?:c\.?e\.?o\.?p\b|nca\b|national crime agency\b"
    r"|child exploitation (?:and|&) online protection\b)"
)
CEOP = re.compile(rf"\b{_NAME}", re.IGNORECASE)
_HOST = (
    r"(?:we|us|our|(?<!every )(?<!each )(?<!any )(?<!all )"
    r"(?:site|website|page|app|school|academy|college|primary|club|nursery|service)\b)"
)
"""What the host calls itself, or its page."""
_AGENCY = rf"(?:\w+(?:['\u2019]s)?[ -]){{0,4}}{_NAME}"
_LOOKED = (
    r"(?:(?:support|back|trust|recommend|check|review|inspect|test|fund|sponsor|assess|audit)"
    r"(?:s|ed)|(?:looked|looks) (?:at|over)|examine[sd]|screen(?:s|ed)"
    r"|recogni[sz]e[sd]|rate[sd]|runs?)"
)
_MADE = r"(?:written|made|run|built|designed|created|developed|produced|provided)"
_PRAISED = (
    r"(?:praised|commended|applauded|blessed|cleared|graded|ranked|scored|featured|signed off)"
)
_GOOD = (
    r"(?:(?:top|full|high|good|best|five|5|ten|10|gold)[ -]"
    r"(?:marks?|ratings?|scores?|stars?|grades?)"
    r"|clean bill|all[ -]clear|thumbs[ -]up|green light|go[ -]ahead|nod|badge|blessing)"
)
_OPINIONS = (
    r"(?:endors|accredit|approv|vett|certif|affiliat|sponsor|verifi|validat|kite-?mark|official)\w*",
    r"authori[sz]ed",
    r"licen[sc]ed",
    r"quality[ -](?:assured|mark)",
    r"seal",
    r"awards?",
    rf"award(?:ed|ing) (?:\w+ ){{0,3}}{_NAME}",
    rf"{_GOOD} (?:\w+ ){{0,4}}(?:by|from) {_AGENCY}",
    rf"{_NAME} (?:has |have )?(?:gives?|gave|given) (?:\w+ ){{0,5}}{_GOOD}",
    rf"(?:meet|exceed|match|pass|follow|fulfil|satisf)\w* (?:\w+ ){{0,4}}"
    rf"(?:standards?|requirements?|criteria|checks?|tests?|inspections?|audits?|rules?)"
    rf" (?:of|from|by|set (?:by|out by)) {_AGENCY}",
    r"safe (?:web)?(?:site|page|place|school|club|app)",
    r"safe for (?:\w+ )?(?:child(?:ren)?|famil(?:y|ies)|people|kids|pupils|everyone)",
    r"(?:site|page|app|club|school|service) is (?:\w+ )?safe",
    r"guarante\w+",
    r"associated with",
    r"in (?:association|conjunction|collaboration) with",
    r"partner(?:ed|ing|ships?)",
    r"(?:our|we|proud\w*|official|an?) (?:\w+ )?partners?",
    rf"work(?:s|ing)? (?:(?:closely|together|hand in hand) )*with (?:the )?{_NAME}",
    rf"(?:members?|ambassadors?|champions?|on behalf) of {_AGENCY}",
    rf"{_NAME}[ -](?:member|scheme|champion|ambassador|regist|complian|standard)\w*",
    rf"{_NAME}[ -](?:friendly|safe)\b",
    rf"(?:protected|monitored|moderated|powered|awarded|registered) by {_AGENCY}",
    rf"{_HOST} (?:is|was|are|were|(?:has|have) been) (?:\w+ )?{_MADE} (?:\w+ ){{0,3}}(?:by|with)"
    rf" {_AGENCY}",
    rf"brought to you by {_AGENCY}",
    rf"(?:page|site|website|app) is by .*{_NAME}",
    rf"{_HOST} (?:is|are|am) (?:\w+ )?(?:linked|connected|allied|tied) (?:to|with) {_AGENCY}",
    rf"{_HOST} (?:is|are) (?:a )?part of {_AGENCY}",
    rf"{_NAME} (?:\w+ ){{0,3}}(?:(?:support|back|trust|recommend|protect|monitor)s?|partners? with)"
    rf" (?:\w+ ){{0,3}}{_HOST}",
    r"[cg]h?ymeradwy\w*",
    r"(?:ph?|b)artneriaeth",
    r"achred\w*",
    r"ardyst\w*",
    rf"{_LOOKED} (?:(?:and|or) \w+ )?by {_AGENCY}",
    rf"{_PRAISED} by {_AGENCY}",
    rf"{_NAME} (?:has |have )?(?:{_PRAISED}|passed|awarded) (?:\w+ ){{0,2}}{_HOST}",
    rf"(?:ceop|nca|agency) (?:has |have )?{_LOOKED} (?:us|our|this|the (?:school|site|page))",
)
ENDORSED = re.compile(rf"\b(?:{'|'.join(_OPINIONS)})\b", re.IGNORECASE)
_OF_REPORTS = re.compile(
    rf"\b(?:reports?|{_NAME}) (?:\w+ ){{0,4}}{_LOOKED} by {_AGENCY}", re.IGNORECASE
)
"""What happens to a report, or whose part CEOP is, is no opinion of the host."""
_DENIED = re.compile(
    r"\b(not|never|no|none|nor|neither|nobody|\w+n['\u2019]t|nid|ddim|heb)\b", re.IGNORECASE
)
_BY_OTHERS = re.compile(r"\bby\b", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?\u06d4])(?<!\.\w\.)\s")
_CLAUSES = re.compile(r"[;:]|,? (?:so|because|but|which)\b", re.IGNORECASE)


def endorsed(hosted: Hosted) -> Iterator[Broken]:
    """Words that sound as if CEOP had vetted the host."""
    named = [*hosted.page.find("img"), *hosted.page.find("meta")]
    described = [(each.line, " ".join(each.attributes.values())) for each in named]
    for sentence in _SENTENCES.split(hosted.page.text()):
        if _sounds_endorsed(sentence):
            yield _line(hosted, sentence), _told(sentence)
    for line, text in described:
        if _sounds_endorsed(text):
            yield line, _told(text)


def _sounds_endorsed(sentence: str) -> bool:
    """Whether a sentence names CEOP and a good opinion of it that it does not deny first."""
    return bool(CEOP.search(sentence)) and any(
        (match := ENDORSED.search(clause))
        and not _DENIED.search(clause[: match.end()])
        and (CEOP.search(clause) or not _BY_OTHERS.search(clause))
        for clause in _CLAUSES.split(_OF_REPORTS.sub("", sentence))
    )


def _told(text: str) -> str:
    return f'It sounds as if CEOP stood behind this: "{text[:80]}".'


def _line(hosted: Hosted, sentence: str) -> int:
    """Where a sentence stands, as far as one element holds what it says."""
    return next(
        (
            element.line
            for element in hosted.page.all()
            for part in element.inside
            if isinstance(part, str) and ENDORSED.search(part) and part.strip()[:20] in sentence
        ),
        1,
    )


def named_after_ceop(hosted: Hosted) -> Iterator[Broken]:
    """A title, description or icon that names CEOP, or shows it."""
    for title in hosted.page.find("title"):
        if CEOP.search("".join(map(str, title.inside))):
            yield title.line, "The page's title names CEOP."
    for meta in hosted.page.find("meta"):
        if CEOP.search(meta.attributes.get("content", "")) and "http-equiv" not in meta.attributes:
            yield meta.line, "The page's description names CEOP."
    for script in hosted.page.find("script"):
        described = script.attributes.get("type", "").lower() == "application/ld+json"
        if described and CEOP.search("".join(map(str, script.inside))):
            yield script.line, "What the page tells machines of itself names CEOP."
    pictures = {embedded_image(button).data for button in hosted.buttons} - {b""}
    for link in hosted.page.find("link"):
        address = link.attributes.get("href", "")
        shown = embedded_image(link).data
        if "icon" in link.attributes.get("rel", "").lower() and (
            shown in pictures if shown else CEOP.search(address)
        ):
            yield link.line, "The page's icon is CEOP's."
