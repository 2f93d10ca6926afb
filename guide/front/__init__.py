"""What a person meets: each front end shows a Conversation's events and sends its choices."""
