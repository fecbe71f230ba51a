"""Sentences of a narrative that go on about the event told of before: who came to it, what was said there."""

from __future__ import annotations

from bot.language.scripts import fold
from bot.record.draft import Entry
from bot.record.facts.events import other_matters
from bot.record.facts.fact import Fact
from bot.record.facts.parties import parties
from bot.record.facts.people import people
from bot.record.facts.scene import Scene
from bot.record.facts.verbs import verbs


def adds(scene: Scene, fact: Fact, told: Entry) -> bool:
    """Whether a sentence that seems to tell of an event goes on about the one told of."""
    if _is_unnamed(fact) or _is_named_again(scene, fact, told):
        return True
    differs = any(
        fact.row.get(c, told.row.get(c, "")) != told.row.get(c, "") for c in ("date", "city", "kind")
    )
    dated = "date" in fact.row and "date" not in told.row
    return not _has_own_title(fact) and not differs and not dated


def _has_own_title(fact: Fact) -> bool:
    """A title that is told, and not made up of kind and place."""
    return any(c.startswith("title_") and c not in fact.doubts for c in fact.row)


def _is_unnamed(fact: Fact) -> bool:
    """`There A. Saidov gave a paper, "…"`: only the verb tells of an event, and no day nor place does."""
    return "kind" not in fact.quotes and not {"date", "city"} & fact.row.keys()


def _is_named_again(scene: Scene, fact: Fact, told: Entry) -> bool:
    """`The exhibition was prepared with … and seen until August by …`: it begins with what was told of."""
    noun = next((s for place in range(_OPENING) if (s := scene.at(place, "event.")) is not None), None)
    if noun is None or fact.row.get("kind") != told.row.get("kind"):
        return False
    elsewhere = fact.row.get("city", told.row.get("city", "")) != told.row.get("city", "")
    many = noun.ending.plural or scene.low(noun.end - 1).endswith("s")
    return not _has_own_title(fact) and not elsewhere and not many and scene.low(noun.start - 1) not in _NEW


_OPENING = 2
_NEW = frozenset(("a", "an", "another", "yana", "яна", "другая", "другой", "ещё", "еще", "new"))


def guests(scene: Scene, told: Entry) -> tuple[Fact, ...]:
    """Who came, in a sentence that goes on about an event: `Three of our staff took part in it`."""
    other = next(other_matters(scene, 0, len(scene.tokens)), None)
    if other is not None or not any(v.affirmed for v in verbs(scene, "attend", "visit")):
        return ()
    everyone = parties(scene)
    return people(scene, everyone, 0, len(scene.tokens), visit=told.row.get("kind") == "visit")


def newcomers(found: tuple[Fact, ...], event: Entry, there: tuple[Entry, ...]) -> tuple[Fact, ...]:
    """Those of the people found who were not named before; the public of an exhibition is nobody's guest."""
    named = {fold(str(entry.row["person"])) for entry in there if "person" in entry.row}
    public = event.row.get("kind") == "exhibition"
    return tuple(
        fact
        for fact in found
        if fold(str(fact.row.get("person", ""))) not in named
        and not (public and fact.party is None and not {"person", "institution"} & fact.row.keys())
    )
