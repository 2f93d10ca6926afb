"""What a site file does wrong: its people, its words, and the rules with the site applied."""

import re
from collections.abc import Iterable, Iterator

from guide.check.finding import Finding
from guide.check.floor.identity import KNOWN_SERVICE, identity_findings, said_of_services
from guide.check.floor.names import named
from guide.check.floor.words import harmful
from guide.check.folder import proof_for
from guide.check.lints import childline_number
from guide.check.rules.prove import violations
from guide.check.rules.read import Rule
from guide.check.rules.wording import unfit_words
from guide.check.texts import PlacedText, library_texts
from guide.flow.model import Contact, Library, Text
from guide.kiosk.site import NATION, Site
from guide.problems import Place

NOWHERE = Place("")


def site_faults(
    proven: Iterable[Rule], local: Library, site: Site, place: Place = NOWHERE
) -> Iterator[Finding]:
    """Each fault of a site, worst first; `local` is the library with the site applied.

    `proven` are the rules of the flows, and `place` is that of the site file.
    """
    if service := named(re.sub(r"^the ", "", site.name, flags=re.IGNORECASE)):
        what = f'The site is called "{site.name}", and is not {service.names[0]}.'
        yield Finding(KNOWN_SERVICE, "error", place, what, "Name the place.")
    rules = tuple(_of_a_site(rule, site) for rule in proven)
    placed = list(_texts(local, site, place))
    yield from unfit_words(rules, placed)
    yield from harmful(placed)
    yield from childline_number.check(local, "")
    for contact in site.people:
        yield from identity_findings(contact, is_local=True)
    for text in placed:
        if _is_local(text.text) and not text.is_name:
            for code, what, to_do in said_of_services(local, text.text.source):
                yield Finding(code, "error", text.text.place, f"{what}.", to_do)
    yield from violations(rules, proof_for(local, rules))


def _of_a_site(rule: Rule, site: Site) -> Rule:
    """A rule as it holds at a site."""
    # What the site tells is not asked, so a rule that it can be told has nothing to say here. And a
    # site takes nobody away: who helps in another nation says so, and stands where it stood. The
    # people of a site are more to read, which is no reason to close to a child.
    known_facts = {NATION} if site.nation else set()
    return rule._replace(
        can_say=tuple(part for part in rule.can_say if part[0] not in known_facts),
        nations_fit=() if site.nation else rule.nations_fit,
        words_in_view_at_most=0,
    )


def _texts(local: Library, site: Site, place: Place) -> Iterator[PlacedText]:
    for key, value in site._replace(fingerprint="")._asdict().items():
        for words in _strings(value):
            yield PlacedText(Text(f"site.{key}", words, place), f"the site's {key}")
    # Local names are words of the site, not names that nobody may reword.
    for text in library_texts(local):
        yield text._replace(is_name=text.is_name and not _is_local(text.text))


def _strings(value: object) -> Iterator[str]:
    """Every text of a site's own; its people are contacts and looked at as such."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and not isinstance(value, Contact):
        for part in value:
            yield from _strings(part)


def _is_local(text: Text) -> bool:
    return text.address.startswith("site.")
