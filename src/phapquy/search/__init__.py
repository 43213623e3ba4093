"""From a question and a snapshot to ranked provisions."""
