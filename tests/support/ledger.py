"""Small flows whose sources are laid out as people lay them out, and a filled-in form."""

FLOWS = """\
# A comment at the top.
flow: start
reader: adult
start: ask
steps:
  ask:
    ask: Do you want to talk?
    options:
      yes: {say: "Yes", to: talk}
endings:
  talk:
    urgency: talk
    title: Talk to {line_name}
    before:
      - {say: They listen to you., source: page}
      - You can say what you like.
    contacts: [line, other]
    sources: [page]
contacts:
  line:
    name: The Line
    phone: 0800 000 0000
    role: child-helpline
    sources: [page]
    evidence: {phone: numbers}
    review-by: 2027-02-01
  other: {name: Somebody else, sources: [page], review-by: 2027-02-01}
help: [line]

sources:
  # What they say of themselves.
  page:
    document: "Their page: who they are"   # as it stands there
    publisher: The Line
    link: https://line.example.org/about

    review-by: 2027-02-01  # spread
    note: Read in a stored copy.

  # --- numbers
  numbers:
    document: A directory
    review-by: 2026-11-01
rules:
  other-is-there: {rule: Somebody else is always shown., because: page, always: [other]}
"""

FOUND = """\
page:
  on: 2026-11-26
  by: A. Reader, safeguarding lead
  page: https://line.example.org/about
  said: 'They listen. "Free", day & night: #1'
numbers:
  on:    # the day you looked
  by:
  page: ""
  said:
"""
