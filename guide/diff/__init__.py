"""Every difference between two folders of flows: in words, in classes, with whom each touches."""
