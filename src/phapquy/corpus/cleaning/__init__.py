"""Cleaning: from printed lines to paragraphs, each step reporting what it changed, with a map to the source page."""
