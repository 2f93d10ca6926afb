"""The floor: what holds in every folder, site and language, and that no folder can lower."""

FLOOR_VERSION = 1
"""Raised with every change to what the floor demands."""
RECORD = "must-hold.tsv"
"""The file beside the flows that says what each of their lines holds."""
WAIVERS = "waivers.yaml"
"""The file beside the flows that excuses findings about words."""
PROMISES = "promises.tsv"
"""The file beside the words people use that says what sentences must, and must never, reach."""
UNDER_11 = "under-11"
"""The value of the fact `age` that means a child under 11."""
UNKNOWN_SERVICE = "unknown-service"
"""The code of a contact that the program does not know."""
