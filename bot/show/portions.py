"""The parts of a figure: by partner, year, country, kind; what each is called and how much it is."""

from __future__ import annotations

from bot.html import Html, escape
from bot.show.dates import country
from bot.show.drafts import word
from bot.show.lines import amount, partner_name, place, told
from bot.show.periods import period
from bot.words import Words
from db.edtf import Edtf
from db.query import Group, Measure, Unit
from db.result import Portion, Result
from db.vocabulary import US

LISTED = 60
"""Names that stand in full in one message."""


def parts(result: Result, words: Words) -> Html:
    """The split of a figure: of partners, years, countries."""
    said = [
        words.plain("answer-part", name=key_said(p, result, words), figure=portion_said(p, result, words))
        for p in result.portions[:LISTED]
    ]
    return escape("; ".join(said))


def portion_said(portion: Portion, result: Result, words: Words) -> str:
    if portion.records and len(portion.uncounted) == len(portion.records):
        return words.plain("answer-no-figure")
    unit = result.query.unit
    return amount(
        portion.figure, Unit.RECORDS if unit is Unit.PARTNERS else unit, result.query.subject, words
    )


def key_said(portion: Portion, result: Result, words: Words) -> str:
    group = result.query.group or (
        Group.DIRECTION if result.query.measure is Measure.BALANCE else Group.PARTNER
    )
    key = portion.key
    if key is None:
        return words.plain(_UNKNOWN.get(group, "answer-unknown-key"))
    if group is Group.RECORD:
        return told(portion.records[0], result, words)
    if group is Group.EVENT:
        event = result.around.events.get(int(key))
        return event.titles.best(words.language) if event else ""
    if isinstance(key, int):
        return str(key) if group is Group.YEAR else partner_name(key, result, words)
    return _named(group, key, words)


def _named(group: Group, key: str, words: Words) -> str:
    """What a part of a figure is called."""
    match group:
        case Group.COUNTRY:
            return country(key, words.language)
        case Group.PLACE:
            return place(key, None, words)
        case Group.MONTH:
            return period(Edtf.parse(key), words)
        case Group.HOST if key == US:
            return words.plain("party-us")
        case Group.STATE:
            return words.plain(_STATES.get(key, f"filter-{key.replace('_', '-')}"))
    return word(group.value, key, words)


_UNKNOWN = {
    Group.YEAR: "answer-undated", Group.MONTH: "answer-undated", Group.HOST: "answer-unknown-host",
}  # fmt: skip
"""What a part is called that lacks what it is split by."""
_STATES = {"end_not_recorded": "standing-end-unknown", "term_not_recorded": "standing-term-unknown"}
