"""Should I report? A guide that asks a few short questions and says where to turn."""

VERSION = "0.1.0"
