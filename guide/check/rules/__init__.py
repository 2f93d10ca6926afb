"""Rules that a safeguarding lead can read aloud: read from the flows, proven over every path."""
