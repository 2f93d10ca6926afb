"""Who can come where, over every path at once: sets of facts, led along a library's answers."""
