"""The rules for those who host the guide, or CEOP's button, proven on a page without a network.

They come from CEOP's user guide for hosts (source `user-guide-2017`): who may host the button, and
where it leads; that it is shown whole and unchanged, in a space of its own; that nothing suggests
that CEOP has vetted the host; which words stand beside it; and that an app has a text link instead.
"""
