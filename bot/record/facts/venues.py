"""Where an event was: the city as said, online, or ours where it was with us."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.mention import How, Mention
from bot.language.phrases import Known
from bot.language.suffixes import Case
from bot.record.facts.journeys import goal_of
from bot.record.facts.parties import Party
from bot.record.facts.roles import Role, role_of
from bot.record.facts.scene import Scene
from db.vocabulary import ONLINE


def put_place(
    scene: Scene,
    start: int,
    end: int,
    everyone: list[Party],
    row: dict[str, str | int],
    quotes: dict[str, str],
) -> None:
    """The city as said, online, or ours where it was with us."""
    online = next(scene.within(start, end, "online"), None)
    cities = [
        m
        for m in scene.mentions
        if m.known is Known.CITY and start <= m.start < end and not in_partner(scene, m.start)
    ]
    cities = cities or [m for m in _with_us(scene) if start <= m.start < end]
    cities = [m for m in cities if not any(s <= m.start < e for s, e in scene.quoted)]
    cities = [m for m in cities if not _comes_from(scene, m.start, m.end, m.ending.case)]
    if not cities:
        cities = [
            m
            for m in scene.mentions
            if m.known is Known.CITY and _is_where(scene, m.start, start, end, everyone)
        ]
    cities = cities or [m for m in _told_where(scene, start, end) if not _comes_along(m, everyone)]
    only_here = [p for p in everyone if p.place and p.role is Role.OTHER and len(p.place) > len("UZ")]
    if online is not None or any(
        scene.low(p).startswith(("onlayn", "онлайн", "online")) for p in range(start, end)
    ):
        row["city"] = ONLINE
        quotes["city"] = scene.said(online.start, online.end) if online else ONLINE
    elif cities:
        row["city"], quotes["city"] = cities[0].value, scene.said(cities[0].start, cities[0].end)
    elif only_here:
        row["city"], quotes["city"] = only_here[0].place, scene.said(only_here[0].start, only_here[0].end)
    elif any(p.ours and p.role is Role.OTHER for p in everyone) and scene.gazetteer.ourselves.city:
        row["city"] = scene.gazetteer.ourselves.city


def _told_where(scene: Scene, start: int, end: int) -> list[Mention]:
    """`ИКОМнинг Париждаги йиғилиши`, `с Музеем Востока в Москве`: a town said behind the name of a house."""
    exact = [m for m in scene.mentions if m.known is Known.PARTNER and m.how is How.EXACT]
    names, ends = {m.start for m in exact}, {m.end for m in exact}
    return [
        m
        for m in scene.mentions
        if m.known is Known.CITY
        and start <= m.start < end
        and (m.ending.case in {Case.LOCATIVE, Case.ADJECTIVE} or scene.low(m.start - 1) in {"in", "at"})
        and ({m.start, m.start - 1} & ends or (m.end in names and m.ending.case is Case.ADJECTIVE))
    ]


def _comes_along(city: Mention, everyone: Sequence[Party]) -> bool:
    """`с гостями из библиотеки в Москве`: they came from there."""
    return any(p.role is Role.SOURCE and p.start <= city.start < p.end for p in everyone)


def _with_us(scene: Scene) -> list[Mention]:
    """`the Library in Tashkent`: our own city, said with our name."""
    ours = [m for m in scene.mentions if m.known is Known.OURSELVES]
    cities = [m for m in scene.mentions if m.known is Known.CITY and scene.low(m.start - 1) == "in"]
    return [m for m in cities if any(us.start <= m.start < us.end for us in ours)]


def _is_where(scene: Scene, place: int, start: int, end: int, everyone: list[Party]) -> bool:
    """`Берлинда, давлат кутубхонасида`: the city in the name of the house where it was."""
    roles = {Role.OTHER} if goal_of(scene, start, end) is None else {Role.OTHER, Role.GOAL, Role.AGENT}
    return start <= place < end and any(p.start <= place < p.end and p.role in roles for p in everyone)


def _comes_from(scene: Scene, start: int, end: int, case: Case) -> bool:
    """`Oslodan kelgan`, `from Oslo`, `with Oslo`: a place that somebody came from, or that it was done with,
    is not where it was.
    """
    role = role_of(scene, start, end, case)[0]
    first, last = scene.sentence_of(start)
    back = any(scene.within(first, last, "log.return")) or scene.low(start - 2) == "back"
    return role is Role.WITH or (role is Role.SOURCE and not back)


def in_partner(scene: Scene, place: int) -> bool:
    return any(
        m.known in {Known.PARTNER, Known.OURSELVES} and m.start <= place < m.end for m in scene.mentions
    )
