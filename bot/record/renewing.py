"""The renewal of an agreement as a draft: the same paper over the term that follows the old one. Pure."""

from __future__ import annotations

from datetime import date, timedelta

from bot.record.draft import Draft, Entry
from db.edtf import Precision
from db.standing import renewal, standing
from db.vocabulary import Agreement, Language, Row, Sheet

_DAY = timedelta(days=1)
_LONGEST = 12 * 50
_KEPT = ("partner", "title", "kind", "renews_months", "renewal", "notice_days", "responsible")


def renewed(agreement: Agreement, row: Row, today: date, key: str, language: Language) -> Draft:
    """The form filled in from the old paper, whose `row` this is; its own term is asked for where the old
    one does not tell it to the day.
    """
    filled: dict[str, str | int] = {"id": "new1", **{name: row[name] for name in _KEPT if name in row}}
    filled["replaces"] = row["id"]
    if term := next_term(agreement, today):
        filled["term"] = f"{term[0]}/{term[1]}"
    entry = Entry(Sheet.AGREEMENTS, filled)
    return Draft(key, "agreement", language, (entry,)).onward()


def next_term(agreement: Agreement, today: date) -> tuple[date, date] | None:
    """First and last day of a term as long as the old one, from the day after its end; None where the old
    one is not known to the day, or is not of whole months.
    """
    term, end = agreement.term, standing(agreement, today).end
    bound = end.start if end else None
    first = term.start if term else None
    if bound is None or bound.precision is not Precision.DAY or bound.uncertain or bound.approximate:
        return None
    months = agreement.renews_months or (
        _months(first.earliest, bound.earliest) if first and first.precision is Precision.DAY else None
    )
    return renewal(bound.earliest, months) if months else None


def _months(first: date, last: date) -> int | None:
    """How many calendar months a term of these days is."""
    eve = first - _DAY
    about = (last.year - eve.year) * 12 + last.month - eve.month
    nearby = (months for months in (about - 1, about, about + 1) if 0 < months <= _LONGEST)
    return next((months for months in nearby if renewal(eve, months)[1] == last), None)
