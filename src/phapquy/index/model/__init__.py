"""The embedding model on disk: where it comes from, how it is converted, and how its folder is checked.

Nothing here is imported to answer a question except :mod:`phapquy.index.model.manifest`, which is light.
"""
