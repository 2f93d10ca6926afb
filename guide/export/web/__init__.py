"""A page for a browser: every state of the machine as a part of one file, with nothing to fetch."""
