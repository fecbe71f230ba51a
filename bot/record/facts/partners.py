"""What a message says of a partner itself: that it is a new one, and how it can be reached."""

from __future__ import annotations

import re

from bot.record.facts.fact import Fact
from bot.record.facts.moods import asked, unreal
from bot.record.facts.parties import Party, parties
from bot.record.facts.people import persons
from bot.record.facts.scene import Scene
from db.vocabulary import Row, Sheet

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEBSITE = re.compile(r"(?:https?://|www\.)[^\s,;]+")
_PHONE = re.compile(r"\+\d[\d ()-]{6,18}\d")
_NEW = frozenset(("yangi", "янги", "новый", "нового", "новая", "новым", "new"))


def partners(scene: Scene) -> tuple[Fact, ...]:
    """A new partner that is named as one, or a known one's contacts."""
    last = len(scene.tokens)
    if not last or asked(scene, 0, last) or unreal(scene, 0):
        return ()
    named = [p for p in parties(scene) if not p.ours]
    reached = _contacts(scene, named)
    party = next((p for p in named if p.no is not None or p.name), None)
    if party is None or not (reached or (party.name and _is_called_new(scene))):
        return ()
    if party.no is None:
        return (Fact(Sheet.PARTNERS, reached, party),)
    known: Row = {"id": scene.gazetteer.partners[party.no].id}
    return (Fact(Sheet.PARTNERS, {**known, **reached}, None, base=known),)


def _is_called_new(scene: Scene) -> bool:
    """`yangi hamkor`, `новый партнёр`, `a new partner`."""
    return any(scene.low(sense.start - 1) in _NEW for sense in scene.within(0, len(scene.tokens), "partner"))


def _contacts(scene: Scene, named: list[Party]) -> dict[str, str | int]:
    """E-mail, telephone, website as written, and the person beside them."""
    found: dict[str, str | int] = {}
    for column, pattern in (("email", _EMAIL), ("website", _WEBSITE), ("phone", _PHONE)):
        if match := pattern.search(scene.text):
            found[column] = match.group().rstrip(".")
    is_contact = next(scene.within(0, len(scene.tokens), "contact", "phone", "email"), None) is not None
    people = next(persons(scene, named, 0, len(scene.tokens)), None) if found or is_contact else None
    if people is not None:
        found["contact"] = people.row["person"]
    return found
