"""What a message says of a partner itself: that it is a new one, and how it can be reached."""

from __future__ import annotations

import re

from bot.record.facts.fact import Fact
from bot.record.facts.moods import asked, unreal
from bot.record.facts.parties import Party, parties
from bot.record.facts.people import persons
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene
from db.vocabulary import Row, Sheet

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEBSITE = re.compile(r"(?:https?://|www\.)[^\s,;]+")
_HOST = re.compile(r"(?<![\w@.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/[^\s,;]*)?(?![\w@])")
_PHONE = re.compile(r"\+\d[\d ()-]{6,18}\d")
_NEW = frozenset(("yangi", "янги", "новый", "нового", "новая", "новым", "new"))


def partners(scene: Scene) -> tuple[Fact, ...]:
    """A new partner that is named as one, or a known one's contacts."""
    last = len(scene.tokens)
    if not last or asked(scene, 0, last) or unreal(scene, 0):
        return ()
    named = [p for p in parties(scene) if not p.ours]
    reached = _contacts(scene, named)
    fresh = _is_called_new(scene) or any(scene.within(0, last, "log.partner"))
    party = next((p for p in named if p.name), None) if fresh else None
    party = party or (_strange(scene, named) if fresh else None)
    party = party or next((p for p in named if p.no is not None or p.name), None)
    if party is None or not (reached or (party.name and fresh)):
        return ()
    if party.no is None:
        return (Fact(Sheet.PARTNERS, reached, party),)
    known: Row = {"id": scene.gazetteer.partners[party.no].id}
    return (Fact(Sheet.PARTNERS, {**known, **reached}, None, base=known),)


def _is_called_new(scene: Scene) -> bool:
    """`yangi hamkor`, `новый партнёр`, `a new partner`."""
    return any(scene.low(sense.start - 1) in _NEW for sense in scene.within(0, len(scene.tokens), "partner"))


def _strange(scene: Scene, named: list[Party]) -> Party | None:
    """`Matenadaran (Yerevan) is a new partner`: a name that nothing explains, beside what calls it so."""
    taken = {place for p in named if not p.place for place in range(p.start, p.end)}
    place = 0
    while place < len(scene.tokens):
        end = place
        while end < len(scene.tokens) and end not in taken and _is_strange(scene, end):
            if end > place and scene.before(end) != " ":
                break
            end += 1
        if end > place:
            return Party(place, end, Role.AGENT, name=scene.said(place, end))
        place += 1
    return None


def _is_strange(scene: Scene, place: int) -> bool:
    token = scene.tokens[place]
    if not token.written[0].isupper() or token.is_number or scene.when_at(place) is not None:
        return False
    named = any(m.start <= place < m.end for m in scene.mentions)
    return not named and not scene.by_place.get(place)


def _contacts(scene: Scene, named: list[Party]) -> dict[str, str | int]:
    """E-mail, telephone, website as written, and the person beside them."""
    found: dict[str, str | int] = {}
    for column, pattern in (("email", _EMAIL), ("website", _WEBSITE), ("phone", _PHONE)):
        if match := pattern.search(scene.text):
            found[column] = match.group().rstrip(".")
    told = any(scene.within(0, len(scene.tokens), "website"))
    if "website" not in found and told and (match := _HOST.search(scene.text)):
        found["website"] = match.group()
    is_contact = next(scene.within(0, len(scene.tokens), "contact", "phone", "email"), None) is not None
    people = next(persons(scene, named, 0, len(scene.tokens)), None) if found or is_contact else None
    if people is not None:
        found["contact"] = people.row["person"]
    return found
