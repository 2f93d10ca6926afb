"""What each code of the floor means, and what it looks for: `guide check --explain CODE`."""

from guide.check.floor import (
    RECORD,
    UNKNOWN_SERVICE,
    elsewhere,
    identity,
    meant,
    record,
    typed,
    waivers,
    words,
)
from guide.check.floor.harm import ADVISED
from guide.check.floor.harms import HARMS
from guide.check.floor.rules import WHAT_HOLDS
from guide.check.floor.services import SERVICES

_NEVER_EXCUSED = "This is part of the floor: it holds in every folder, and nothing excuses it."


def explained() -> dict[str, str]:
    """Every code of the floor, with what it means."""
    rules = {code: f"{what}\n\n{_NEVER_EXCUSED}" for code, what in WHAT_HOLDS.items()}
    return {
        **rules,
        words.HARMFUL: _of_words(),
        identity.KNOWN_SERVICE: _of_services(),
        identity.BAD_NUMBER: "A number that costs extra (09, 118, 070, 084, 087), that is one slip "
        "away from a known one, or that cannot be called in the United Kingdom.\n\n"
        + _NEVER_EXCUSED,
        identity.BAD_LINK: "A link that is not plain https, hides its host, or looks like "
        "another's; an address in a text; an email address that anybody can have.\n\n"
        + _NEVER_EXCUSED,
        UNKNOWN_SERVICE: "A contact that the program does not know, so nothing shows that its "
        "number is right.\n\nCall it, open its page, and vouch for it in waivers.yaml: "
        "`excuses: unknown-service`, and as `line` its id and its ways, as in the finding.",
        record.LOST: f"A line lost what {RECORD} says it holds: a placeholder, a number, a "
        '"not", a deed such as "call"; or a rule demands less.\n\nPut it back. Where somebody has '
        "decided so, `guide check --record` writes the record anew, and both stand in one change.",
        meant.CODE_FOR: "Somebody comes to an ending that is not `for:` them.\n\nLead them "
        "elsewhere, or say that it is for them too.",
        typed.BROKEN: "A sentence of words/promises.tsv is not heard as it "
        "promises.\n\nMend the words.",
        typed.PHRASE_TWICE: "A phrase stands beside two answers to one question, so it opens "
        "either.\n\nLeave it beside one.",
        elsewhere.ELSEWHERE: "A phrase tells of danger or abuse and stands beside an answer "
        "that says otherwise.\n\nPut it beside the answer that it means.",
        typed.EMPTIED: "A list that brings help at once was emptied.\n\nPut its phrases back.",
        typed.SILENCED: "A word that brings help at once stands where it says nothing, or no: in "
        "`no`, `silent`, or a language's words for not.\n\nTake it out there.",
        typed.UNHEARD: "The words people use know concerns by names that no answer here "
        "records.\n\nCall yours as they are called, where they mean the same.",
        typed.NO_WORDS: "No typed words lead to an answer.\n\nGive it `also:` phrases.",
        waivers.DEAD: "A waiver excuses nothing: its line has changed, or its day has come.\n\n"
        "Look at the line again, then write the waiver anew or delete it.",
        waivers.FAULTY: "A waiver cannot be used.\n\nEach says what it `excuses`, the `line`, "
        "`who`, `why`, and `until` which day.",
    }


def _of_words() -> str:
    lines = [
        "Words that harm a child, whoever reads them. Saying not to is fine, and so is what "
        "somebody else says.",
        "",
        "One line can be excused in waivers.yaml: its kind as `excuses`, its words as `line`.",
    ]
    for harm in (words.SHOUTING, *HARMS):
        lines += ["", f"{harm.kind}: a text that {harm.what}. {harm.what_to_do}"]
        lines += [f"  where advised: {p[1:]}" for p in harm.patterns if p.startswith(ADVISED)]
        lines += [f"  unless denied: {p}" for p in harm.patterns if not p.startswith(ADVISED)]
        lines += [f"  always: {pattern}" for pattern in harm.never]
    return "\n".join(lines)


def _of_services() -> str:
    lines = [
        "A contact, or a text, that names a service the program knows and gives it another name, "
        f"number or host. {_NEVER_EXCUSED}",
        "",
    ]
    for service in SERVICES:
        ways = ", ".join((*service.phones, *service.texts, *service.hosts, *service.emails))
        lines.append(f"  {service.names[0]}: {ways}" if ways else f"  {service.names[0]}")
    return "\n".join(lines)
