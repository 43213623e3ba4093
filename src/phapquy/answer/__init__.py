"""From evidence to an answer: decide, compose, verify. Nothing unverified leaves this room."""
