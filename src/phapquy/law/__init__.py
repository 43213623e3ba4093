"""The domain: documents, provisions, references, validity, holders of power. Pure Python, no I/O."""
