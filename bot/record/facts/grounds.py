"""The ground on which a shipment was made: a gift, an exchange, a purchase, a loan."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.lexicon import Sense
from bot.language.phrases import Known
from bot.record.facts.parts import Part
from bot.record.facts.scene import Scene
from bot.record.facts.verbs import Verb
from db.vocabulary import Basis

_GROUNDS = {
    "gift": Basis.GIFT,
    "buy": Basis.PURCHASE,
    "lend": Basis.LOAN,
    "borrow": Basis.LOAN,
    "exchange": Basis.EXCHANGE,
}


def put_ground(
    scene: Scene,
    row: dict[str, str | int],
    quotes: dict[str, str],
    verb: Verb | None,
    places: Sequence[int],
    parts: Sequence[Part],
) -> None:
    """The ground as said: in the amount's own part, in those that go with it, or at the head of it all."""
    if verb is not None and verb.language == "en" and parts[places[0]].ours and _is_given(scene, verb):
        row["basis"], quotes["basis"] = Basis.GIFT.value, scene.said(verb.start, verb.end)
    for where in dict.fromkeys(places):
        part = parts[where]
        found = [v for v in part.verbs if v.act in _GROUNDS and v.affirmed]
        found = [v for v in found if where == places[0] or v == verb or v.act == "exchange"]
        if found:
            row["basis"] = _GROUNDS[found[0].act].value
            quotes["basis"] = scene.said(found[0].start, found[0].end)
            return
        grounds = scene.within(part.start, part.end, "basis.")
        sense = next((s for s in grounds if in_no_name(scene, s.start)), None)
        heads = where in places[:-2] or where == places[0] or (where == 0 and _is_headed(sense, part))
        if where != places[0] and verb in parts[places[0]].verbs and _is_verb(scene, sense):
            continue  # `presented 6 albums in return for the 30 journals it had sent`
        footnote = sense is not None and _is_footnote(scene, sense, parts[places[0]])
        if sense is not None and (heads or sense.concept == "basis.exchange" or footnote):
            row["basis"], quotes["basis"] = (
                sense.concept.partition(".")[2],
                scene.said(sense.start, sense.end),
            )
            return


def _is_footnote(scene: Scene, sense: Sense, part: Part) -> bool:
    """`12 to Istanbul, 13 to Ankara (books, gift)`: in brackets behind it all, no semicolon between."""
    start, end = scene.sentence_of(sense.start)
    if not start <= part.start < end:
        return False
    opened = any("(" in scene.before(p) for p in range(start, sense.start + 1))
    return opened and not any(n.start > sense.start and n.start < end for n in scene.counted)


def _is_given(scene: Scene, verb: Verb) -> bool:
    """`We were given 35 books`."""
    return scene.low(verb.start) == "given" and scene.low(verb.start - 1) in {"was", "were"}


def _is_verb(scene: Scene, sense: Sense | None) -> bool:
    return sense is not None and scene.earlier.told and scene.at(sense.start, "log.gift") is not None


def _is_headed(sense: Sense | None, part: Part) -> bool:
    """Whether the ground is said before the first amount, for all that follow."""
    return sense is not None and part.amount is not None and sense.start < part.amount.start


def in_no_name(scene: Scene, place: int) -> bool:
    named = any(m.known is Known.PARTNER and m.start <= place < m.end for m in scene.mentions)
    return not named and not any(start <= place < end for start, end in scene.quoted)
