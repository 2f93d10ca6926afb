"""What typed words may mean. Imported only once someone types; it guesses, and moves nothing."""
