"""The commands of `guide` beside the conversation itself, each in a module of its own."""
