"""The desk of the administrator in the web assistant: add documents from files, remove added ones.

Off unless ``admin_password`` is set. It is a page of its own, apart from Gradio, so that the public page stays without
any way to send a file.
"""
