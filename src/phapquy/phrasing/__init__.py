"""A language model that may reword an answer: built from the configuration, bounded in time, checked by ``answer``.

llama_index and its integrations are imported only when a model is built.
"""

from phapquy.phrasing.models import configured_model
from phapquy.phrasing.phraser import Phraser

__all__ = ["Phraser", "configured_model"]
