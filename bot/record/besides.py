"""What a text plainly says of several fields at once, whichever of them was asked for. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from bot.language.phrases import Known
from bot.record.facts.amounts import amounts
from bot.record.facts.parties import parties
from bot.record.facts.scene import Scene, scene
from bot.record.facts.verbs import verbs
from bot.record.forms import Form
from bot.record.told import Read, Reading
from bot.record.when import Bound
from db.vocabulary import Sheet


def said_besides(form: Form, text: str, reading: Reading) -> Mapping[str, Read]:
    """What a text plainly says of a form's fields, by their names: `25 nusxa kitob, kecha` is three of
    them.
    """
    laid = scene(text, reading.gazetteer, reading.today)
    found: dict[str, Read] = {}
    for when in laid.dates:
        if when.bound is Bound.WHOLE and form.sheet in {Sheet.EXCHANGES, Sheet.EVENTS}:
            found.setdefault("date", Read({"date": when.edtf}, laid.dated(when)))
    if form.sheet is Sheet.EXCHANGES:
        found |= _shipment(laid)
    elif form.sheet is Sheet.EVENTS:
        found |= {name: r for name in ("kind", "city") if (r := _event(form, name, laid)) is not None}
    return found


def _shipment(laid: Scene) -> dict[str, Read]:
    found: dict[str, Read] = {}
    for amount in amounts(laid)[:1]:
        said = laid.said(amount.start, amount.end)
        if amount.quantity is not None and not amount.bare:
            found["quantity"] = Read({"quantity": amount.quantity}, said)
        if amount.material:
            found["material"] = Read({"material": amount.material}, said)
    for name in ("material", "basis"):
        sense = next(laid.within(0, len(laid.tokens), f"{name}."), None)
        if sense is not None:
            value = sense.concept.partition(".")[2]
            found.setdefault(name, Read({name: value}, laid.said(sense.start, sense.end)))
    known = [p for p in parties(laid) if not p.ours and p.no is not None]
    if len(known) == 1 and (no := known[0].no) is not None:
        said = laid.said(known[0].start, known[0].end)
        found["partner"] = Read({"partner": laid.gazetteer.partners[no].id}, said)
    if (way := direction_said(laid)) is not None:
        found["direction"] = way
    return found


def _event(form: Form, name: str, laid: Scene) -> Read | None:
    prefix = "event." if name == "kind" else ""
    if prefix:
        sense = next(laid.within(0, len(laid.tokens), prefix), None)
        return Read({name: sense.concept[6:]}, laid.said(sense.start, sense.end)) if sense else None
    found = next((m for m in laid.mentions if m.known is Known.CITY), None)
    return Read({name: found.value}, laid.said(found.start, found.end)) if found else None


_OUT, _IN = ("give", "gift", "lend"), ("take", "come", "bring", "send here", "buy", "borrow")


def direction_said(laid: Scene) -> Read | None:
    """The direction that the verbs of a text say, if they say one."""
    ways = {("sent" if v.act in _OUT else "received", v) for v in verbs(laid, *_IN, *_OUT)}
    if len({way for way, _ in ways}) != 1:
        return None
    way, verb = next(iter(ways))
    return Read({"direction": way}, laid.said(verb.start, verb.end))
