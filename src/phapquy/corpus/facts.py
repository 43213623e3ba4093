"""The facts of a provision as a digest tells them: who, in which role, what, in which field, by when, how much."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from phapquy.law.holder import Level


class Part(StrEnum):
    """What an organ does in a provision, the strongest first; the names are those of ``authority.roles.Role``."""

    DECIDES = "quyết định"
    ACTS = "thực hiện"
    PROPOSES = "trình, đề nghị"
    CONSENTS = "đồng ý"
    ADVISES = "cho ý kiến"
    RECEIVES = "được giao"
    NAMED = "được nhắc đến"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OrganFact(_Strict):
    """An organ, or a kind of person, and its part in the provision."""

    name: str = Field(min_length=1)
    """With its level where the provision or what stands above it tells it: ``Hội đồng nhân dân xã``."""
    role: Part
    level: Level | None = None


class Facts(_Strict):
    """What can be counted and compared in a provision, apart from how it is told."""

    organs: tuple[OrganFact, ...] = ()
    """Every organ the provision names, and the one above that it is given to."""
    task: str = Field(default="", max_length=160)
    """The thing done or ruled on, in a few words."""
    field: str = ""
    """The field of administration, one word for all clauses of a kind."""
    deadlines: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    """Amounts with their units, as written."""
    dates: tuple[date, ...] = ()
    conditions: tuple[str, ...] = ()
    """When it applies, or when not ("trừ …"), shortly."""
    gives: tuple[str, ...] = ()
    """Powers of other provisions given by reference, as "who: places": ``Ủy ban nhân dân phường: Điều 22``."""
    prepares: tuple[str, ...] = ()
    """The places of what is prepared here and submitted to the council of the same level."""
    references: tuple[str, ...] = ()
    """Provisions it cites: ids where the corpus knows them, else the document's name."""
