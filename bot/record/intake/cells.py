"""What the cells of somebody's spreadsheet say, read as answers to a form's questions are. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.language.phrases import Known
from bot.language.scripts import fold
from bot.record import readers
from bot.record.draft import Entry, Failure
from bot.record.facts.scene import Scene, scene
from bot.record.forms import Field, Reader, of_sheet
from bot.record.intake.mapping import FROM, RECEIVED, SENT, UNTIL
from bot.record.readers import Read, Reading, Unclear
from db.edtf import Edtf
from db.refused import Refused
from db.vocabulary import US, Row, Sheet

_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T][\d:.]+)?")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?:\s*(?:г\.?|й\.?|y\.?))?")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*(?:г\.?|год|й\.?|йил|y\.?|yil|-yil|-йил)?")
_WHOLE = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,9}")
_WORD, _STEM = re.compile(r"[^\W\d_]+"), 4
_NOTHING = frozenset({"-", "–", "—", "0", "нет", "yoq", "yoʻq", "йўқ", "no", "none", "n/a", "х", "x"})


@dataclass(slots=True)
class Cells:
    """Reads the cells of one file; what stands in it again and again is read once."""

    reading: Reading
    new: dict[str, tuple[str, Row]] = field(default_factory=dict)
    """Partners that nobody knew: folded name → id and row."""
    taken_for: dict[str, str] = field(default_factory=dict)
    """What was not exactly a partner's name, and the id of the partner that it was taken for."""
    _names: dict[str, str] = field(default_factory=dict)
    _read: dict[tuple[Sheet, str, str], readers.Outcome] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for partner in self.reading.gazetteer.partners.values():
            for name in (*partner.names.every(), *partner.aliases, partner.id):
                self._names.setdefault(fold(name), partner.id)

    def speak(self, headings: str) -> None:
        """What follows is in the language of these headings: it decides of what language a bare name is."""
        language = scene(headings, self.reading.gazetteer, self.reading.today).language
        self.reading = replace(self.reading, language=language)
        self._read.clear()

    def read(self, sheet: Sheet, target: str, text: str) -> Mapping[str, str | int] | Failure:
        """The columns that a cell fills, under the target's name where it is one of several that make one."""
        asked = _field(sheet, target)
        if asked.reader in {Reader.COUNT, Reader.DAY, Reader.COMING} and text.casefold() in _NOTHING - {"0"}:
            return {}
        if asked.reader is Reader.RECORD:
            return {target: text}
        if (plain := _plain(asked, text)) is not None:
            return {target: plain}
        key = (sheet, asked.name, text)
        if key not in self._read:
            self._read[key] = self._outcome(sheet, asked, text)
        outcome = self._read[key]
        if isinstance(outcome, Failure):
            return outcome
        if not isinstance(outcome, Read):
            return Failure("answer-empty")
        return outcome.values if asked.name == target else {target: next(iter(outcome.values.values()))}

    def _outcome(self, sheet: Sheet, asked: Field, text: str) -> readers.Outcome:
        if asked.reader is Reader.PARTNER:
            return self._partner(asked.name, text)
        if asked.reader is Reader.PARTY and (known := self._names.get(fold(text))):
            return Read({asked.name: known})
        if asked.reader is Reader.TERM and (exact := _exact(text)):
            return Read({asked.name: exact})
        outcome = readers.read(asked, text, self.reading, Entry(sheet))
        if asked.reader is Reader.PARTY and isinstance(outcome, Read):
            value = str(outcome.values[asked.name])
            return outcome if value == US or self._same_words(text, value) else Read({asked.name: text})
        return outcome

    def _partner(self, name: str, text: str) -> readers.Outcome:
        known = self._names.get(fold(text)) or (self.new.get(fold(text)) or ("",))[0]
        if known:
            return Failure("partner-is-us") if known == US else Read({name: known})
        laid = scene(text, self.reading.gazetteer, self.reading.today)
        if _is_place(laid):
            return Failure("partner-is-place", {"value": text[:80]})
        outcome = readers.partner_in(Field(name, Reader.PARTNER), text, laid, self.reading)
        if isinstance(outcome, Read) and self._same_words(text, str(outcome.values[name])):
            self.taken_for[text] = str(outcome.values[name])
            return outcome
        if isinstance(outcome, Unclear) and outcome.fits:
            return Failure("partner-ambiguous", {"value": text[:80], "ids": ", ".join(outcome.candidates)})
        id_ = f"new{len(self.new) + 1}"
        self.new[fold(text)] = (id_, {"id": id_, **readers.new_partner(text, self.reading, laid)})
        return Read({name: id_})

    def _same_words(self, text: str, id_: str) -> bool:
        """Whether a name differs from a partner's in endings and order alone: nobody looks at each row, so
        what would be offered in a form is not taken for granted here.
        """
        partner = next((p for p in self.reading.gazetteer.partners.values() if p.id == id_), None)
        names = (*partner.names.every(), *partner.aliases) if partner else ()
        return any(_stems(text) == _stems(name) for name in names)


def _is_place(laid: Scene) -> bool:
    whole = (0, len(laid.tokens))
    return any(m.known in {Known.COUNTRY, Known.CITY} and (m.start, m.end) == whole for m in laid.mentions)


def _stems(name: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(name)) if len(word) > 2)


def _field(sheet: Sheet, target: str) -> Field:
    if target in {RECEIVED, SENT}:
        return of_sheet(sheet).field("quantity")
    if target in {FROM, UNTIL}:
        return Field("date", Reader.DAY)
    return of_sheet(sheet).field(target)


def _plain(asked: Field, text: str) -> str | int | None:
    """What needs no understanding: numbers and dates as spreadsheets write them."""
    if asked.reader is Reader.COUNT and _WHOLE.fullmatch(text):
        return int("".join(filter(str.isdigit, text)))
    if asked.reader not in {Reader.DAY, Reader.COMING}:
        return None
    if found := _DATE.fullmatch(text):
        return _exact(found[1])
    if found := _DOTTED.fullmatch(text):
        return _exact(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}")
    found = _YEAR.fullmatch(text)
    return found[1] if found else None


def _exact(text: str) -> str | None:
    try:
        return str(Edtf.parse(text))
    except Refused:
        return None
