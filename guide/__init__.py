"""Should I report? A guide that asks a few short questions and says where to turn."""

import sys

VERSION = "0.1.0"

# A young person's session leaves no file behind, not even Python's own bytecode cache.
sys.dont_write_bytecode = True
