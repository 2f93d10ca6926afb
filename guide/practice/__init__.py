"""Practice for youth workers: made-up people, played on the live flows, so it cannot drift."""
