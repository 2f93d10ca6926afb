"""The exported pages in real browsers: what is seen, what is left behind, how it is left."""
