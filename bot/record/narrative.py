"""A narrative (a report, an article, a letter) → every record it tells of, each with its place in the text.
Pure.

It is read sentence by sentence, each in the light of what was said before: the year the text or its section
is about, the partner, the event. What leans on nothing said stays open: undated facts stay undated.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from bot.faults import Refused
from bot.language.names import Gazetteer
from bot.record.composing import Desk
from bot.record.draft import Entry
from bot.record.earlier import TOLD, Earlier
from bot.record.facts.events import adds, guests
from bot.record.facts.fact import Fact
from bot.record.facts.parties import parties
from bot.record.facts.scene import Scene, scene
from bot.record.facts.verbs import happenings
from bot.record.joining import joined, same
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
    reader = _Reader(gazetteer, today, view)
    for sentence in sentences(text):
        reader.read(sentence)
        progress(sentence.end / len(text))
    return tuple(reader.found)


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
    begun: bool = False
    """Whether anything but headings has been read."""

    def read(self, sentence: Sentence) -> None:
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.event = sentence.paragraph, None
            self.earlier = replace(self.earlier, partners=(), name="")
        laid = scene(sentence.whole, self.gazetteer, self.today, earlier=self.earlier)
        if not laid.tokens:
            return
        if sentence.heading and not happenings(laid):
            self._head(laid)
            return
        facts = facts_of(laid, self.view)
        if not facts and not self.begun and self.earlier.period is None:
            self._head(laid)
        self.begun = True
        for fact in facts:
            self._put(laid, fact, sentence)
        if not any(fact.sheet is Sheet.EVENTS for fact in facts):
            self._go_on(laid, facts, sentence)
        self._remember(laid, facts)

    def _head(self, laid: Scene) -> None:
        """A heading with one year in it says what the text, or its part, is about."""
        years = {when.text for when in laid.dates if len(when.text) == 4 and when.bound is Bound.WHOLE}
        if len(years) == 1:
            year = int(years.pop())
            self.earlier = replace(self.earlier, period=year, year=year, month="")

    def _put(self, laid: Scene, fact: Fact, sentence: Sentence) -> None:
        if fact.sheet is Sheet.PARTICIPANTS:
            return
        if fact.sheet is Sheet.EVENTS and self.event is not None and adds(laid, fact, self._told_event()):
            self._join(laid, fact.people, sentence)
            self._fill(self.event, Entry(fact.sheet, fact.row, fact.quotes, fact.doubts))
            return
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

    def _join(self, laid: Scene, people: tuple[Fact, ...], sentence: Sentence) -> None:
        if self.event is None or not people:
            return
        passage = self.found[self.event]
        more = self.desk.join(laid, self._told_event().id, people)
        self.found[self.event] = Passage((*passage.entries, *more), passage.start, sentence.end)

    def _remember(self, laid: Scene, facts: tuple[Fact, ...]) -> None:
        whole = [when for when in laid.dates if when.bound is Bound.WHOLE and _is_point(when)]
        if whole:
            last = whole[-1].text
            month = last[:7] if len(last) >= 7 and last[5] < "2" else ""
            self.earlier = replace(self.earlier, year=int(last[:4]), month=month)
        told = [fact.party for fact in facts if fact.party is not None and not fact.party.ours]
        named = told or [p for p in parties(laid) if not p.ours and (p.no is not None or p.name)]
        if named:
            self.earlier = replace(self.earlier, partners=named[-1].nos, name=named[-1].name)


def _is_point(when: When) -> bool:
    return "/" not in when.text or when.text[:7] == when.text.partition("/")[2][:7]
