"""How a typed or picked answer becomes the value of a field. Each reader returns the value or says why it
cannot.

Pure: what is known of the registry comes in a `Reading`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.language.names import Gazetteer, kinds_of
from bot.language.phrases import Known
from bot.language.places import countries
from bot.language.scripts import fold
from bot.record.besides import direction_said, said_besides
from bot.record.composing import partner_row
from bot.record.draft import Entry, Failure
from bot.record.facts import institutions
from bot.record.facts.parties import Party, parties
from bot.record.facts.people import people
from bot.record.facts.scene import Scene, language_of_name, scene
from bot.record.facts.terms import term_of
from bot.record.facts.verbs import verbs
from bot.record.forms import Field, Reader
from bot.record.told import People, Read, Reading, Unclear
from db.edtf import Edtf
from db.refused import Refused
from db.vocabulary import ONLINE, US, Language, Row, Sheet

TEXT_LIMIT = 2000
NAME_LIMIT = 300
_LARGEST = 10**9
_NEAR = 60
_OFFERED = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_TIME = re.compile(r"\d{1,2}[:.]\d\d(?![\d.])")
_BELOW_ZERO = re.compile(r"\s*[-−–—]\s*\d")
_FIGURES = re.compile(r"[\d\s./?~-]+")
_SHORT_ID = re.compile(r"/?([a-z]\d{1,9})")


Outcome = Read | Unclear | People | Failure


def read(asked: Field, text: str, reading: Reading, entry: Entry) -> Outcome:
    """The value that a typed answer gives a field of an entry."""
    match asked.reader:
        case Reader.PARTNER:
            return _partner(asked, text, reading)
        case Reader.PEOPLE:
            return _people(text, reading)
        case Reader.NAME:
            return _name(asked, text, reading)
        case Reader.TEXT | Reader.ALIASES:
            return _text(asked.name, text, TEXT_LIMIT)
        case Reader.RECORD:
            return _record(asked, text, reading)
        case Reader.COUNTRY:
            return _country(asked, text, reading)
    coming = asked.reader in {Reader.COMING, Reader.TERM}
    laid = scene(text, reading.gazetteer, reading.today, coming=coming)
    match asked.reader:
        case Reader.COUNT:
            return _count(asked, text, laid)
        case Reader.DAY | Reader.COMING:
            return _day(asked, text, laid)
        case Reader.TERM:
            return _term(asked, text, laid)
        case Reader.CITY:
            return _city(asked, text, laid)
        case Reader.PARTY:
            return _party(asked, text, laid)
        case _:
            return _word(asked, text, laid, entry)


def picked(asked: Field, value: str, reading: Reading) -> Read | Failure:
    """The value of a pressed button: a partner by its short id, a listed word, a date."""
    if asked.reader is Reader.PARTNER:
        found = reading.ids(value)
        return Read({asked.name: found}) if found else Failure("draft-old")
    if asked.reader in {Reader.CHOICE, Reader.WORD}:
        return Read({asked.name: value}) if value in asked.words else Failure("draft-old")
    if asked.reader in {Reader.DAY, Reader.COMING, Reader.TERM}:
        try:
            Edtf.parse(value)
        except Refused:
            return Failure("draft-old")
        return Read({asked.name: value})
    return (
        Read({asked.name: value}) if asked.reader is Reader.CITY and value == ONLINE else Failure("draft-old")
    )


def new_partner(said: str, reading: Reading, laid: Scene | None = None) -> Row:
    """The row of a partner nobody knew, filled with what its name tells; `laid`: the same name laid out."""
    name = said[:NAME_LIMIT]
    if laid is None or name != said:
        laid = scene(name, reading.gazetteer, reading.today)
    return partner_row(name, laid, 0, len(laid.tokens))


def _partner(asked: Field, text: str, reading: Reading) -> Outcome:
    if (short := _SHORT_ID.fullmatch(text)) and (known := reading.ids(short[1])):
        return Read({asked.name: known}, text)
    outcome = partner_in(asked, text, scene(text, reading.gazetteer, reading.today), reading)
    if isinstance(outcome, Unclear) and not outcome.fits:
        return replace(outcome, candidates=_near(outcome.said, reading.gazetteer))
    return outcome


def partner_in(asked: Field, text: str, laid: Scene, reading: Reading) -> Outcome:
    """The partner that a text names; where none is known by that name, its name alone."""
    found = [p for p in parties(laid) if not p.ours]
    ids = reading.gazetteer.partners
    if not found:
        return Unclear(_tidy(text), (), fits=False)
    chosen = max(found, key=lambda p: (not p.place, bool(p.nos), p.end - p.start))
    said = laid.said(chosen.start, chosen.end)
    if chosen.no is not None:
        return Read({asked.name: ids[chosen.no].id}, said)
    if chosen.nos:
        return Unclear(said, tuple(ids[no].id for no in chosen.nos), fits=True)
    return Unclear(chosen.name or _tidy(text), (), fits=False)


def _near(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The partners whose names look like the text, the likest first."""
    from rapidfuzz import fuzz, process

    names = [
        (fold(name), p.id) for p in gazetteer.partners.values() for name in (*p.names.every(), *p.aliases)
    ]
    choices = [key for key, _ in names]
    found = process.extract(fold(text), choices, scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=_OFFERED * 3)
    return tuple(dict.fromkeys(names[at][1] for _, _, at in found))[:_OFFERED]


def _tidy(text: str) -> str:
    return " ".join(text.split())[:NAME_LIMIT]


def _people(text: str, reading: Reading) -> People | Failure:
    rows: list[Row] = []
    for piece in filter(None, map(_tidy, re.split(r"[;\n]", text))):
        found = _participants(piece, reading)
        if not found:
            return Failure("answer-people", {"said": piece[:80]})
        rows += found
    return People(tuple(rows)) if rows else Failure("answer-empty")


def _participants(piece: str, reading: Reading) -> list[Row]:
    """Those whom a line names; none where it holds a number and nobody can tell whose people it counts."""
    laid = scene(piece, reading.gazetteer, reading.today)
    everyone = parties(laid)
    found = people(laid, everyone, 0, len(laid.tokens), visit=False)
    if found:
        return [{**_institution(laid, fact.party), **fact.row} for fact in found]
    alone = [p for p in everyone if p.end - p.start == len(laid.tokens)]
    if alone:
        return [_institution(laid, alone[0])]
    if not any(token.is_number for token in laid.tokens):
        return [{"person": piece}]
    whose = everyone[0] if len(everyone) == 1 else None
    nobodys = whose is None and len(laid.tokens) > 1
    return [] if nobodys else [{**_institution(laid, whose), "count": count} for count in _counts(laid)]


def _counts(laid: Scene) -> list[int]:
    """The one number of a line that is nothing else, or only an institution too: `25`, `2 from Yale`."""
    whole = [n for n in laid.counted if n.value == int(n.value) and not n.ordinal]
    return [int(whole[0].value)] if len(whole) == 1 else []


def _institution(laid: Scene, party: Party | None) -> dict[str, str | int]:
    if party is None:
        return {}
    if party.ours:
        return {"institution": US}
    partner = laid.gazetteer.partners.get(party.no or 0)
    return {"institution": partner.id if partner else party.name or laid.said(party.start, party.end)}


def _name(asked: Field, text: str, reading: Reading) -> Read | Failure:
    name = _tidy(text)
    if len(text) > NAME_LIMIT:
        return Failure("answer-too-long", {"limit": NAME_LIMIT})
    language = scene(name, reading.gazetteer, reading.today).language
    return Read({f"{asked.name}_{language_of_name(name, _at_home(language, reading.language)).suffix}": name})


def _at_home(found: Language, own: Language) -> Language:
    """Of a short name in Latin letters or Cyrillic the person's own language decides where it can."""
    scripts = ({Language.UZ_LATN, Language.EN}, {Language.UZ_CYRL, Language.RU})
    return own if any({found, own} <= script for script in scripts) else found


def _text(name: str, text: str, limit: int) -> Read | Failure:
    return Failure("answer-too-long", {"limit": limit}) if len(text) > limit else Read({name: text})


def _record(asked: Field, text: str, reading: Reading) -> Read | Failure:
    short = _SHORT_ID.fullmatch(text.strip())
    known = reading.ids(short[1]) if short and asked.refers and short[1][0] == asked.refers.letter else None
    return (
        Read({asked.name: known}, text)
        if known
        else Failure("answer-unknown-record", {"said": _tidy(text)[:80]})
    )


def _country(asked: Field, text: str, reading: Reading) -> Read | Failure:
    laid = scene(text, reading.gazetteer, reading.today)
    found = next((m for m in laid.mentions if m.known is Known.COUNTRY), None)
    if found is not None:
        return Read({asked.name: found.value}, laid.said(found.start, found.end))
    code = text.strip().upper()
    known = len(code) == 2 and any(code == country for _, country in countries())
    return Read({asked.name: code}, text) if known else Failure("answer-country", {"said": _tidy(text)[:80]})


def _count(asked: Field, text: str, laid: Scene) -> Read | Failure:
    whole = [n for n in laid.counted if n.value == int(n.value) and not n.roman and not laid.when_at(n.start)]
    if len(whole) != 1 or _BELOW_ZERO.match(text):
        return Failure("answer-number")
    if whole[0].value > _LARGEST:
        return Failure("answer-too-big")
    return Read({asked.name: int(whole[0].value)}, laid.said(whole[0].start, whole[0].end))


def _day(asked: Field, text: str, laid: Scene) -> Read | Failure:
    if _YEAR.fullmatch(text.strip()):
        return Read({asked.name: text.strip()}, text)
    if laid.dates:
        when = laid.dates[0]
        said = laid.said(when.start, when.end)
        if not _beside(text.replace(said, "", 1), when.text):
            return Read({asked.name: when.text}, said)
    return _exact(asked, text, "answer-date")


def _term(asked: Field, text: str, laid: Scene) -> Read | Failure:
    if "/" in text and _FIGURES.fullmatch(text):
        return _exact(asked, text, "answer-term")
    years = _YEAR.findall(text)
    term = term_of(laid, 0, len(laid.tokens)) if years == sorted(years) else ""
    return Read({asked.name: term}, text) if term else _exact(asked, text, "answer-term")


def _beside(rest: str, taken: str) -> bool:
    """Whether a number is left that the date does not hold: `31 April` is not some day of April. A time of
    day is none.
    """
    held = set(map(int, re.findall(r"\d+", taken)))
    return any(int(number) not in held for number in re.findall(r"\d+", _TIME.sub("", rest)))


def _exact(asked: Field, text: str, fault: str) -> Read | Failure:
    """A date written as the workbook writes it."""
    written = text.strip()
    try:
        Edtf.parse(written)
    except Refused:
        return Failure(fault, {"said": _tidy(text)[:80]})
    if asked.reader is Reader.TERM and "/" not in written:
        return Failure(fault, {"said": _tidy(text)[:80]})
    return Read({asked.name: written}, text)


def _city(asked: Field, text: str, laid: Scene) -> Read | Failure:
    if next(laid.within(0, len(laid.tokens), "online"), None) is not None:
        return Read({asked.name: ONLINE}, text)
    found = next((m for m in laid.mentions if m.known is Known.CITY), None)
    return Read({asked.name: found.value}, text) if found else _text(asked.name, _tidy(text), NAME_LIMIT)


def _party(asked: Field, text: str, laid: Scene) -> Read | Failure:
    whole = [p for p in parties(laid) if p.ours or p.no is not None]
    if len(whole) != 1:
        return _text(asked.name, _tidy(text), NAME_LIMIT)
    value = _institution(laid, whole[0])["institution"]
    return Read({asked.name: value}, text)


_CONCEPTS = {
    Sheet.EVENTS: "event.", Sheet.AGREEMENTS: "agreement.", Sheet.PROGRAMMES: "programme.",
}  # fmt: skip


def _word(asked: Field, text: str, laid: Scene, entry: Entry) -> Read | Failure:
    """A listed word, however it is said; where the list is open, another word as written."""
    exact = next((w for w in asked.words if w == text.strip().casefold()), None)
    value = exact or _meant(asked, laid, entry)
    if value is not None:
        return Read({asked.name: value}, text)
    if asked.reader is Reader.CHOICE or not any(sign.isalpha() for sign in text):
        return Failure("answer-choice")
    return _text(asked.name, _tidy(text), NAME_LIMIT)


def _meant(asked: Field, laid: Scene, entry: Entry) -> str | None:
    if asked.name == "direction":
        way = direction_said(laid)
        return str(way.values["direction"]) if way else None
    if asked.name == "kind" and entry.sheet is Sheet.PARTNERS:
        return institutions.kind_of(tuple(kinds_of(token) for token in laid.tokens)) or None
    prefix = _CONCEPTS.get(entry.sheet, "kind.") if asked.name == "kind" else f"{asked.name}."
    sense = next(laid.within(0, len(laid.tokens), prefix), None)
    value = sense.concept.partition(".")[2] if sense else None
    if value is None and asked.name == "outcome":
        acts = {v.act for v in verbs(laid, "approve", "return")}
        value = {"approve": "approved", "return": "returned"}[acts.pop()] if len(acts) == 1 else None
    return value if value in asked.words else None


__all__ = ["People", "Read", "Reading", "Unclear", "new_partner", "picked", "read", "said_besides"]
