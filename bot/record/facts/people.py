"""Who took part in an event: persons by name, and how many of whose people."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.language.lexicon import Sense
from bot.language.numbers import Number
from bot.record.facts.fact import Fact
from bot.record.facts.headcounts import Headcount, headcounts
from bot.record.facts.parties import Party
from bot.record.facts.persons import bare, name_end
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene
from bot.record.facts.whose import GUESTS, OURS, each_of, guest_of, whose_of
from db.vocabulary import US, Language, Sheet

_INITIAL = 2


def people(scene: Scene, parties: Sequence[Party], start: int, end: int, *, visit: bool) -> tuple[Fact, ...]:
    """The participants that a stretch names; on a visit, uncounted people are the visitors'."""
    named = list(persons(scene, parties, start, end))
    alone = [head for head in headcounts(scene) if start <= head.start < end]
    counted = [_of_head(scene, parties, head, visit=visit) for head in alone]
    told = {place for head in alone for place in range(head.start, head.end)}
    counted += _counted(scene, parties, start, end, told, visit=visit)
    counted = [fact for fact in counted if not _are_named(scene, fact, named)]
    found = [*named, *counted] or list(_officers(scene, start, end))
    guest = guest_of(parties) if visit else None
    if not found and guest is not None and not guest.place:
        found.append(Fact(Sheet.PARTICIPANTS, {}, guest, {}))
    return tuple(found)


def _are_named(scene: Scene, fact: Fact, named: Sequence[Fact]) -> bool:
    """In a narrative: `two colleagues, Anna Petrova and Ivan Belov,` are counted and named."""
    if not scene.earlier.told or len(named) < 2 or fact.row.get("count") != len(named) or fact.party:
        return False
    behind = scene.text.partition(fact.quotes.get("count", ""))[2].lstrip(" ,:(-")
    return behind.startswith(named[0].quotes.get("person", " "))


def _officers(scene: Scene, start: int, end: int) -> Iterator[Fact]:
    """`direktorimiz`, `наш директор`, `The director went`: one of ours, known by the office alone."""
    for sense in scene.within(start, end, "role."):
        if sense.ending.ours or scene.low(sense.start - 1) in OURS or _is_our_head(scene, start, sense):
            said = scene.said(sense.start, sense.end)
            row = {"institution": US, "role": sense.concept.partition(".")[2]}
            yield Fact(Sheet.PARTICIPANTS, row, None, {"role": said})


def _is_our_head(scene: Scene, start: int, office: Sense) -> bool:
    """At the head of a sentence, and nobody's: right before what was done."""
    opens = office.start == start or (office.start == start + 1 and scene.low(start) == "the")
    one = office.concept != "role.guest" and not office.ending.plural
    return opens and one and scene.at(office.end, "log.") is not None


def _of_head(scene: Scene, parties: Sequence[Party], head: Headcount, *, visit: bool) -> Fact:
    """`six of us` are ours; `трое из Билькента` theirs, and on a visit the visitors'."""
    row: dict[str, str | int] = {"count": head.count}
    quotes = {"count": scene.said(head.start, head.end)}
    others = [p for p in parties if not p.ours and p.role in {Role.SOURCE, Role.AGENT, Role.WITH}]
    near = [p for p in others if p.end == head.start or 0 <= p.start - head.end <= 1]
    joined = [p for p in others if p.role is Role.WITH]
    whose = next(iter(near or joined), guest_of(parties) if visit else None)
    ours = head.ours or any(p.ours and p.end == head.start for p in parties)
    if ours or whose is None:
        return Fact(Sheet.PARTICIPANTS, row | {"institution": US}, None, quotes)
    return Fact(Sheet.PARTICIPANTS, row, whose, quotes)


def _counted(
    scene: Scene, parties: Sequence[Party], start: int, end: int, told: Collection[int], *, visit: bool
) -> Iterator[Fact]:
    for number in scene.counted:
        if (
            not start <= number.start < end
            or number.start in told
            or any(first <= number.start < last for first, last in scene.quoted)
            or number.value != int(number.value)
            or number.ordinal
            or number.roman
        ):
            continue
        if scene.when_at(number.start) is not None or (
            scene.language is Language.EN and scene.low(number.start) == "on"
        ):
            continue
        if scene.earlier.told and {scene.low(number.start - 1), scene.low(number.end)} & _ABOUT:
            continue
        if any(scene.within(scene.sentence_of(number.start)[0], number.start, "log.aftermath")):
            continue  # `on their return they trained twelve colleagues`
        noun = _noun(scene, number.end, end)
        party = _side(scene, parties, number.start, end)
        party = party or _next_side(scene, parties, number, start)
        if noun is None and party is not None and not _other_noun(scene, number.end):
            yield _of_side(scene, number, party)
            continue
        lead = (
            scene.low(number.start - 1) in {"of", "из"}
            and scene.at(number.start - 2, "delegation") is not None
        ) or ("(" in scene.before(number.start) and scene.at(number.start - 1, "delegation") is not None)
        if noun is None and not lead:
            continue
        last = noun[1] if noun else number.end
        row: dict[str, str | int] = {"count": int(number.value)}
        quotes = {"count": scene.said(number.start, last)}
        if next(scene.within(number.start, end, "log.each side"), None) is not None:
            for side in (None, guest_of(parties)):
                both: dict[str, str | int] = {**row, **({} if side else {"institution": US})}
                yield Fact(Sheet.PARTICIPANTS, both, side, quotes)
            continue
        if each := each_of(scene, parties, number.start, last):
            yield from (Fact(Sheet.PARTICIPANTS, row, party, quotes) for party in each)
            continue
        whose = whose_of(
            scene, parties, number.start, last, end, general=noun is None or noun[0] == "people", visit=visit
        )
        if whose == US:
            row["institution"] = US
        yield Fact(Sheet.PARTICIPANTS, row, whose if isinstance(whose, Party) else None, quotes)


_ABOUT = frozenset(
    "than over about some nearly almost around approximately более свыше около порядка ortiq ziyod yaqin "
    "ортиқ зиёд яқин".split()
)
"""`visited by more than three thousand people`: nobody counted them."""


def _of_side(scene: Scene, number: Number, party: Party) -> Fact:
    row: dict[str, str | int] = {"count": int(number.value)}
    if party.ours:
        row["institution"] = US
    quotes = {"count": scene.said(number.start, number.end)}
    return Fact(Sheet.PARTICIPANTS, row, None if party.ours else party, quotes)


def _side(scene: Scene, parties: Sequence[Party], start: int, end: int) -> Party | None:
    """`от нас 6, от них четверо`, `ulardan 2`: whose people a bare number right behind them counts."""
    if not any(s.concept in {"staff", "people", "delegation", "log.guest"} for s in scene.senses):
        gathers = any(scene.within(0, len(scene.tokens), "event."))
        if not gathers or any(scene.within(0, len(scene.tokens), "material.", "copies")):
            return None
    number = next((n for n in scene.counted if n.start == start), None)
    if number is not None and scene.low(number.end) in {"from", "из", "от"}:
        behind = number.end + 1 + (scene.low(number.end + 1) == "the")
        return next((p for p in parties if p.start == behind and p.role is Role.SOURCE), None)
    near = [p for p in parties if p.end == start and p.role in {Role.SOURCE, Role.AGENT}]
    return near[0] if near and start < end and scene.before(start).strip(" -:") == "" else None


def _next_side(scene: Scene, parties: Sequence[Party], number: Number, start: int) -> Party | None:
    """`seven delegates from Riga and two from Oslo`: people once, people again."""
    if scene.language is not Language.EN or scene.low(number.end) not in {"from", "of"}:
        return None
    if next(scene.within(start, number.start, "people", "staff", "log.guest"), None) is None:
        return None
    if scene.at(number.start - 1, "and") is None:
        return None
    return next((p for p in parties if not p.ours and 1 <= p.start - number.end <= _INITIAL), None)


def _other_noun(scene: Scene, place: int) -> bool:
    return scene.at(place, "material.", "year", "month", "time.day", "copies") is not None


def _noun(scene: Scene, start: int, end: int) -> tuple[str, int] | None:
    """The people counted right behind a number: `3 nafar xodimimiz`, `двое наших специалистов`, `two of our
    staff`.
    """
    last: tuple[str, int] | None = None
    for place in range(start, min(start + 4, end)):
        if place > start and scene.before(place).strip(" -'"):
            break
        sense = scene.at(place, *GUESTS)
        if sense is not None:
            last = (sense.concept if last is None or sense.concept != "people" else last[0], sense.end)
    return last


def persons(scene: Scene, parties: Sequence[Party], start: int, end: int) -> Iterator[Fact]:
    """Names of people, each one participant: ours, unless an institution stands before them."""
    place = start
    before: tuple[Party | None, int] = (None, -1)
    while place < end:
        last = name_end(scene, parties, place, end)
        if last is None:
            place += 1
            continue
        row: dict[str, str | int] = {"person": bare(scene, place, last)}
        whose = next(
            (p for p in parties if not p.ours and 0 <= place - p.end <= 3 and _introduces(scene, p, place)),
            None,
        )
        whose = (
            whose
            or _described(scene, parties, last, end)
            or _joined(scene, parties, last, end)
            or _came_from(scene, parties, start, end)
        )
        if whose is None and scene.low(_before_role(scene, place) - 1) in _THEIR:
            whose = _told_of(scene, parties, place)
        if whose is None and scene.earlier.told and before[1] == place - 1 and scene.at(place - 1, "and"):
            whose = before[0]  # `Riga's envoys Anna Ozola and Ivars Berzins`
        before = (whose, last)
        if whose is None or whose.ours:
            row["institution"], whose = US, None
        if role := _role(scene, place):
            row["role"] = role
        yield Fact(
            Sheet.PARTICIPANTS,
            row,
            replace(whose, role=Role.OTHER) if whose else None,
            {"person": scene.said(place, last)},
        )
        place = last


_STYLES = frozenset(("prof", "dr", "mr", "mrs", "ms"))
_THEIR = frozenset(("its", "their"))


def _before_role(scene: Scene, place: int) -> int:
    """Where the office before a name begins: `its director, Prof. Aydin`."""
    place -= scene.low(place - 1) in _STYLES
    senses = (scene.at(place - back, "role.", "staff") for back in (2, 1))
    return next((s.start for s in senses if s is not None and s.end == place), place)


def _told_of(scene: Scene, parties: Sequence[Party], place: int) -> Party | None:
    """Whose `its director` is: of the institution named before, here or in the sentence before."""
    before = [p for p in parties if not p.place and p.end <= place]
    if before:
        return before[-1]
    earlier = scene.earlier
    if not earlier.partners and not earlier.name:
        return None
    return Party(place, place + 1, Role.OTHER, earlier.partners, "" if earlier.partners else earlier.name)


def _came_from(scene: Scene, parties: Sequence[Party], start: int, end: int) -> Party | None:
    """`ИФЛАдан меҳмон келди, Ҳелен Манделл`: where guests come from, the one named is theirs."""
    if next(scene.within(start, end, "log.guest"), None) is None:
        return None
    return next((p for p in parties if not p.ours and p.role is Role.SOURCE and start <= p.start < end), None)


def _joined(scene: Scene, parties: Sequence[Party], last: int, end: int) -> Party | None:
    """`Anna Petrova and Ivan Belov from the Hermitage`: both are from there."""
    if not scene.earlier.told or scene.at(last, "and") is None:
        return None
    other = name_end(scene, parties, last + 1, end) if last + 1 < end else None
    return _described(scene, parties, other, end) if other is not None else None


def _described(scene: Scene, parties: Sequence[Party], last: int, end: int) -> Party | None:
    """`A. Visly, director of the RSL`: a role and an institution in apposition."""
    reach = _CLAUSE if scene.low(last) == "who" else _ARTICLE + 1
    near = next((p for p in parties if not p.ours and 0 <= p.start - last <= reach), None)
    if last >= end or near is None:
        return None
    if scene.before(last).strip() == "," and scene.at(last, "role.", "staff") is not None:
        return near if near.start > last else None
    if scene.low(last) in {"who", "which"} and near.start > last:
        return near
    from_there = scene.low(last) in _FROM and scene.before(last) == " "
    bracketed = scene.before(last).strip() == "(" and near.start == last
    return near if (from_there and near.start - last <= _ARTICLE) or bracketed else None


_FROM = frozenset(("из", "от", "from", "of", "at"))
_ARTICLE = 2
_CLAUSE = 5


def _introduces(scene: Scene, party: Party, place: int) -> bool:
    """`RSL director A. Visly`, `the director of the RSL, A. Visly`: only a role stands between a house and
    the name.
    """
    if party.place and party.role is Role.OTHER:
        return False
    between = range(party.end, place)
    if any(set(scene.before(p)) & set(",;") for p in between):
        return False
    beside = not scene.before(place).strip()
    offices = (*between, *range(party.start - _CLAUSE + 1, party.start))
    comma = scene.before(place).strip() == "," and any(scene.at(p, "role.") for p in offices)
    return all(scene.at(p, "role.", "staff") is not None for p in between) and (beside or comma)


def _role(scene: Scene, place: int) -> str:
    for back in (2, 1):
        sense = scene.at(place - back, "role.", "staff")
        if sense is not None and sense.end == place:
            return scene.said(sense.start, sense.end)
    return ""
