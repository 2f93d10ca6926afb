"""The words of English that say who somebody is: child, friend, pupil, neighbour (persons.py)."""

FIRST_PERSON = frozenset(
    {"i", "im", "iam", "ive", "id", "ill", "me", "my", "mine", "myself", "we", "us"}
)
FIRST_PERSON |= {"our", "ours", "weve"}
AT_HOME = frozenset({"mum", "mam", "mom", "mummy", "mommy", "dad", "daddy", "mums", "dads"})
"""Whom only their own child calls so, where no "her" or "his" stands before."""
WHOSE = frozenset({"her", "his", "their", "hers", "the", "a", "an", "another", "whose", "friends"})
MINE = frozenset({"my", "our", "ma"})
OBJECT = frozenset({"me", "myself", "us"})

MY_CHILD = frozenset(
    {
        *("son", "sons", "daughter", "daughters", "child", "childs", "children", "kid", "kids"),
        *("toddler", "teen", "teenager", "stepson", "stepdaughter", "grandson", "granddaughter"),
        *("grandchild", "grandchildren", "eldest", "youngest", "twins", "lass", "ds", "dd"),
        *("stepchild", "grandkids", "kiddo", "childrens", "grandsons", "granddaughters"),
    }
)
ONE_CHILD = frozenset(
    {
        *("son", "sons", "daughter", "daughters", "stepson", "stepdaughter", "grandson"),
        *("granddaughter", "stepsons", "stepdaughters", "grandsons", "granddaughters"),
    }
)
"""Whom nobody under age has."""
MY_CHILD |= ONE_CHILD
OLD = frozenset({"old", "olds", "yo", "yrold", "yearold"})
OF_AGE = frozenset({"year", "years", "yr", "yrs", "month", "months"})
MY_YOUNG = frozenset({"girl", "boy", "baby", "girls", "boys", "lad", "lads"})
"""Said of a child, and of a partner or a friend as well."""
NUMBER_WORDS = frozenset(
    {
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
        *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    }
)
BETWEEN = NUMBER_WORDS | frozenset(
    {
        *("little", "own", "both", "foster", "step", "adopted", "eldest", "young", "autistic"),
        *("youngest", "older", "younger", "middle", "teenage", "oldest", "poor", "year", "yr"),
        *("nearly", "almost", "just", "turned", "dear", "best", "close", "good", "big", "baby"),
        *("kid", "twin", "half", "other", "wee", "disabled", "deaf", "trans", "years", "yrs"),
        *("month", "months", "team", "great"),
    }
)
"""Words that stand between "my" and whom it is about."""
BESIDE_A_RELATION = frozenset(
    {
        *("best", "little", "big", "older", "younger", "step", "half", "foster", "twin", "baby"),
        *("wee", "good", "close", "adopted", "teenage"),
    }
)
"""Words before a relation whose "my" is left out: "best friend sent me a note"."""
SIBLING = frozenset(
    {
        *("brother", "sister", "brothers", "sisters", "cousin", "cousins", "stepbrother", "bro"),
        *("stepsister", "sis", "bruv", "cuz"),
    }
)
MATE = frozenset(
    {
        *("friend", "freind", "frend", "frnd", "mate", "m8", "bestie", "bff", "besty", "bsf"),
        *("pal", "bestfriend", "friends", "mates", "besties", "teammate", "classmate"),
        *("butty", "marra", "mucker", "bezzie", "bezzy", "homie"),
    }
)
PARTNER = frozenset({"gf", "girlfriend", "bf", "boyfriend"})
CHILDREN = frozenset(
    {
        *("child", "children", "kid", "kids", "toddler", "pupil", "pupils", "student", "students"),
        *("schoolchildren", "youngsters", "bairns", "underage", "neighbour", "stranger"),
        *("childrens", "baby", "teenager", "teenagers", "minor", "minors", "husbands"),
        *("stepdaughter", "stepson", "stepkids", "grandchild", "grandkids"),
    }
)
"""Whom a grown-up may be telling of: who speaks is not said then."""
PUPIL = frozenset({"pupil", "pupils", "student", "students"})
THEIR_CHILD = frozenset({"son", "daughter", "child", "kid", "kids", "children", "girl", "boy"})
THEIR_CHILD |= {"sons", "daughters", "baby", "toddler", "childs", "lad", "girls", "boys"}
NO_PUPIL = frozenset(
    {
        *("finance", "loan", "loans", "bank", "account", "council", "councillor", "discount"),
        *("card", "house", "halls", "union", "researcher", "teacher", "exemption", "flat", "visa"),
        *("uni", "university", "exchange", "im", "art", "drama", "rep", "of", "support"),
    }
)
"""Words beside "student" where it is no child that somebody teaches."""
MATES_OWN = frozenset({"friends", "mates", "colleagues", "freinds"})
SIBLINGS_OWN = frozenset({"brothers", "sisters", "partners", "lodgers"})
HOUSEHOLD = frozenset(
    {
        *("flatmate", "partner", "lodger", "tenant", "boss", "landlord", "colleague", "husband"),
        *("wife", "housemate", "customer"),
    }
)
"""Whom a grown-up lives or works with, and tells of where they are worried about children."""
AT_CHILDREN = frozenset(
    {
        *("children", "child", "kids", "underage", "decoy", "images", "indecent", "teens", "girls"),
        *("boys", "schoolgirls", "toddler", "toddlers", "stepdaughter", "stepson"),
    }
)
LADS = frozenset({"lad", "lads"})
KIN = frozenset({"niece", "nephew", "godson", "goddaughter", "godchild", "nephews", "nieces"})
NEIGHBOUR = frozenset({"neighbour", "neighbours", "neighbor", "neighbors"})

GROWN = (
    *("im an adult", "i am an adult", "im a grown man", "im a grown woman", "i am a grown man"),
    *("i am a grown woman", "im a grown up", "im over 18", "i am over 18", "my husband"),
    *("my wife", "my ex husband", "my ex wife", "when i was a child", "as a child"),
    *("my childhood", "adult survivor", "i am a grown up", "im a woman", "im a man"),
    *("i am a man", "i am a woman", "as an adult", "my exhusband", "my exwife"),
    *("my husbands", "my wifes", "my partners laptop", "my partners phone", "my partners computer"),
)
KNOWN = tuple(
    f"{whom} i {knows}"
    for whom in ("girl", "boy", "lad", "kid", "someone", "somebody")
    for knows in ("know", "knows", "no")
)
"""Somebody whom a friend, a parent or a neighbour may speak of so."""
YOUNG_ONES = (
    *(
        f"{young} {whom}"
        for young in ("young", "little", "small")
        for whom in ("girls", "boys", "kids")
    ),
    *("young children", "little ones", "the little one", "young kid", "the little girl"),
    *("the little boy", "a young girl", "a young boy", "a young lad"),
)
"""Whom a grown-up speaks of so; a child does now and then, so who speaks is asked."""
SUBJECTS = frozenset({"girl", "boy", "girls", "boys", "lad", "lads", "ones"})
"""Whom a line may tell of in which nobody says "I"."""
PLACES = frozenset(
    {
        *("class", "year", "yr", "form", "school", "skool", "team", "club", "street", "road"),
        *("church", "mosque", "work", "college", "area", "town", "estate", "group", "age", "set"),
        *("bus", "course", "tutor", "squad", "band", "hall", "halls", "accommodation"),
    }
)
SHARED_PLACES = frozenset({"school", "skool", "club", "church", "mosque", "college", "team"})
"""Ours, said by whoever learns there and by whoever works there."""
FROM_A_PLACE = ("girl", "boy", "lad", "kid", "person", "someone", "somebody", "guy", "sum1", "gurl")
THIRD = frozenset({"he", "hes", "him", "his", "she", "shes", "her", "they", "theyre", "them"})
OTHERS = (
    THIRD
    | AT_HOME
    | MATE
    | SIBLING
    | PARTNER
    | CHILDREN
    | frozenset(
        {
            *("with", "who", "man", "men", "guy", "guys", "bloke", "woman", "lady", "boy", "boys"),
            *("girl", "girls", "lad", "lads", "someone", "somebody", "uncle", "stepdad", "grandad"),
            *("teacher", "coach", "people", "person", "boyfriend", "ex", "dude", "stepmum", "nan"),
            *(
                "family",
                "parents",
                "husband",
                "wife",
                "partner",
                "gang",
                "father",
                "mother",
                "aunt",
            ),
            *("babysitter", "carer", "neighbour", "stranger", "everyone", "everybody", "you", "u"),
        }
    )
)
"""By whose hand something may be done, the speaker left out."""
OURS = frozenset({"our", "ours"})
"""Said by whoever is one of several: a pupil, a parent, a neighbour."""
SUBJECTS_TAUGHT = frozenset(
    {
        *("science", "maths", "english", "art", "pe", "drama", "music", "history", "french"),
        *("geography", "dance", "football", "netball", "swimming", "rugby", "spanish"),
    }
)
HIS_ELDERS = frozenset(
    {
        *("mum", "mums", "mam", "dad", "dads", "stepdad", "stepdads", "stepmum", "parents"),
        *("boyfriend", "boyfriends", "bf", "boyf", "girlfriend", "gf", "ex", "uncle", "uncles"),
        *("auntie", "aunt", "nan", "grandad", "family", "coach", "teacher", "fella", "brother"),
        *("brothers", "sister", "cousin", "step", "carer", "partner", "husband", "man", "bloke"),
    }
)
"""Who stands near somebody: "her boyfriend", "his dad"."""
HARMED = SIBLING | frozenset(
    {
        *("girl", "girls", "boy", "boys", "kid", "kids", "child", "children", "baby", "toddler"),
        *("teacher", "someone", "somebody", "cousin", "classmate", "pupil"),
    }
)
"""Whom it may be done to."""


NOT_A_THING = frozenset(
    {
        *MY_CHILD, *MY_YOUNG, *SIBLING, *MATE, *PUPIL, *KIN, *PLACES, *AT_HOME, *OLD,
        *BETWEEN, *NEIGHBOUR, "ex", "partner", "husband", "wife", "uncle", "aunt", "auntie",
        "partners", "husbands", "wifes", "stepdad", "stepmum", "father", "mother", "grandad",
        "nan", "teacher", "coach", "step", "friends", "family", "parents", "heart", "lodger",
        "colleagues", "head", "opinion", "phone", "life", "god", "youth",
    }
)  # fmt: skip
