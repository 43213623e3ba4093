"""What officers think of the answers: kept on this machine, without personal data, exportable as evaluation cases."""

from __future__ import annotations

from phapquy.app.feedback.record import Judgement, Verdict, judgement_of
from phapquy.app.feedback.store import FeedbackStore

__all__ = ["FeedbackStore", "Judgement", "Verdict", "judgement_of"]
