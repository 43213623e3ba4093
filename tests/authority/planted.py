"""The planted pairs: two invented statutes each, read by the powers of the real reader, judged by the real rules."""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from phapquy.authority.overlaps.candidates import candidates
from phapquy.authority.overlaps.judge import judge
from phapquy.authority.overlaps.model import Verdict
from phapquy.authority.overlaps.side import side_of
from phapquy.authority.overlaps.whole import Enricher
from phapquy.authority.powers import all_powers
from phapquy.corpus.manifest import Manifest
from phapquy.corpus.validity import ValidityTable
from phapquy.law.structure import parse

FILE = Path(__file__).with_suffix(".toml")
NAMED = {
    "trung": Verdict.TRUNG, "khong-trung": Verdict.KHONG_TRUNG, "chua-du": Verdict.CHUA_DU, "lap": Verdict.LAP,
}  # fmt: skip
STRENGTH = [Verdict.TRUNG, Verdict.LAP, Verdict.CHUA_DU, Verdict.KHONG_TRUNG]
BEGINS = date(2088, 1, 1)
SLUGS = ("luat-1-2088-qhdd", "luat-2-2088-qhdd")


@dataclass(frozen=True)
class Given:
    """What the rules made of a pair."""

    verdict: Verdict | None
    """None where no two powers were read."""
    grounds: tuple[str, ...]
    proposed: bool
    """Whether the sieve of words proposed the two powers that decide."""
    sides: tuple


def planted():
    return tomllib.loads(FILE.read_text("utf-8"))["pair"]


def entry(slug, title, start, *, end=None, kind="Luật", issuer="Quốc hội"):
    return {
        "slug": slug, "number": slug, "title": title, "short": title, "cite_as": title, "type": kind, "issuer": issuer,
        "signed": start or BEGINS, "effective": start, "expires": end, "status": "con-hieu-luc",
        "source_quality": "single-copy", "text_kind": "verbatim", "complete": True, "file": f"{slug}.txt",
        "fingerprint": "0" * 64,
    }  # fmt: skip


class Invented:
    """A snapshot of invented statutes: texts, their facts and days."""

    def __init__(self, texts, entries, amendments=()):
        self.texts = texts
        self.manifest = Manifest.model_validate({"as_at": date(2090, 1, 1), "document": entries})
        self.validity = ValidityTable(self.manifest, amendments)
        self.info = SimpleNamespace(documents=tuple(texts))
        self.memo = {}
        self.passages = ()
        self._documents = {slug: parse(slug, text) for slug, text in texts.items()}

    def document(self, slug):
        return self._documents.get(slug)

    def entry(self, slug):
        return self.manifest.by_slug[slug]


def statute(words, name):
    """A whole statute around a clause, unless the words have articles of their own."""
    if words.startswith("Điều"):
        return f"LUẬT\n{name.upper()}\n{words}\n"
    return f"LUẬT\n{name.upper()}\nĐiều 1. Quy định chung\n1. {words}\n2. Điều này có hiệu lực khi gió lành.\n"


def snapshot_of(pair):
    texts, entries = {}, []
    for letter, slug in zip("ab", SLUGS, strict=True):
        title = pair.get(f"{letter}_title", f"Luật Làng Nghề {letter.upper()}")
        start = pair.get(f"{letter}_start", BEGINS)
        texts[slug] = statute(pair[letter], title.removeprefix("Luật "))
        entries.append(entry(slug, title, None if start == "?" else start, end=pair.get(f"{letter}_end")))
    return Invented(texts, entries)


def given(pair):
    """Read both statutes and return the strongest verdict on a power of one and a power of the other."""
    snapshot = snapshot_of(pair)
    enrich = Enricher(snapshot)
    sides = [enrich(side_of(power)) for power in all_powers(snapshot)]
    proposed = {places for _, places in candidates(sides)}
    best = None
    for place, one in enumerate(sides):
        for after, other in enumerate(sides):
            if (one.power.basis.slug, other.power.basis.slug) != SLUGS:
                continue
            made = judge(one, other)
            rank = STRENGTH.index(made.verdict), _unlike(made)
            if best is None or rank < best[0]:
                known = (min(place, after), max(place, after)) in proposed
                best = (rank, Given(made.verdict, made.grounds, known, (one, other)))
    return best[1] if best else Given(None, (), False, tuple(sides))


def _unlike(made):
    """Pairs that differ in task or deed tell less than those separated by something else."""
    return sum(ground in {"nhiệm vụ", "vai trò"} for ground in made.grounds)


def scores(pairs, verdict):
    """Precision, recall and F1 of a verdict over pairs with what was given for them."""
    hit = sum(made.verdict is verdict and NAMED[pair["verdict"]] is verdict for pair, made in pairs)
    said = sum(made.verdict is verdict for _, made in pairs)
    meant = sum(NAMED[pair["verdict"]] is verdict for pair, _ in pairs)
    precision, recall = hit / max(1, said), hit / max(1, meant)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def table(made):
    """The pairs that came out otherwise than meant, and the scores by half, as lines."""
    for pair, one in made:
        if NAMED[pair["verdict"]] is not one.verdict:
            yield f"{pair['half']} {pair['id']}: {pair['verdict']} -> {one.verdict} {', '.join(one.grounds)}"
    for half in (1, 2):
        found = [one for one in made if one[0]["half"] == half]
        for verdict in Verdict:
            meant = sum(NAMED[pair["verdict"]] is verdict for pair, _ in found)
            yield f"{half} {verdict} {meant} " + " ".join(f"{value:.3f}" for value in scores(found, verdict))


if __name__ == "__main__":
    sys.stdout.write("\n".join(table([(pair, given(pair)) for pair in planted()])) + "\n")
