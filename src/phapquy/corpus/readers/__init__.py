"""Readers: files in the formats official sources use, as normalised text.

``readers.pages`` reads PDF pages; ``readers.html`` the text of a web page; ``readers.llama`` gives both plain
texts and PDFs as LlamaIndex documents (and is the only module here that imports LlamaIndex).
"""
