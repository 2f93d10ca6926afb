"""The program's own words to the person. Each is a Text, translated like those of a flow."""

from guide.flow.model import Text, Urgency
from guide.problems import Place


def _phrase(name: str, english: str, safety: str = "") -> Text:
    return Text(f"guide.{name}", english, Place("guide/conversation/phrases.py"), safety)


TITLE = _phrase("title", "Should I report?")
GUIDE = _phrase("speaker.guide", "Guide")
YOU = _phrase("speaker.you", "You")

PROGRESS = _phrase("progress", "Question {number} of about {about}")
HELP_TITLE = _phrase("help.title", "Help you can use now")
TOPICS_TITLE = _phrase("topics.title", "What people also ask")
NEXT_TITLE = _phrase("ending.next", "What happens next")
IF_NOT_TITLE = _phrase("ending.if-not", "If you can't, or don't want to")
CARD_TITLE = _phrase("ending.card", "If it is hard to say, show someone this:")
BESIDE = _phrase("contact.beside", "or")

CALL = _phrase("way.phone", "Call {value}")
TEXT = _phrase("way.text", "Text {value}")
GO_TO = _phrase("way.link", "Go to {value}")
EMAIL = _phrase("way.email", "Email {value}")
WAYS = {"phone": CALL, "text": TEXT, "link": GO_TO, "email": EMAIL}

URGENCIES: dict[Urgency, Text] = {
    "emergency": _phrase("urgency.emergency", "Do this now", "Says to do it now."),
    "report": _phrase("urgency.report", "Do this as soon as you can"),
    "tell": _phrase("urgency.tell", "Do this today if you can"),
    "talk": _phrase("urgency.talk", "Do this when you are ready"),
}

# Words a person types to get about, in plain mode. The English ones work in every language.
BACK = _phrase("command.back", "back")
HELP = _phrase("command.help", "help")
AGAIN = _phrase("command.again", "again")
RESTART = _phrase("command.restart", "restart")
TOPICS = _phrase("command.topics", "topics")
LEAVE = _phrase("command.leave", "x")
COMMANDS = {
    "back": BACK,
    "help": HELP,
    "again": AGAIN,
    "restart": RESTART,
    "topics": TOPICS,
    "x": LEAVE,
}

PLAIN_HIDE = _phrase(
    "plain.hide",
    "To hide this, type x and press Enter. The screen clears and this stops.",
    "Says how to hide the screen quickly.",
)
PLAIN_HOW = _phrase("plain.how", "Type a number or a word. Type help for more.")
PLAIN_MORE = _phrase("plain.more", "You can also type: back, help, topics, again, restart, x.")
PLAIN_DONE = _phrase(
    "plain.done", "You can type: back, topics, again, restart, or x to clear the screen."
)
PLAIN_TOPIC_HOW = _phrase("plain.topic-how", "Type the number of one, or back.")
PLAIN_RETURN = _phrase("plain.return", "Back to where you were.")
PLAIN_FIRST = _phrase("plain.first", "This is the first question.")
PLAIN_NOT_UNDERSTOOD = _phrase(
    "plain.not-understood",
    "Sorry, I did not understand that. I am only a computer program.",
)
PLAIN_TRY = _phrase("plain.try", "Here are the answers again. Pick the one that fits best.")
PLAIN_SEVERAL = _phrase("plain.several", "That could be more than one answer.")
PLAIN_HELP_NOW = _phrase("plain.help-now", "Help:")
