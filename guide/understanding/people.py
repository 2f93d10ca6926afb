"""The words of English that say who somebody is: child, friend, pupil, neighbour (persons.py)."""

from guide.understanding.typed import BREAK

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
OLD = frozenset({"old", "olds", "yo", "yrold", "yearold"})
MY_YOUNG = frozenset({"girl", "boy", "baby", "girls", "boys", "lad", "lads"})
"""Said of a child, and of a partner or a friend as well."""
BETWEEN = frozenset(
    {
        *("little", "own", "two", "three", "both", "foster", "step", "adopted", "eldest", "young"),
        *("youngest", "older", "younger", "middle", "teenage", "oldest", "poor", "year", "yr"),
        *("nearly", "almost", "just", "turned", "six", "seven", "eight", "nine", "ten", "eleven"),
        *(
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "yr",
            "five",
            "four",
        ),
        *("dear", "best", "close", "good", "big", "baby", "kid", "twin", "half", "other", "wee"),
    }
)
"""Words that stand between "my" and whom it is about."""
SIBLING = frozenset(
    {
        *("brother", "sister", "brothers", "sisters", "cousin", "cousins", "stepbrother", "bro"),
        *("stepsister", "sis", "bruv", "cuz"),
    }
)
MATE = frozenset(
    {
        *("friend", "freind", "frend", "frnd", "mate", "m8", "bestie", "bff", "besty", "bsf"),
        *("pal", "bestfriend", "friends", "mates", "besties"),
    }
)
PARTNER = frozenset({"gf", "girlfriend", "bf", "boyfriend"})
SAYS = frozenset({"says", "said", "threatens", "threatened", "tells", "told"})
SEVERAL = frozenset({"are", "have", "all", "keep", "were", "dont", "left", "hate", "think", "and"})
"""What follows friends who are many, where it would follow no "friend's"."""
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
KIN = frozenset({"niece", "nephew", "godson", "goddaughter", "godchild", "nephews", "nieces"})
NEIGHBOUR = frozenset({"neighbour", "neighbours", "neighbor", "neighbors"})

GROWN = (
    *("im an adult", "i am an adult", "im a grown man", "im a grown woman", "i am a grown man"),
    *("i am a grown woman", "im a grown up", "im over 18", "i am over 18", "my husband"),
    *("my wife", "my fiance", "my ex husband", "my ex wife", "when i was a child", "as a child"),
    *("my childhood", "adult survivor", "i am a grown up", "im a woman", "im a man"),
    *("i am a man", "i am a woman", "as an adult", "my grown up", "my exhusband", "my exwife"),
    *("my husbands", "my wifes", "my partners laptop", "my partners phone", "my partners computer"),
)
FOR_SOMEBODY = tuple(
    f"{asks} {whom}"
    for asks in (
        "can i do for",
        "should i do for",
        "i help",
        "to help",
        "worried about",
        "fear for",
    )
    for whom in ("her", "him", "them")
)
ALWAYS = frozenset({"has", "looks", "smells", "cries", "sits", "wears", "seems"})
"""What is always so of whom something happens to."""
KNOWN = ("girl i know", "boy i know", "lad i know", "someone i know", "somebody i know")
"""Somebody whom a friend, a parent or a neighbour may speak of so."""
GONE_SILENT = (
    *("not answering", "wont answer", "isnt answering", "not picking up", "said goodbye"),
    *("says goodbye", "saying goodbye", "last text", "last message", "his phone is off"),
    *("her phone is off", "hasnt come home", "not come home"),
)
"""Lines about somebody who is named by "he" or "she" alone: who they are is not said."""
SHOWN = frozenset(
    {
        *("cuts", "scars", "marks", "bruises", "wrists", "arms", "arm", "legs", "messages"),
        *("msgs", "texts", "chats", "burns", "bruise", "phone"),
    }
)
"""What somebody shows to whom they trust: it happened to them."""
YOUNG_ONES = (
    *(
        f"{young} {whom}"
        for young in ("young", "little", "small")
        for whom in ("girls", "boys", "kids")
    ),
    *("young children", "little ones", "the little one", "young kid"),
)
"""Whom a grown-up speaks of so; a child does now and then, so who speaks is asked."""
SUBJECTS = frozenset({"girl", "boy", "girls", "boys", "lad", "lads", "ones"})
"""Whom a line may tell of in which nobody says "I"."""
FOR_A_FRIEND = ("asking for a friend", "its for a friend", "about a friend", "its about my friend")
HARMLESS = (
    *("told me about", "told me that", "told me she", "told me he", "told me her", "told me his"),
    *(
        "told me they",
        "tells me she",
        "tells me he",
        "confided in me",
        "shown me",
        "showed me",
        "came to me",
        "not me",
    ),
    *("showed me the", "showed me her", "showed me his", "scares me", "worries me", "upsets me"),
    *("makes me sad", "makes me worried", "let me help", "help me help", "rang me", "told me"),
    *("says to me she", "said to me", "opened up to me", "disclosed to me", "bothers me"),
    *(
        "near us",
        "by us",
        "next to us",
        "made me promise",
        "me to promise",
        "next to mine",
        "worrying me",
        "scaring me",
        "breaks my heart",
        "what do i",
        "tell me what",
        "made me swear",
        "makes me swear",
        "makes me promise",
        "begged me not",
        "asked me not",
        "wont tell me",
        "took me to",
        "led me to",
        "put my finger on",
        "come to tell me",
        "came to tell me",
        "texting me for help",
        "texted me goodbye",
        "texted me saying",
        "texted me to say",
        "messaged me goodbye",
        "messaged me saying",
        "messaged me to say",
        "sent me a goodbye",
        "said goodbye to me",
        "let her see us",
        "let him see us",
        "told us",
        "tells us",
        "told our",
        "make me promise",
        "told me at",
    ),
)
"""What is done to the speaker, and is not what is the matter."""
PLACES = frozenset(
    {
        *("class", "year", "yr", "form", "school", "skool", "team", "club", "street", "road"),
        *("church", "mosque", "work", "college", "area", "town", "estate", "group", "age", "set"),
    }
)
SHARED_PLACES = frozenset({"school", "skool", "club", "church", "mosque", "college", "team"})
"""Ours, said by whoever learns there and by whoever works there."""
FROM_A_PLACE = ("girl", "boy", "lad", "kid", "person", "someone", "somebody", "guy", "sum1", "gurl")
SUFFERS = frozenset(
    {
        *("is", "was", "gets", "got", "has", "hasnt", "isnt", "keeps", "feels", "wants", "cant"),
        *("cuts", "selfharms", "self", "hurts", "thinks", "had", "sent", "met", "just", "might"),
        *("been", "being", "never", "goes", "went", "lives", "needs", "doesnt", "says", "said"),
        *("told", "tells", "tried", "are", "who", "took", "wont", "talks", "may", "came", "age"),
        *("aged", "and", "hates", "looks", "seems", "s", "also", "ran", "thats", "stopped"),
        *("hasn", "cries", "started", "whos", "shes", "hes", "theyre", "someone", "a", "still"),
        *("comes", "turns", "wears", "flinches", "hides", "begs", "refuses"),
        *("posted", "does", "did", "lost", "found", "wrote", "drinks", "smokes"),
    }
)
"""What may follow whom it happens to."""
DOES = frozenset(
    {
        *("asking", "asks", "sending", "sends", "showing", "shows", "sharing", "shares", "calling"),
        *("hitting", "touching", "following", "messaging", "texting", "saying", "bullying"),
        *("threatening", "blackmailing", "forcing", "making", "pressuring", "pushing", "trying"),
        *("spreading", "posting", "posted", "made", "nicking", "stealing", "taking", "filming"),
        *("filmed", "shared", "kissing", "grabbing", "coming", "staring", "mean", "horrible"),
    }
)
"""What somebody does who does it to another."""
TELLS = frozenset({"told", "tells", "telling"})
SEVERAL_TOLD = frozenset(
    {
        *("everyone", "everybody", "people", "evry1", "every1", "them", "mum", "all", "the"),
        *("my", "our", "dad", "lies", "on"),
    }
)
"""Who is told by somebody who does it to the speaker, rather than what happens to them."""
HARMED_SELF = frozenset(
    {"herself", "himself", "themself", "themselves", "hurt", "being", "getting", "goodbye"}
)
BEFORE_A_SUBJECT = frozenset(
    {
        *(BREAK, "and", "but", "so", "because", "cos", "when", "if", "that", "think", "thinks"),
        *("know", "hi", "hey", "n", "hello", "then", "now", "says", "said", "pls", "please"),
        *("worried", "scared", "its", "is", "today", "yesterday", "basically", "ok", "how", "as"),
    }
)
NOT_TO_WHOM = frozenset(
    {
        *("with", "from", "by", "of", "like", "than", "at", "told", "tell", "asked", "ask", "me"),
        *("sent", "send", "showed", "show", "told", "to", "in", "on", "without", "behind", "off"),
        *("between", "near", "shouts", "lost", "miss", "love", "hate", "or", "and", "are", "be"),
        *("b", "kissed", "kiss", "like", "fancy", "meet", "met", "see", "saw", "lost"),
    }
)
HANDED = frozenset({"told", "asked", "sent", "showed", "sends", "asks", "tells", "shows"})
"""What is done to a friend by another, and by "I" is only how the speaker lives."""
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
CARES_FOR = frozenset(
    {"put", "puts", "feed", "feeding", "mind", "minding", "babysit", "bath", "wash"}
)
"""What the speaker does for a little brother or a sister of theirs."""
BULLIES = frozenset(
    {
        *("bullying", "bully", "bullies", "teasing", "tease", "hitting", "hit", "hurting", "on"),
        *("beating", "kicking", "punching", "filming", "following", "excluding", "to"),
    }
)
"""What is done to whom comes right after: "picking on this boy", "being mean to a girl"."""
OURS = frozenset({"our", "ours"})
"""Said by whoever is one of several: a pupil, a parent, a neighbour."""
NAMED_FIRST = frozenset({"about", "for"})
DEEDS = frozenset(
    {
        *("touched", "touches", "hurt", "hurts", "hit", "hits", "kissed", "kisses", "groped"),
        *("raped", "forced", "forces", "made", "makes", "filmed", "films", "posted", "posts"),
        *("shared", "shares", "showed", "shows", "sent", "sends", "bullies", "bullied", "beat"),
        *("beats", "flashed"),
    }
)
"""What somebody does to another, as it stands right after who does it."""
DOERS = frozenset({"i", "ive", "we", "weve"})
BESIDE_A_DEED = frozenset(
    {
        *("also", "just", "once", "really", "always", "sometimes", "kind", "sort", "of"),
        *("have", "had", "never", "only", "even", "actually", "accidentally", "maybe", "and"),
    }
)
"""What may stand between the speaker and what they did."""
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
        "stepdad", "stepmum", "father", "mother", "grandad", "nan", "teacher", "coach", "step",
        "friends", "family", "parents", "heart", "head", "opinion", "phone", "life", "god",
    }
)  # fmt: skip
