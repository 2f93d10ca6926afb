"""What contacts are there for."""

ROLES = (
    "emergency", "police", "child-helpline", "abuse-report", "trusted-adult", "crisis-line",
    "childrens-services", "safeguarding", "health", "adult-helpline", "specialist", "take-down",
    "crime-report"
)  # fmt: skip
"""What a contact is there for, of which each has one: flows/README.md says what each means."""
