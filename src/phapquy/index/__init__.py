"""From documents to one immutable snapshot on disk: passages, vectors, lexicon, manifest."""
