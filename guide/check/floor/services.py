"""Every service the program knows, by name, number and host: wherever one appears, they agree.

An id proves nothing, and a folder may call a contact what it likes. This table is the program's
own: a number is changed here, with a source, and nowhere else. Numbers are digits alone.
"""

from functools import cache
from typing import NamedTuple


class Service(NamedTuple):
    """A service as the world knows it; a contact that goes by its name has these ways, no other."""

    names: tuple[str, ...]
    """What a contact may be called that is this service; the first is its own."""
    phones: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    """Hosts, or where a host serves many, with the beginning of the path."""
    emails: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other words that claim to be it, wherever they stand in a name."""


# Sources: the pages named in flows/shared/sources.yaml; each operator's own page for the others.
SERVICES = (
    Service(("999", "Emergency services", "Police, ambulance or fire"), ("999",)),
    Service(
        ("Police", "The police", "Local police", "Your local police", "Police (101)", "101"),
        ("101",),
        (),
        ("police.uk", "gov.uk/contact-police", "psni.police.uk", "scotland.police.uk"),
    ),
    Service(("NHS 111", "111", "NHS 24"), ("111",), (), ("111.nhs.uk", "nhs.uk", "nhsinform.scot")),
    Service(("Childline",), ("08001111",), (), ("childline.org.uk",), (), ("childline",)),
    Service(
        ("Report Remove",),
        hosts=(
            "childline.org.uk/info-advice/bullying-abuse-safety/online-mobile-safety/report-remove",
            "childline.org.uk/remove",
        ),
        aliases=("report remove",),
    ),
    Service(
        ("CEOP Safety Centre", "CEOP", "The CEOP Safety Centre"),
        hosts=("ceop.police.uk/safety-centre", "ceop.police.uk/ceop-reporting"),
        aliases=("ceop", "nca", "national crime agency"),
    ),
    Service(
        ("NSPCC Helpline", "NSPCC"),
        ("08088005000",),
        (),
        ("nspcc.org.uk",),
        ("help@nspcc.org.uk",),
        ("nspcc",),
    ),
    Service(
        ("NSPCC FGM Helpline", "NSPCC FGM line", "FGM Helpline"),
        ("08000283550",),
        (),
        ("nspcc.org.uk",),
    ),
    Service(
        ("Internet Watch Foundation", "IWF"),
        hosts=("iwf.org.uk", "report.iwf.org.uk"),
        aliases=("internet watch foundation", "iwf"),
    ),
    Service(
        ("Report Fraud",), ("03001232040",), (), ("reportfraud.police.uk",), (), ("report fraud",)
    ),
    Service(("True Vision",), (), (), ("report-it.org.uk",), (), ("true vision",)),
    Service(("ACT Early",), ("08000113764",), (), ("actearly.uk",), (), ("act early",)),
    Service(
        ("Report Harmful Content",),
        hosts=("reportharmfulcontent.com",),
        aliases=("report harmful content",),
    ),
    Service(
        ("Meic",), ("08088023456",), ("84001",), ("meic.cymru", "meiccymru.org"), (), ("meic",)
    ),
    Service(("Shout",), (), ("85258",), ("giveusashout.org",), (), ("shout",)),
    Service(
        ("Papyrus HOPELINE247", "Papyrus", "HOPELINE247", "Papyrus Hopeline247"),
        ("08000684141",),
        ("88247",),
        ("papyrus-uk.org",),
        ("pat@papyrus-uk.org",),
        ("papyrus", "hopeline247", "hopeline"),
    ),
    Service(
        ("Samaritans",),
        ("116123",),
        (),
        ("samaritans.org",),
        ("jo@samaritans.org",),
        ("samaritans",),
    ),
    Service(("Lifeline",), ("08088088000",), (), ("lifelinehelpline.info",)),
    Service(
        ("Revenge Porn Helpline",),
        ("03456000459",),
        (),
        ("revengepornhelpline.org.uk", "swgfl.org.uk/helplines/revenge-porn-helpline"),
        ("help@revengepornhelpline.org.uk",),
        ("revenge porn helpline",),
    ),
    Service(("Stop It Now",), ("08081000900",), (), ("stopitnow.org.uk",), (), ("stop it now",)),
    Service(("Shore", "Shore Space"), (), (), ("shorespace.org.uk",)),
    Service(("NAPAC",), ("08088010331",), (), ("napac.org.uk",), (), ("napac",)),
    Service(
        ("Find the council", "Find your council"),
        (),
        (),
        ("gov.uk/report-child-abuse-to-local-council",),
    ),
    Service(("YoungMinds Parents Helpline",), ("08088025544",), (), ("youngminds.org.uk",)),
    Service(
        ("Forced Marriage Unit",),
        ("02070080151",),
        (),
        ("gov.uk/guidance/forced-marriage", "gov.uk/stop-forced-marriage"),
        ("fmu@fcdo.gov.uk",),
    ),
    Service(("Karma Nirvana",), ("08005999247",), (), ("karmanirvana.org.uk",)),
    Service(
        (
            "Scotland's Domestic Abuse and Forced Marriage Helpline",
            "Domestic Abuse and Forced Marriage Helpline",
        ),
        ("08000271234",),
        (),
        ("sdafmh.org.uk",),
    ),
    Service(
        (
            "Modern Slavery & Exploitation Helpline",
            "Modern Slavery Helpline",
            "Modern Slavery and Exploitation Helpline",
        ),
        ("08000121700",),
        (),
        ("modernslaveryhelpline.org",),
    ),
    Service(
        ("Crimestoppers",), ("0800555111",), (), ("crimestoppers-uk.org",), (), ("crimestoppers",)
    ),
    Service(("Fearless",), (), (), ("fearless.org", "crimestoppers-uk.org/fearless")),
    Service(
        (
            "Rape Crisis England & Wales",
            "Rape Crisis",
            "Rape Crisis England and Wales",
            "24/7 Rape and Sexual Abuse Support Line",
            "Rape and Sexual Abuse Support Line",
        ),
        ("08085002222",),
        (),
        ("247sexualabusesupport.org.uk", "rapecrisis.org.uk"),
    ),
    Service(("Rape Crisis Scotland",), ("08088010302",), (), ("rapecrisisscotland.org.uk",)),
    Service(("The Rowan", "Rowan"), ("08003894424",), (), ("therowan.hscni.net",)),
    Service(
        ("Domestic and Sexual Abuse Helpline", "Domestic & Sexual Abuse Helpline"),
        ("08088021414",),
        (),
        ("dsahelpline.org",),
    ),
    Service(
        ("National Domestic Abuse Helpline", "Refuge"),
        ("08082000247",),
        (),
        ("nationaldahelpline.org.uk", "refuge.org.uk"),
    ),
    Service(
        ("Live Fear Free",),
        ("08088010800",),
        (),
        ("gov.wales/live-fear-free",),
        (),
        ("live fear free",),
    ),
    Service(("Men's Advice Line",), ("08088010327",), (), ("mensadviceline.org.uk",)),
    Service(
        ("National Stalking Helpline", "Suzy Lamplugh Trust"),
        ("08088020300",),
        (),
        ("suzylamplugh.org",),
    ),
    Service(
        ("Runaway Helpline", "Missing People", "Missing People and Runaway Helpline"),
        ("116000",),
        ("116000",),
        ("runawayhelpline.org.uk", "missingpeople.org.uk"),
        (),
        ("runaway helpline", "missing people"),
    ),
    Service(
        ("Help at Hand",),
        ("08005280731",),
        (),
        ("childrenscommissioner.gov.uk",),
    ),
    Service(("Coram Voice", "Always Heard"), ("08088005792",), (), ("coramvoice.org.uk",)),
    Service(("NYAS",), ("08088081001",), (), ("nyas.net",)),
    Service(
        (
            "Beat",
            "Beat Eating Disorders",
            "Beat, Wales",
            "Beat, Scotland",
            "Beat, Northern Ireland",
            "Beat, England",
        ),
        ("08088010677", "08088010432", "08088010433", "08088010434"),
        (),
        ("beateatingdisorders.org.uk",),
    ),
    Service(("FRANK", "Talk to FRANK"), ("03001236600",), ("82111",), ("talktofrank.com",)),
    Service(("DAN 24/7",), ("08088082234",), (), ("dan247.org.uk",)),
    Service(("Nacoa",), ("08003583456",), (), ("nacoa.org.uk",), (), ("nacoa",)),
    Service(("National Gambling Helpline",), ("08088020133",), (), ("gamcare.org.uk",)),
    Service(("Cruse", "Cruse Bereavement Support"), ("08088081677",), (), ("cruse.org.uk",)),
    Service(("Winston's Wish",), ("08088020021",), (), ("winstonswish.org",)),
    Service(("Switchboard",), ("08000119100",), (), ("switchboard.lgbt",)),
    Service(("Galop",), ("08009995428",), (), ("galop.org.uk",)),
    Service(("Family Lives",), ("08088002222",), (), ("familylives.org.uk",)),
    Service(
        ("Children First Support Line", "Children First", "Parentline Scotland"),
        ("08000282233",),
        (),
        ("children1st.org.uk", "childrenfirst.org.uk"),
    ),
    Service(("reunite", "Reunite International"), ("01162556234",), (), ("reunite.org",)),
    Service(
        ("POSH", "Professionals Online Safety Helpline"),
        ("03443814772",),
        (),
        ("saferinternet.org.uk", "swgfl.org.uk"),
    ),
    Service(("Report Abuse in Education",), ("0800136663",), (), ("nspcc.org.uk",)),
    Service(("Take It Down",), (), (), ("takeitdown.ncmec.org",)),
    Service(("StopNCII", "StopNCII.org"), (), (), ("stopncii.org",)),
    Service(("ACT (report terrorism)",)),
    Service(("Relay UK",), ("18000",), (), ("relayuk.bt.com",)),
    Service(("999 BSL",), (), (), ("999bsl.co.uk",)),
    Service(
        (
            "Find a sexual assault referral centre",
            "Sexual assault referral centre",
            "A sexual assault referral centre (SARC)",
            "SARC",
            "Sexual assault referral centres",
        ),
        (),
        (),
        ("nhs.uk/service-search",),
    ),
    Service(
        ("Foreign Office", "Foreign, Commonwealth & Development Office"),
        ("02070085000",),
        (),
        ("gov.uk",),
    ),
    Service(("Macmillan",), ("08088080000",)),
    Service(("112",), ("112",)),
    Service(("Who Cares? Scotland",), (), (), ("whocaresscotland.org",)),
    Service(
        ("SARCS self-referral", "Sexual assault response coordination service"), ("08001488888",)
    ),
)

PUBLIC = (
    *("gov.uk", "nhs.uk", "police.uk", "gov.wales", "gov.scot", "nhsinform.scot", "hscni.net"),
    *("nspcc.org.uk", "swgfl.org.uk"),
)
"""Hosts of many public services: a link to one of them says nothing of who is meant."""
NO_LONGER = ("emergencysms.org.uk", "emergencysms.net", "chat.womensaid.org.uk", "therowan.net")
"""Hosts that were a service's once, and are now a stranger's, or dead."""


@cache
def by_number() -> dict[str, Service]:
    """Each number that is called or texted, with whose it is."""
    return {n: service for service in SERVICES for n in (*service.phones, *service.texts)}
