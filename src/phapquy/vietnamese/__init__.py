"""The Vietnamese language: spelling, tokens, segmentation, missing diacritics, abbreviations."""
