"""What on a page is said to adults: those who care for a child, where it is not said of them."""

import re

_ADULT = (
    r"(?:parents?|carers?|guardians?|mums?|dads?|mothers?|fathers?|grandparents?|teachers?|adults?"
    r"|grown-?ups?|professionals?|(?:school )?staff)"
)
_ADULTS = rf"{_ADULT}(?:(?: ?[,/&]| and| or)+ (?:other )?{_ADULT}){{0,4}}\b"
_HELP = r"(?:information|advice|help|guidance|support|notes?|tips|messages?|resources|zone|corner)"
_STARTS = r"(?:^|[.!?:] )"
_ADDRESSED = (
    # "Parents: see below", "Mums and dads, please", "Parent information"
    rf"{_STARTS}(?:dear |attention |hello )?{_ADULTS}(?:'s?)?(?: ?:| [\u2013\u2014-] |,? please\b"
    rf"|,? (?:click|see|read|look|go|use|if you|you can|you may|this is)\b| {_HELP}\b)",
    rf"{_STARTS}dear {_ADULTS}",
    # "For mums and dads", "Advice for worried parents"
    rf"(?:{_STARTS}|\b{_HELP} )(?:just |only )?for (?:(?:all|our|other|worried|concerned|the) )?"
    rf"{_ADULTS}(?! (?:and|or) (?:children|young))",
    # "Adults who worry about a child"
    rf"{_STARTS}{_ADULTS} (?:who|that) (?:are )?(?:worr(?:y|ied)|concerned)\b",
    # "If you are a parent", "As a teacher"
    rf"\b(?:if you(?: are|'re)|are you|as) an? (?:\w+ )?{_ADULT}\b",
    # Only adults are spoken to of their children.
    r"\byour (?:own )?(?:sons?|daughters?|child|children|teenagers?|teens?|kids?|grandchild(?:ren)?"
    r"|grandsons?|granddaughters?|pupils?)\b",
    # In each language that the guide's own page is written in.
    r"(?<!\byour )(?<!\btell )(?<!\bto )(?<!\bask )\bparents(?:,| and| or)? (?:and )?carers"
    r"|command of the National Crime Agency|\bprofessionals?\b"
    r"|\brh?ieni\b|gweithwyr proffesiynol|\brodzic|opiekun|батьк|опікун|والدین",
)
_TO_ADULTS = re.compile("|".join(_ADDRESSED), re.IGNORECASE | re.MULTILINE)
_OF_ADULTS = re.compile(r"parents?(?:,| and| or)? (?:and )?carers?", re.IGNORECASE)


def to_adults(blocks: str) -> bool:
    """Whether anything in a text, a line for each paragraph or heading, is said to adults."""
    return bool(_TO_ADULTS.search(blocks.replace("\u2019", "'")))


def names_adults(blocks: str) -> bool:
    """Whether a text speaks to those who care for a child, or of them."""
    return to_adults(blocks) or bool(_OF_ADULTS.search(blocks))
