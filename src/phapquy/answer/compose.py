"""Put a decision into one to six short sentences of administrative Vietnamese, each with its citations."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from phapquy.answer.asked import Asked
from phapquy.answer.decision import Decision
from phapquy.answer.evidence import Evidence
from phapquy.answer.held import held
from phapquy.answer.labels import labels_of
from phapquy.answer.model import Answer, Citation, Coverage, Outcome, Role, Statement
from phapquy.answer.pointers import pointers_of
from phapquy.answer.sentences import quote_sentence, quoting, with_lists
from phapquy.answer.verdicts import holders_sentence, without_sentence
from phapquy.answer.wordings import wording_on
from phapquy.corpus.kinds import TextKind
from phapquy.corpus.notices import of_doubts, short_date
from phapquy.index.snapshot import Snapshot
from phapquy.law.label import name_places
from phapquy.search.question import Question


def compose(question: Question, decision: Decision, snapshot: Snapshot, as_of: date) -> Answer:
    """Write the answer of a decision."""
    decision = replace(decision, bases=with_lists(decision.bases))
    statements = _statements(question, decision, snapshot, as_of) if decision.outcome is Outcome.ANSWERED else ()
    text = " ".join(one.text for one in statements) if statements else _refusal(decision, snapshot, as_of)
    citations = [citation(one, snapshot, as_of, Role.BASIS) for one in decision.bases]
    if decision.contrast:
        citations.append(citation(decision.contrast, snapshot, as_of, Role.CONTRAST))
    citations += [citation(one, snapshot, as_of, Role.RELATED) for one in decision.related]
    return Answer(
        question=question.raw,
        understood_as=_understood(question),
        as_of=as_of,
        outcome=decision.outcome,
        reason=decision.reason,
        level=decision.level.value if decision.level else None,
        holders=decision.holders,
        text=text,
        statements=statements,
        citations=tuple(citations),
        clarify=decision.clarify,
        warnings=_warnings(decision, snapshot, as_of),
        suggestions=(),
        snapshot=snapshot.info.id,
        coverage=coverage(snapshot),
        powers=held(decision, _asked_verbs(question, decision), snapshot, as_of) if statements else (),
        confidence=None if decision.confidence is None else round(decision.confidence, 4),
    )


def _asked_verbs(question: Question, decision: Decision) -> tuple[str, ...]:
    return Asked(question, decision.bases[0].terms).verbs if decision.bases else ()


def _understood(question: Question) -> str:
    """The question as it was read, with the legal terms taken for its everyday words."""
    meant = "; ".join(question.notes)
    return f"{question.text} ({meant})" if meant else question.text


def coverage(snapshot: Snapshot) -> Coverage:
    """What the snapshot covers."""
    return Coverage(len(snapshot.info.documents), snapshot.manifest.as_at)


def citation(one: Evidence, snapshot: Snapshot, as_of: date, role: Role) -> Citation:
    """Make the citation of a piece of evidence."""
    validity = snapshot.validity.of(one.identity)
    held_by = one.source[1] if one.source else None
    holding = snapshot.entry(held_by.slug) if held_by else one.entry
    amended_by = snapshot.validity.amended_by(one.identity, as_of)
    return Citation(
        id=str(one.identity),
        label=one.label,
        quote=one.quote,
        role=role,
        via=tuple(map(str, one.via)),
        in_force=held_by is not None or validity.covers(as_of),
        effective_from=snapshot.validity.of(held_by).start if held_by else validity.start,
        effective_to=None if held_by else validity.end,
        quote_from=str(held_by) if held_by else None,
        amended_by=amended_by,
        text_kind=holding.text_kind.value,
        source_quality=holding.source_quality.value,
        url=one.entry.url,
        heading=one.heading,
        document=f"{one.entry.title} ({one.entry.number})",
        labels=labels_of(snapshot, (*map(str, (*one.via, *filter(None, (held_by,)))), *amended_by)),
        points_to=pointers_of(one, snapshot, as_of) if role is Role.BASIS else (),
        plain="" if held_by or amended_by or holding.text_kind is TextKind.DIGEST else one.plain,
        doubts=snapshot.validity.doubts_at(held_by or one.identity),
    )


def _statements(question: Question, decision: Decision, snapshot: Snapshot, as_of: date) -> tuple[Statement, ...]:
    out: list[Statement] = list(decision.said)
    told = {identity for one in decision.said for identity in one.citations}
    bases = tuple(one for one in decision.bases if str(one.identity) not in told)
    if not bases:
        return tuple(out)
    if premise := decision.premise:
        no = "Không. " if decision.verdict is False else ""
        out.append(Statement(no + premise.text, (str(premise.clause.identity),)))
        bases = bases[1:]
        if not bases:
            rest = (
                _UNKNOWN_SUCCESSOR
                if premise.of_district and not premise.alone
                else quote_sentence(premise.clause, question, snapshot, as_of)
            )
            out.append(Statement(rest, (str(premise.clause.identity),)))
            return tuple(out)
        decision = replace(decision, verdict=None if decision.verdict is False else decision.verdict)
    first = bases[0]
    if decision.opening:
        rests_on = decision.opening_by or (first,)
        out.append(Statement(decision.opening, tuple(str(one.identity) for one in rests_on)))
    elif decision.without:
        out.append(Statement(without_sentence(first, decision.without), (str(first.identity),)))
    elif decision.holders:
        of_district = bool(decision.premise and decision.premise.of_district)
        by = tuple(dict.fromkeys(str(part.by.identity) for part in decision.parts))
        out.append(Statement(holders_sentence(decision.parts, decision.verdict, after_district=of_district), by))
    elif decision.verdict is not None:
        out.append(Statement("Có." if decision.verdict else "Không.", (str(first.identity),)))
    out.extend(quoting(bases, question, snapshot, as_of))
    return tuple(out)


_UNKNOWN_SUCCESSOR = "Kho chưa có quy định nói rõ việc được hỏi nay thuộc cơ quan nào."


# -- refusals and warnings --------------------------------------------------------------------------------


def _refusal(decision: Decision, snapshot: Snapshot, as_of: date) -> str:
    if decision.clarify:
        return decision.clarify.question
    covered = coverage(snapshot)
    reasons = {
        "no-such-figure": f"Các văn bản trong kho không nêu {decision.detail} được hỏi.",
        "nobody-named": f"Không điều khoản nào tìm được trong kho nói ai có thẩm quyền đối với {decision.detail}.",
        "document-not-held": f"Kho không có {decision.detail}.",
        "no-such-provision": decision.detail,
        "no-such-unit": decision.detail,
        "not-yet-in-force": _later(decision, snapshot, as_of),
        "before-the-corpus": f"Vào ngày {short_date(as_of)} chưa văn bản nào trong kho có hiệu lực; văn bản sớm nhất "
        f"có hiệu lực từ ngày {decision.detail}.",
    }
    why = reasons.get(decision.reason, "Không tìm thấy quy định nào trong kho trả lời được câu hỏi này.")
    near = "; ".join(one.label for one in decision.related)
    tail = f" Gần nhất, chỉ để tham khảo: {near}." if near else ""
    return f"{why} Kho có {covered.documents} văn bản, tính đến ngày {short_date(covered.as_at)}.{tail}"


def _later(decision: Decision, snapshot: Snapshot, as_of: date) -> str:
    if decision.reason != "not-yet-in-force":
        return ""
    one = decision.related[0]
    start = snapshot.validity.of(one.identity).start
    since = f"đến ngày {short_date(start)} mới có hiệu lực" if start else "chưa có hiệu lực"
    return (
        f"Quy định gần nhất với câu hỏi là {one.label}, nhưng {since}. Vào ngày {short_date(as_of)} không tìm thấy "
        "quy định nào trong kho đang áp dụng cho việc này."
    )


def _warnings(decision: Decision, snapshot: Snapshot, as_of: date) -> tuple[str, ...]:
    if decision.outcome is not Outcome.ANSWERED:
        return ()
    lines: list[str] = []

    def named(identity: str) -> str:
        return labels_of(snapshot, (identity,)).get(identity, identity)

    for one in decision.bases:
        validity = snapshot.validity.of(one.identity)
        if not one.source and not validity.covers(as_of):
            span = f"từ {short_date(validity.start)}" if validity.start else ""
            span += f" đến trước {short_date(validity.end)}" if validity.end else ""
            place = one.label[:1].upper() + one.label[1:]
            lines.append(f"{place} không có hiệu lực vào ngày {short_date(as_of)} (hiệu lực {span.strip()}).")
        elif wording := wording_on(one, snapshot, as_of):
            lines.extend(_capital(name_places(line, named)) for line in (*wording.warnings, *wording.notes))
        if one.orphaned or one.orphaned_here:
            lines.append(
                f"{_capital(one.label)} còn giao việc cho cấp huyện; kho không có quy định đang có hiệu lực nói "
                "cơ quan nào nhận việc đó."
            )
        if one.moved and _PASSED_ON.search(one.own_words):
            lines.append(
                f"{_capital(one.label)} cho phép phân cấp, ủy quyền tiếp: hãy xem quyết định của "
                f"{one.moved.taker.name} nơi hỏi."
            )
        lines.extend(snapshot.validity.warnings_at(one.identity, as_of))
        if one.source:
            held_by = one.source[1]
            lines.extend(of_doubts(snapshot.entry(held_by.slug), held_by))
    if as_of > snapshot.manifest.as_at:
        lines.append(
            f"Kho chỉ cập nhật đến ngày {short_date(snapshot.manifest.as_at)}; sau ngày đó có thể đã có thay đổi."
        )
    for slug in dict.fromkeys(one.identity.slug for one in decision.bases):
        lines.extend(snapshot.validity.warnings_for(slug, as_of))
    return tuple(dict.fromkeys(lines))


_PASSED_ON = re.compile(r"quyết định việc (?:phân cấp|ủy quyền)(?:, (?:phân cấp|ủy quyền))? cho")


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]
