"""A narrative (a report, an article, a letter) → every record it tells of, each with its place in the text.
Pure.

It is read sentence by sentence, each in the light of what was said before: the year the text or its section
is about, the partner, the event. What leans on nothing said stays open: undated facts stay undated.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

from bot.faults import Refused
from bot.language.names import Gazetteer
from bot.language.tokens import Token
from bot.record.composing import Desk
from bot.record.draft import Entry
from bot.record.earlier import TOLD, Earlier
from bot.record.facts.fact import Fact
from bot.record.facts.parties import parties
from bot.record.facts.scene import Scene, scene
from bot.record.facts.sequels import adds, guests, newcomers
from bot.record.facts.terms import goes_on, term
from bot.record.facts.verbs import happenings
from bot.record.joining import joined, main, same
from bot.record.leaning import is_aside
from bot.record.sentences import Sentence, sentences
from bot.record.statement import facts_of
from bot.record.view import View
from bot.record.when import Bound, When
from db.progress import Progress, no_progress
from db.vocabulary import Sheet

LONGEST = 100_000
"""Characters of a narrative: some fifty pages."""
_LONG = 500
"""Characters from which a message is a narrative."""
_PROSE = 80
"""Characters of a line from which two of them are a narrative."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A record with what belongs to it (its participants, a partner nobody knew), and where it was read:
    `text[start:end]`.
    """

    entries: tuple[Entry, ...]
    start: int
    end: int


def is_narrative(text: str) -> bool:
    """Whether a text is too long, or in too many paragraphs, for one message about one thing."""
    if len(text) > _LONG:
        return True
    return sum(len(line) >= _PROSE for line in text.splitlines()) > 1


def passages(
    text: str, gazetteer: Gazetteer, today: date, view: View, progress: Progress = no_progress
) -> tuple[Passage, ...]:
    """The records in the order of the text. Raises Refused `report-too-long`."""
    if len(text) > LONGEST:
        raise Refused("report-too-long", limit=LONGEST)
    years = Counter(int(year) for year in _YEARS.findall(text) if int(year) <= today.year)
    mostly = max(years, key=lambda year: (years[year], year), default=0)
    reader = _Reader(gazetteer, today, view, mostly=mostly, earlier=replace(TOLD, dated=bool(mostly)))
    for sentence in sentences(text):
        reader.read(sentence)
        progress(sentence.end / len(text))
    return tuple(reader.found)


_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(slots=True)
class _Reader:
    gazetteer: Gazetteer
    today: date
    view: View
    desk: Desk = field(default_factory=Desk)
    found: list[Passage] = field(default_factory=list)
    earlier: Earlier = TOLD
    paragraph: int = -1
    event: int | None = None
    """The place in `found` of the event that is being told of."""
    paper: int | None = None
    """That of the agreement that was told of last."""
    over: str = ""
    """A heading that says what was done with all that the points under it name: `Agreements concluded`."""
    section: int | None = None
    """The year that heads the part of the text: all of it is of that year."""
    mostly: int = 0
    """The past year that the text names most often."""
    opened: bool = False
    """Whether anything but headings has been read."""
    begun: bool = False
    """Whether anything has been told yet: what stands before it says what the text is about."""

    def read(self, sentence: Sentence) -> None:
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.event, self.paper = sentence.paragraph, None, None
            lies = self.earlier.period or self.earlier.lies
            self.earlier = replace(self.earlier, partners=(), name="", lies=lies)
        laid = scene(sentence.whole, self.gazetteer, self.today, earlier=self.earlier)
        if not laid.tokens:
            return
        if sentence.heading and not happenings(laid):
            self.over = ""
            self._head(laid)
            return
        facts = facts_of(laid, self.view)
        if not facts and sentence.point and self.over:
            laid = scene(f"{self.over}: {sentence.said}", self.gazetteer, self.today, earlier=self.earlier)
            facts = facts_of(laid, self.view)
        if not sentence.point:
            self.over = sentence.said if sentence.heading and not facts else ""
        if not facts and not self.begun and self.earlier.period is None:
            late = () if self.opened else range(self.today.year - _LATE, self.today.year + 1)
            self._head(laid, {self.mostly, *late}, heading=False)
        elif not facts and len(laid.tokens) <= _RUN_IN and not happenings(laid):
            self._head(laid)
        self.opened, self.begun = True, self.begun or bool(facts)
        for fact in facts:
            self._put(laid, fact, sentence)
        if not any(fact.sheet is Sheet.EVENTS for fact in facts):
            self._go_on(laid, facts, sentence)
        self._stands(laid, facts)
        self._remember(laid, facts)

    def _head(self, laid: Scene, among: Collection[int] | None = None, *, heading: bool = True) -> None:
        """A heading with one year in it says what the text, or its part, is about; one with several, that a
        month alone says too little.
        """
        bounds = {place for w in laid.dates if w.bound is not Bound.WHOLE for place in range(w.start, w.end)}
        places = [at for at in range(len(laid.tokens)) if heading or at not in bounds]
        years = {int(t.written) for at in places if _is_year(t := laid.tokens[at])}
        years = {year for year in years if year <= self.today.year}
        if heading and len(years) > 1 and not self.begun:
            self.earlier = replace(self.earlier, several=True)
        if heading:
            self.section = min(years) if len(years) == 1 and len(laid.tokens) <= _RUN_IN else None
        if len(years) == 1 and (among is None or years <= set(among)):
            year = years.pop()
            self.earlier = replace(self.earlier, period=year, year=year, lies=year, month="")

    def _lies(self, laid: Scene, whole: list[When], facts: tuple[Fact, ...]) -> int | None:
        """The year of what comes next: where the text has its own, only a date that opens a sentence leaves
        it; else that of what was told.
        """
        if whole[0].start <= _HEAD:
            return int(whole[0].text[:4])
        if self.earlier.period is not None:
            return self.earlier.lies
        days = [str(fact.row.get(c, "")) for fact in facts for c in ("date", "signed", "ended", "decided")]
        told = [day for day in days if day[:4].isdecimal()]
        told = told or [when.text for when in whole if not is_aside(laid.tokens, when.start)]
        return int(told[-1][:4]) if told else self.earlier.lies

    def _put(self, laid: Scene, fact: Fact, sentence: Sentence) -> None:
        if fact.sheet is Sheet.PARTICIPANTS:
            return
        if fact.sheet is Sheet.EVENTS and self.event is not None and adds(laid, fact, self._told_event()):
            self._join(laid, fact.people, sentence)
            more = {c: v for c, v in fact.row.items() if c in {"city", "host"} or "date" not in fact.row}
            self._fill(self.event, Entry(fact.sheet, more, fact.quotes, fact.doubts))
            return
        if fact.sheet is Sheet.EVENTS:
            fact = replace(fact, people=newcomers(fact.people, Entry(fact.sheet, fact.row), ()))
        if fact.sheet is Sheet.EXCHANGES and self.section and "date" not in fact.row:
            year = str(self.section)
            fact = replace(fact, row={**fact.row, "date": year}, quotes={**fact.quotes, "date": year})
        entries = self.desk.write(laid, fact)
        told = enumerate(self.found) if fact.sheet is not Sheet.EXCHANGES else ()
        at = next((i for i, passage in told if same(passage.entries, entries)), None)
        if at is None:
            at = len(self.found)
            self.found.append(Passage(entries, sentence.start, sentence.end))
        else:
            self.found[at] = replace(self.found[at], entries=joined(self.found[at].entries, entries))
        if fact.sheet is Sheet.EVENTS:
            self.event = at
        self.paper = at if fact.sheet is Sheet.AGREEMENTS else None

    def _told_event(self) -> Entry:
        return next(e for e in self.found[self.event or 0].entries if e.sheet is Sheet.EVENTS)

    def _fill(self, at: int, more: Entry) -> None:
        passage = self.found[at]
        self.found[at] = replace(passage, entries=joined(passage.entries, (more,)))

    def _go_on(self, laid: Scene, facts: tuple[Fact, ...], sentence: Sentence) -> None:
        """The sentence may go on about the event before it: who came to it."""
        if self.event is None:
            return
        if facts:
            self.event = None
            return
        self._join(laid, guests(laid, self._told_event()), sentence)

    def _stands(self, laid: Scene, facts: tuple[Fact, ...]) -> None:
        """`It will remain in force until May`: a sentence, or its end, that says the term of the paper before
        it.
        """
        for start, end in laid.sentences:
            if self.paper is None or (start == 0 and facts) or not goes_on(laid, start, end):
                continue
            told = main(self.found[self.paper].entries)
            if told is None or "term" in told.row or "state" in told.row:
                continue
            found = term(laid, start, end, None, str(told.row.get("signed", "")))
            if found is not None:
                self._fill(self.paper, Entry(told.sheet, {"term": found.text}, {"term": found.said}))

    def _join(self, laid: Scene, people: tuple[Fact, ...], sentence: Sentence) -> None:
        if self.event is None or not people:
            return
        passage = self.found[self.event]
        event = self._told_event()
        more = self.desk.join(laid, event.id, newcomers(people, event, passage.entries))
        self.found[self.event] = Passage((*passage.entries, *more), passage.start, sentence.end)

    def _remember(self, laid: Scene, facts: tuple[Fact, ...]) -> None:
        whole = [when for when in laid.dates if when.bound is Bound.WHOLE and _is_point(when)]
        if whole:
            last = whole[-1].text
            month = last[:7] if len(last) >= 7 and last[5] < "2" else ""
            self.earlier = replace(
                self.earlier, year=int(last[:4]), month=month, lies=self._lies(laid, whole, facts)
            )
        told = [fact.party for fact in facts if fact.party is not None and not fact.party.ours]
        named = told or [p for p in parties(laid) if not p.ours and (p.no is not None or p.name)]
        if named:
            self.earlier = replace(self.earlier, partners=named[-1].nos, name=named[-1].name)
        two = tuple(dict.fromkeys(p.nos for p in parties(laid) if p.nos and not p.ours and not p.place))
        if len(two) == _PAIR:
            self.earlier = replace(self.earlier, pair=two)


_PAIR = 2
_RUN_IN = 3
"""Words of a heading that runs into its paragraph: `2025 год. …`."""
_LATE = 10
"""Years back that the first sentence of a text can be about; an earlier one is that of a foundation."""
_HEAD = 2
"""The place up to which a date opens its sentence: `At the end of 2023` is farther, and rare."""


def _is_year(token: Token) -> bool:
    """Whether a word can be read as a year."""
    return token.is_number and len(token.written) == 4 and token.written[:2] in {"19", "20"}


def _is_point(when: When) -> bool:
    return "/" not in when.text or when.text[:7] == when.text.partition("/")[2][:7]
