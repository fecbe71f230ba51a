"""Events that took place: what kind, when, where, called what, and who was there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.language.lexicon import Sense
from bot.language.mention import How, Mention
from bot.language.phrases import Known
from bot.record.facts.amounts import amounts
from bot.record.facts.fact import Fact
from bot.record.facts.headcounts import headcounts
from bot.record.facts.journeys import goal_of, travellers
from bot.record.facts.moods import unreal
from bot.record.facts.parties import Party, parties
from bot.record.facts.people import people, persons
from bot.record.facts.roles import Role
from bot.record.facts.scene import Scene
from bot.record.facts.titles import put_title, titled
from bot.record.facts.venues import in_partner, put_place
from bot.record.facts.verbs import Verb, verbs
from bot.record.when import Bound, When
from db.vocabulary import Language, Sheet

_RECEPTIONS = ("host", "take")
"""What we do with guests: `принимали делегацию`, `received a delegation`."""
ACTS = ("hold", "attend", "host", "open", "visit", "go", "meet", "speak", "learn")


def events(scene: Scene, taken: Collection[int] = ()) -> tuple[Fact, ...]:
    """The events that a message reports: a sentence that names one, and the next if it goes on about it.

    The sentences that begin at `taken` are about something else.
    """
    facts: list[Fact] = []
    told = 0
    for at, (start, end) in enumerate(scene.sentences):
        if start in taken or start < told:
            continue
        if came := _came_to_known(scene, start, end):
            facts += came
            continue
        if not _begins(scene, start, end):
            continue
        last = next(iter(scene.sentences[at + 1 : at + 2]), None)
        if last is not None and last[0] not in taken and _goes_on(scene, *last, after=start):
            end = last[1]  # noqa: PLW2901 - the sentence is lengthened on purpose
        told = end
        for stretch in _apart(scene, start, end):
            fact = _event(scene, *stretch, (start, end))
            facts += _each_title(scene, *stretch, fact) if fact is not None else ()
    return tuple(facts)


def _came_to_known(scene: Scene, start: int, end: int) -> list[Fact]:
    """`В «Ночи музеев 2026» участвовали двое из Эрмитажа`: who came to an event that is recorded already."""
    found = [m for m in scene.mentions if m.how is How.EXACT and start <= m.start < end]
    known = next(((m, no) for m in found if (no := _recorded(scene, m)) is not None), None)
    if scene.earlier.told or known is None or unreal(scene, start):
        return []
    event = scene.gazetteer.event_records[known[1]]
    when = _date(scene, start, end)
    if when is not None and (event.date is None or when.text != str(event.date)):
        return []
    if not any(start <= v.start < end and v.affirmed for v in verbs(scene, "attend", "visit")):
        return []
    everyone = [p for p in parties(scene) if start <= p.start < end]
    others = [p for p in everyone if p.start not in known[0].places]
    came = people(scene, others, start, end, visit=False)
    return [replace(fact, row={"event": event.id, **fact.row}) for fact in came]


def _recorded(scene: Scene, mention: Mention) -> int | None:
    """The event that a name means, or the edition of a series in the year said behind it."""
    if len(mention.targets) != 1 or mention.known not in {Known.EVENT, Known.SERIES}:
        return None
    no = mention.targets[0].no
    if mention.known is Known.EVENT:
        return no
    editions = [e.no for e in scene.gazetteer.events.values() if e.series == no]
    fits = [one for one in editions if str(scene.gazetteer.events[one].year) == scene.low(mention.end)]
    return fits[0] if len(fits) == 1 else None


def _apart(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of a sentence that tell of one event each: each names it and says when, where or how it is
    called.
    """
    nouns = [s for s in _nouns(scene, start, end) if not _is_quoted(scene, s.start)]
    edges = [start]
    for first, second in pairwise(nouns):
        cuts = [
            p for p in range(first.end, second.start + 1) if scene.before(p).strip(" )»\"”'")[:1] in _PARTS
        ]
        edges += cuts[-1:]
    parts = list(pairwise([*edges, end]))
    if len(parts) != len(nouns) or not all(_is_marked(scene, *part) for part in parts):
        return [(start, end)]
    return parts


_PARTS = frozenset((",", ";", "-"))


def _is_marked(scene: Scene, start: int, end: int) -> bool:
    dated = any(start <= w.start < end for w in scene.dates)
    placed = any(m.known is Known.CITY and start <= m.start < end for m in scene.mentions)
    return dated or placed or any(start <= first < end for first, _ in scene.quoted)


def _each_title(scene: Scene, start: int, end: int, fact: Fact) -> list[Fact]:
    """`seminars "A", "B" and "C" were held`: titles side by side are an event each."""
    titles = [(first, last) for first, last in scene.quoted if start <= first < end]
    noun = _noun(scene, start, end)
    listed = all(second[0] - first[1] <= 1 for first, second in pairwise(titles))
    if len(titles) < 2 or noun is None or not listed:
        return [fact]
    plain = {c: v for c, v in fact.row.items() if not c.startswith("title_")}
    found = []
    for first, last in titles:
        row, quotes = dict(plain), {c: q for c, q in fact.quotes.items() if c in plain}
        titled(scene, row, quotes, scene.said(first, last), sure=True)
        found.append(replace(fact, row=row, quotes=quotes, doubts=frozenset()))
    return found


def _begins(scene: Scene, start: int, end: int) -> bool:
    return _noun(scene, start, end) is not None or bool(_untold(scene, start, end))


def _untold(scene: Scene, start: int, end: int) -> str:
    """The kind of an event that the verb alone tells: somebody came, met, learned, spoke."""
    if _learns(scene, start, end) and not _speaks(scene, start, end):
        return "training"
    if _visits(scene, start, end) or goal_of(scene, start, end) is not None:
        return "visit"
    if _speaks(scene, start, end):
        return "presentation"
    return "meeting" if _meets(scene, start, end) else ""


def _meets(scene: Scene, start: int, end: int) -> bool:
    """`zoomda gaplashdik`, `met with UNESCO online`: with somebody of another house."""
    met = any(start <= v.start < end and v.affirmed for v in verbs(scene, "meet"))
    others = [p for p in parties(scene) if start <= p.start < end and not p.ours]
    return met and any(p.role is Role.WITH for p in others)


def _speaks(scene: Scene, start: int, end: int) -> bool:
    """Somebody of ours by name gave a talk somewhere."""
    spoke = any(start <= v.start < end and v.affirmed for v in verbs(scene, "speak"))
    if not spoke or not _is_marked(scene, start, end):
        return False
    return next(persons(scene, parties(scene), start, end), None) is not None


def _learns(scene: Scene, start: int, end: int) -> bool:
    """Somebody of a number or a name was trained somewhere or some day, without the word training."""
    learning = [s for s in scene.within(start, end, "log.learn") if scene.low(s.start - 1) != "to"]
    if not learning:
        return False
    return _is_marked(scene, start, end) and bool(people(scene, parties(scene), start, end, visit=False))


def _goes_on(scene: Scene, start: int, end: int, *, after: int) -> bool:
    """`…; 5 of our staff spoke`: people and nothing else."""
    other = next(other_matters(scene, start, end), None)
    dated = any(start <= w.start < end for w in scene.dates)
    # `taqdimoti oʻtdi, 18 noyabr, … mehmon boʻldi`: the one day that is said is of both.
    dated = dated and (scene.earlier.told or any(after <= w.start < start for w in scene.dates))
    come = not dated and _noun(scene, start, end) is None and _untold(scene, start, end) == "visit"
    return other is None and (come or not _begins(scene, start, end))


def _is_setting(scene: Scene, noun: Sense) -> bool:
    """In a narrative: `within the framework of the congress a round table was held`: told of already."""
    if not scene.earlier.told:
        return False
    if scene.low(noun.end) in _SETTINGS:
        return True
    before = noun.start - (scene.low(noun.start - 1) in {"the", "этой", "этого"})
    behind = {scene.low(before - 1), scene.low(before - 2)}
    return bool(behind & _SETTINGS) or ("connection" in behind and scene.low(before - 1) == "with")


_SETTINGS = frozenset(
    "framework part sidelines margins occasion рамках ходе итогам doirasida доирасида".split()
)


def other_matters(scene: Scene, start: int, end: int) -> Iterator[Sense]:
    """What says that a stretch is about no event: things, papers, offices; but not `members of our staff`."""
    for sense in scene.within(start, end, "material.", "agreement.", "stage."):
        if not (scene.low(sense.start).startswith("member") and scene.low(sense.end) == "of"):
            yield sense


def _noun(scene: Scene, start: int, end: int) -> Sense | None:
    """The word that names the event; a kind before the general `event`."""
    inside = _nouns(scene, start, end)
    inside = [s for s in inside if not _is_quoted(scene, s.start)] or inside
    inside = [s for s in inside if not _is_setting(scene, s)] or inside
    kinds = [s for s in inside if s.concept != "event"]
    quote = next((span for span in scene.quoted if start <= span[0] < end), None)
    if quote is not None and len(kinds) > 1:
        # What stands beside a title is what is called so.
        return min(kinds, key=lambda s: min(abs(s.start - quote[1]), abs(quote[0] - s.end)))
    return next(iter(kinds or inside), None)


def _nouns(scene: Scene, start: int, end: int) -> list[Sense]:
    found = [
        s
        for s in scene.within(start, end, "event.", "event")
        if not in_partner(scene, s.start) and scene.low(s.end) not in {"emas", "эмас"}
    ]
    found = [s for s in found if not _is_purpose(scene, s)] or found[:0]
    # `Zoom webinar` is a webinar.
    found = [s for s in found if not (scene.at(s.start, "online") and scene.at(s.end, "event."))]
    found = [s for s in found if not _is_of_things(scene, s)]
    # `oʻquv zali` is a reading room, no training.
    rooms = [s for s in scene.within(start, end, "programme.") if s.end - s.start > 1]
    return [s for s in found if not any(room.start <= s.start < s.end < room.end for room in rooms)]


def _is_of_things(scene: Scene, noun: Sense) -> bool:
    """`exhibition catalogues`, `koʻrgazma katalogi`, `каталогов выставок`: things, and no event."""
    if scene.language is Language.RU:
        thing = scene.at(noun.start - 1, "material.")
        return thing is not None and thing.end == noun.start and not scene.before(noun.start).strip()
    return scene.at(noun.end, "material.") is not None and scene.before(noun.end) == " "


def _is_purpose(scene: Scene, noun: Sense) -> bool:
    """`about the exhibition`, `о выставке`, `koʻrgazma uchun`: what something was for or about."""
    before = noun.start - 1 - (scene.low(noun.start - 1) in _ARTICLES)
    behind = scene.tokens[noun.end].key if noun.end < len(scene.tokens) else ""
    return scene.low(before) in _PURPOSES or behind in {"uchun", "haqida", "togrisida"}


_ARTICLES = frozenset(("the", "a", "an", "our", "their", "нашей", "их"))
_PURPOSES = frozenset(("about", "regarding", "concerning", "для", "о", "об", "про"))


def _is_quoted(scene: Scene, place: int) -> bool:
    return any(first <= place < last for first, last in scene.quoted)


def _visits(scene: Scene, start: int, end: int) -> bool:
    """Somebody came to us, without the word visit."""
    if any(start <= a.start < end and not a.bare for a in amounts(scene)):
        return False
    everyone = [p for p in parties(scene) if start <= p.start < end]
    others = any(not p.ours for p in everyone)
    guests = next(scene.within(start, end, "delegation", "log.guest"), None) is not None
    if others and _had_guests(scene, start, end):
        return True
    guests = (
        guests
        or (others and _counts_people(scene, start, end))
        or _is_named_guest(scene, everyone, start, end)
    )
    came = [v for v in verbs(scene, "visit") if start <= v.start < end and v.affirmed]
    ours = any(p.ours for p in everyone)
    if came and ((ours and (guests or others)) or (guests and others)):
        return True
    return guests and others and any(start <= v.start < end for v in verbs(scene, *_RECEPTIONS) if v.affirmed)


def _had_guests(scene: Scene, start: int, end: int) -> bool:
    """`we had two visitors from Riga`"""
    guests = list(scene.within(start, end, "log.guest", "delegation"))
    return any(
        scene.low(p) == "had" and any(0 < g.start - p <= _BESIDE for g in guests) and not unreal(scene, p)
        for p in range(start, end)
    )


_BESIDE = 3


def _is_named_guest(scene: Scene, everyone: Sequence[Party], start: int, end: int) -> bool:
    """`Rigadan Anna Ozola keldi`: a person from another house, by name."""
    theirs = any(not p.ours and p.role in {Role.SOURCE, Role.OTHER, Role.AGENT} for p in everyone)
    return theirs and next(persons(scene, everyone, start, end), None) is not None


def _counts_people(scene: Scene, start: int, end: int) -> bool:
    """`3 kishi`, `трое`, `two specialists`: people of somebody's, not ours."""
    if any(start <= head.start < end and not head.ours for head in headcounts(scene)):
        return True
    nouns = [s for s in scene.within(start, end, "people", "staff") if not s.ending.ours]
    return any(n.end in {s.start, s.start - 1} for n in scene.counted for s in nouns)


def _event(scene: Scene, start: int, end: int, whole: tuple[int, int]) -> Fact | None:
    noun = _noun(scene, start, end)
    wanted = ACTS if noun is not None else (*ACTS, *_RECEPTIONS)
    acts = [
        v
        for v in verbs(scene, *wanted)
        if whole[0] <= v.start < whole[1] and not _is_noun_too(scene, v, noun)
    ]
    if not _happened(scene, start, end, acts, noun) and not _are_sent(scene, start, end, noun):
        return None
    everyone = [p for p in parties(scene) if start <= p.start < end]
    kind = noun.concept.partition(".")[2] if noun is not None else _untold(scene, start, end) or "visit"
    visit = kind == "visit"
    row: dict[str, str | int] = {"kind": kind} if kind else {}
    quotes = {"kind": scene.said(noun.start, noun.end)} if kind and noun is not None else {}
    if (when := _date(scene, start, end)) is not None:
        row["date"], quotes["date"] = when.edtf, scene.dated(when)
    put_place(scene, start, end, everyone, row, quotes)
    doubts = put_title(scene, start, end, noun, row, quotes)
    if scene.earlier.told and _is_summary(scene, start, end, noun, row):
        return None
    host = next((p for p in everyone if p.role is Role.BY and not p.ours), None)
    goal = goal_of(scene, start, end) if visit else None
    if goal is not None:
        return Fact(
            Sheet.EVENTS, row, goal if not goal.place else None, quotes, doubts, travellers(scene, start, end)
        )
    return Fact(Sheet.EVENTS, row, host, quotes, doubts, people(scene, everyone, start, end, visit=visit))


def _date(scene: Scene, start: int, end: int) -> When | None:
    """The date that says most: `that year, on 3–5 December`."""
    found = [w for w in scene.dates if start <= w.start < end and w.bound is Bound.WHOLE]
    found = [w for w in found if not _is_quoted(scene, w.start)]  # `«Muzey kechasi»`
    return max(found, key=lambda w: min(len(w.text), len("2014-01-01")), default=None)


def _is_summary(scene: Scene, start: int, end: int, noun: Sense | None, row: dict[str, str | int]) -> bool:
    """`Our staff took part in six events abroad`: a narrative sums up what it tells in its place."""
    if any(start <= first < end for first, _ in scene.quoted):
        return False
    many = noun is not None and (noun.ending.plural or _is_many(scene.low(noun.end - 1)))
    many = many and not _is_name(scene, noun)
    if not many and next(persons(scene, parties(scene), start, end), None) is not None:
        return False
    known = "city" in row or len(str(row.get("date", ""))) > len("2014")
    known = known or (noun is not None and "topic" in row)
    return many or not known


def _is_many(low: str) -> bool:
    """`seminars`, not `congress`."""
    return low.endswith("s") and not low.endswith("ss")


def _is_name(scene: Scene, noun: Sense | None) -> bool:
    """`the Rumyantsev Readings`: many by grammar, one by name."""
    return noun is not None and noun.start > 0 and scene.tokens[noun.start].written[0].isupper()


def _is_noun_too(scene: Scene, verb: Verb, noun: Sense | None) -> bool:
    return noun is not None and noun.start <= verb.start and verb.end <= noun.end


def _happened(scene: Scene, start: int, end: int, acts: list[Verb], noun: Sense | None) -> bool:
    """Something must have been held or attended; a telegram without a verb needs a day in the past and
    somebody.
    """
    if any(start <= v.start < end for v in verbs(scene, "end")):
        return False
    if acts:
        return any(v.affirmed for v in acts) and not any(v.denied for v in acts if v.act != "go")
    if noun is None:
        return _had_guests(scene, start, end)
    if unreal(scene, start) or _transfers(scene, start, end):
        return False
    dated = any(start <= w.start < end and w.text <= scene.today.isoformat() for w in scene.dates)
    someone = next(persons(scene, parties(scene), start, end), None) is not None
    near = [p for p in parties(scene) if start <= p.start < end]
    return dated and (someone or bool(people(scene, near, start, end, visit=False)))


def _are_sent(scene: Scene, start: int, end: int, noun: Sense | None) -> bool:
    """`Five of our staff were sent to Seoul for a training course`: people, and no books."""
    if noun is None or not scene.earlier.told or unreal(scene, start):
        return False
    things = any(scene.within(start, end, "material.")) or any(
        start <= a.start < end and not a.bare for a in amounts(scene)
    )
    sent = any(start <= v.start < end and v.affirmed for v in verbs(scene, "give"))
    return sent and not things and bool(people(scene, (), start, end, visit=False))


def _transfers(scene: Scene, start: int, end: int) -> bool:
    return any(
        start <= v.start < end
        for v in verbs(scene, "give", "take", "gift", "buy", "sign", "renew", "end", "return", "approve")
    )
