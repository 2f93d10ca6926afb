"""Who a contact is: its name, its numbers, its links and what the program knows of them agree."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from guide.check.finding import Finding
from guide.check.floor import UNKNOWN_SERVICE, links, names, numbers
from guide.check.floor.services import PUBLIC, Service, by_number
from guide.flow.model import Contact, Library

KNOWN_SERVICE, BAD_NUMBER, BAD_LINK = "known-service", "bad-number", "bad-link"

CORE = ("999", "Childline", "CEOP Safety Centre")
"""Those whose every way must be shown: a child may have no other."""
_FREE_MAIL = re.compile(
    r"@(?:g(?:oogle)?mail|hotmail|outlook|live|yahoo|icloud|aol|proton(?:mail)?|gmx|mail)\."
)
_EMAIL = re.compile(r"[\w.+-]+@((?:[a-z0-9-]+\.)+[a-z]{2,})", re.IGNORECASE)


class Fault(NamedTuple):
    """What is wrong with a contact, and what to do; a warning where somebody may vouch for it."""

    code: str
    what: str
    what_to_do: str
    is_warning: bool = False


def contact_identity(library: Library) -> Iterator[Finding]:
    """A finding for each contact that is not who it says, or cannot be who it says."""
    for contact in library.contacts.values():
        yield from identity_findings(contact)


def identity_findings(contact: Contact, *, is_local: bool = False) -> Iterator[Finding]:
    """What is wrong with one contact; `is_local` for a place's own people, whom nobody knows."""
    for fault in _faults(contact, is_local=is_local):
        severity = "warning" if fault.is_warning else "error"
        what = f'Contact "{contact.id}": {fault.what}.'
        yield Finding(fault.code, severity, contact.place, what, fault.what_to_do)  # type: ignore[arg-type]


def service_of(contact: Contact) -> Service | None:
    """The service that a contact claims to be, by any of its names."""
    claims = (names.claimed(variant.text.source) for variant in contact.name)
    return next((service for service in claims if service is not None), None)


def _faults(contact: Contact, *, is_local: bool) -> Iterator[Fault]:
    service = service_of(contact)
    if service is not None:
        yield from _of_name(contact, service)
        yield from _of_lost_ways(contact, service)
    for way in ("phone", "text"):
        if value := contact.value(way):
            yield from _of_number(contact, service, way, value)
    if contact.link:
        yield from _of_link(contact, service)
    if contact.email:
        yield from _of_email(contact, service)
    if service is None and not is_local and _needs_vouching(contact):
        what = (
            f"the program does not know {_name(contact)}, so nothing shows that its ways are right"
        )
        advice = "Call it and open it yourself, then vouch for it in waivers.yaml."
        yield Fault(UNKNOWN_SERVICE, what, advice, is_warning=True)


def _name(contact: Contact) -> str:
    return f'"{contact.name[-1].text.source}"' if contact.name else f'"{contact.id}"'


def _of_name(contact: Contact, service: Service) -> Iterator[Fault]:
    for variant in contact.name:
        name = variant.text.source
        if names.claimed(name) is not None and names.named(name) is None:
            advice = f'Call it "{service.names[0]}", or by a name that nobody takes for it.'
            yield Fault(KNOWN_SERVICE, f'"{name}" can be taken for {service.names[0]}', advice)


def _of_lost_ways(contact: Contact, service: Service) -> Iterator[Fault]:
    has_any = contact.phone or contact.text or contact.link or contact.email
    is_core = service.names[0] in CORE
    for wanted, has, what in (
        (service.phones, contact.phone, "phone"),
        (service.hosts, contact.link, "link"),
    ):
        # Of those at the core their phone, or where they have none their link; of others anything.
        is_needed = is_core and (what == "phone" or not service.phones)
        if wanted and not has and (is_needed or (what == "phone" and not has_any)):
            yield Fault(
                KNOWN_SERVICE,
                f"{service.names[0]} has lost its {what}",
                f"Its {what} is {wanted[0]}.",
            )


def _of_number(contact: Contact, service: Service | None, way: str, value: str) -> Iterator[Fault]:
    digits = numbers.digits_of(value)
    if service is not None:
        own = service.phones if way == "phone" else service.texts
        if digits not in own:
            known = f"Its own is {' or '.join(own)}." if own else f"Take its `{way}` away."
            yield Fault(KNOWN_SERVICE, f'"{value}" is no {way} of {service.names[0]}', known)
        return
    if (owner := by_number().get(digits)) is not None:
        if not _shares_a_word(contact, owner):
            what = f'"{value}" is the number of {owner.names[0]}'
            yield Fault(KNOWN_SERVICE, what, "Give it that name, or its own number.")
    elif numbers.costs_extra(digits):
        what = f'"{value}" costs extra, or looks like a mobile and is none'
        yield Fault(BAD_NUMBER, what, "Give a number that is free or at the price of a local call.")
    elif (near := numbers.close_to(digits)) is not None:
        what = f'"{value}" is one slip away from the number of {near.names[0]}'
        yield Fault(BAD_NUMBER, what, "Correct the slip, or leave the number out.")
    # Up to three letters may stand in a number (ext); a word makes it something else.
    elif not numbers.is_possible(digits, by_text=way == "text") or re.search(r"[^\W\d_]{4}", value):
        what = f'"{value}" is no number of the United Kingdom'
        yield Fault(BAD_NUMBER, what, "Write it with all its digits, such as 0800 1111.")


def _shares_a_word(contact: Contact, owner: Service) -> bool:
    # Words that many names have say nothing of who is meant.
    own = set(names.skeleton(" ".join(owner.names)).split()) - {"the", "your", "local"}
    return any(own & set(names.skeleton(v.text.source).split()) for v in contact.name)


def _of_link(contact: Contact, service: Service | None) -> Iterator[Fault]:
    link, faults = contact.link, list(links.link_faults(contact.link))
    for what in faults:
        yield Fault(
            BAD_LINK, f'the link "{link}" {what}', "Give the plain https address of the service."
        )
    if faults:
        return
    host = urlsplit(link).hostname or ""
    if service is not None:
        if not any(links.leads_to(link, place) for place in service.hosts):
            what = f'"{link}" is no link of {service.names[0]}'
            own = service.hosts
            known = f"Its own is at {' or '.join(own)}." if own else "Take its `link` away."
            yield Fault(KNOWN_SERVICE, what, known)
    elif (posed := links.passes_for(host)) is not None:
        what = f'"{link}" can be taken for a link of {posed.names[0]}'
        yield Fault(BAD_LINK, what, "Give the address of the service itself.")
    elif (owner := links.service_at(link)) is not None and not _is_public(host):
        what = f'"{link}" is a link of {owner.names[0]}'
        yield Fault(KNOWN_SERVICE, what, "Give the contact that name, or its own link.")


def _is_public(host: str) -> bool:
    return any(host == place or host.endswith("." + place) for place in PUBLIC)


def _of_email(contact: Contact, service: Service | None) -> Iterator[Fault]:
    email = contact.email.casefold()
    match = _EMAIL.fullmatch(email)
    if service is not None:
        if email not in service.emails:
            own = service.emails
            known = f"Its own is {own[0]}." if own else "Take its `email` away."
            yield Fault(KNOWN_SERVICE, f'"{email}" is no address of {service.names[0]}', known)
    elif match is None or not email.isascii():
        yield Fault(
            BAD_LINK, f'"{email}" is no plain email address', "Write it like help@example.org."
        )
    elif _FREE_MAIL.search(email):
        what = f'"{email}" is an address that anybody can have'
        yield Fault(BAD_LINK, what, "Give one of the place itself, or none.")
    elif (posed := links.passes_for(match[1])) is not None:
        what = f'"{email}" can be taken for an address of {posed.names[0]}'
        yield Fault(BAD_LINK, what, "Give the address of the place itself.")


def _needs_vouching(contact: Contact) -> bool:
    """Whether somebody outside is reached: not for "an adult you trust", nor for a public page."""
    host = urlsplit(contact.link).hostname or "" if contact.link else ""
    public = contact.translate_name and _is_public(host)
    return bool(contact.phone or contact.text or contact.email or (contact.link and not public))


# -- wherever else a name, a number or a host is written

# Three words in a row at least: "one or two" is no number.
_SPELLED = re.compile(
    r"\b(?:(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|double|treble)[ ,.-]+){2,}"
    r"(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|hundred)\b",
    re.IGNORECASE,
)
_PAIRED = re.compile(
    r"(\{\w+_name\}|[A-Z][\w']+(?: [A-Z][\w']+){0,3}),? (?:on|at|by calling|by texting)?,? ?"
    r"\{(\w+)_(?:phone|text|link)\}"
)
_HOST = re.compile(
    r"(?<![\w@.])(?:[a-z0-9-]{2,}\.)+(?!(?:m|g)\b)[a-z]{2,}\b(?=/|\s|[.,;:!?)]|$)", re.IGNORECASE
)
# A letter other than a to z, I or a digit among small letters (chiIdline), a digit before them.
_ODD = re.compile(r"[^\W\d_a-zA-Z]|[a-z][I0-9][a-z]|[0-9][a-z]{3}")
_ODD_WORD = re.compile(rf"\w*(?:{_ODD.pattern})\w*")
# Few texts have one of these, and each is found in a tenth of the time of the patterns above.
# What they have is a digit, a }, a sign neither ASCII nor a curly quote, or a dot within a word.
_SIGN = re.compile(r"[^\x00-/:-|~\x7f\u2018-\u201d]|\.\w")
_CAPITAL_I = re.compile(r"[a-z]I[a-z]")
_DIGIT_WORD = re.compile(r"\b(?:oh|zero|one|nine|eight|double)\b")


def said_of_services(library: Library, text: str) -> Iterator[tuple[str, str, str]]:
    """What a text says of numbers, hosts and names that is not so: code, what, what to do."""
    if not _may_name(text):
        return
    for written, digits in numbers.numbers_in(text):
        yield from _of_written_number(written, digits)
    if match := _SPELLED.search(text):
        what = f'"{match[0]}" is a number in words'
        yield BAD_NUMBER, what, "Use a placeholder such as {childline_phone}."
    for match in _HOST.finditer(text):
        what = f'"{match[0]}" is an address in a text'
        yield BAD_LINK, what, "Use a placeholder such as {ceop_link}."
    for word in _ODD_WORD.findall(text) if _ODD.search(text) else ():
        claimed = names.claimed(word)
        if claimed is not None and names.named(word) is None:
            what = f'"{word}" is not how {claimed.names[0]} is written'
            yield KNOWN_SERVICE, what, f'Write "{claimed.names[0]}".'
    for name, of in _PAIRED.findall(text) if "}" in text else ():
        if fault := _swapped(library, name, of):
            yield KNOWN_SERVICE, fault, "Name the service whose number stands beside it."


def _may_name(text: str) -> bool:
    """Whether a number, a host, a placeholder or an odd name may stand in a text."""
    if _SIGN.search(text) or ("I" in text and _CAPITAL_I.search(text)):
        return True
    return _DIGIT_WORD.search(text) is not None


def _of_written_number(written: str, digits: str) -> Iterator[tuple[str, str, str]]:
    if numbers.costs_extra(digits):
        yield BAD_NUMBER, f'"{written}" costs extra', "Leave the number out."
    # Up to four digits may be a year or a time of day.
    elif len(digits) > 4 and (near := numbers.close_to(digits)) is not None:
        what = f'"{written}" is one slip away from the number of {near.names[0]}'
        yield BAD_NUMBER, what, "Use its placeholder."


def _swapped(library: Library, name: str, of: str) -> str:
    """How a name and the number beside it disagree; empty where they agree."""
    beside = library.contacts.get(of.replace("_", "-"))
    if beside is None or (owner := service_of(beside)) is None:
        return ""
    if name.startswith("{"):
        named_as = library.contacts.get(name[1:-1].removesuffix("_name").replace("_", "-"))
        claimed = service_of(named_as) if named_as else None
    else:
        claimed = names.claimed(name)
    if claimed is None or claimed is owner:
        return ""
    return f"{claimed.names[0]} is named beside the number or link of {owner.names[0]}"
