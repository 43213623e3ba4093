"""Which commune and province became which: the unit history read from the resolutions, and looking names up in it.

Pure: documents are handed in, nothing is read from disk but the old districts (``districts.py``).
"""
