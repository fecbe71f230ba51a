"""Questions with gold: every family, phrase and writing system over every registry, parted into a read and
an unread half.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from tests.ask import oracle, spelling
from tests.ask.phrases import PHRASES
from tests.ask.world import PEOPLE, TODAY, Registry

Check = Callable[[dict[str, object]], bool]


@dataclass(frozen=True)
class Case:
    """One question; `fits` judges the line that a batch gives."""

    registry: str
    family: str
    script: str
    text: str
    fits: Check

    @property
    def unread(self) -> bool:
        """The half that nobody looks into while working on the words."""
        return sha256(f"{self.registry}{self.text}".encode()).digest()[0] % 2 == 1


SCRIPTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "uz-Latn": ("uz", str), "uz-2026": ("uz", spelling.modern), "uz-ascii": ("uz", spelling.ascii_only),
    "uz-bare": ("uz", spelling.markless),
    "uz-Cyrl": ("uz", spelling.cyrillic), "uz-keyboard": ("uz",
    lambda text: spelling.keyboard(spelling.cyrillic(text))),
    "ru": ("ru", str), "ru-lower": ("ru", str.lower), "en": ("en", str), "en-lower": ("en", str.lower),
}  # fmt: skip

_RU_HEADS = {
    "Национальная библиотека": ("Национальной библиотекой", "Национальной библиотеки",
    "Национальную библиотеку", "Национальной библиотеке"),
    "Библиотека университета": ("Библиотекой университета", "Библиотеки университета",
    "Библиотеку университета", "Библиотеке университета"),
    "Городской архив": ("Городским архивом", "Городского архива", "Городской архив", "Городскому архиву"),
    "Музей книги": ("Музеем книги", "Музея книги", "Музей книги", "Музею книги"),
}  # fmt: skip


def said(partner: oracle.Row, tongue: str) -> dict[str, str]:
    """A partner's name as each place of a phrase needs it."""
    if tongue == "uz":
        name = str(partner["name_uz_latn"])
        return {"p": name, "from_": f"{name}dan", "to": f"{name}ga", "with_": f"{name} bilan"}
    if tongue == "en":
        return {"p": str(partner["name_en"])}
    name = str(partner["name_ru"])
    head = next(head for head in _RU_HEADS if name.startswith(head))
    with_, of, to, dat = (form + name[len(head) :] for form in _RU_HEADS[head])
    return {"p": name, "with_": with_, "of": of, "to": to, "dat": dat, "acc": to}


def _line(out: dict[str, object]) -> str:
    return str(out["reply"]).split("\n", 1)[0]


def figure(n: int) -> Check:
    return lambda out: out["outcome"] == "answered" and n in oracle.numbers(_line(out))


def outcome(*wanted: str) -> Check:
    return lambda out: out["outcome"] in wanted and str(out["reply"]).startswith("❔")


def records(wanted: set[str]) -> Check:
    return lambda out: out["outcome"] == "answered" and {r["id"] for r in out["records"]} == wanted  # type: ignore[attr-defined]


def holds(*texts: str) -> Check:
    return lambda out: out["outcome"] == "answered" and any(t in str(out["reply"]) for t in texts)


Slots = dict[str, str]
Made = Iterator[tuple[str, Slots | oracle.Row, Check]]
"""Family, what fills the phrase (a partner's row or plain slots), gold."""


def _by_partner(r: Registry) -> Made:
    for n, p in enumerate(r.of("partners")):
        got, sent = (oracle.exchanges(r, way, partner=p["id"]) for way in ("received", "sent"))
        for family, rows in (("received", got), ("sent", sent)):
            if n % 3 == (family == "sent"):
                yield family, p, figure(oracle.copies(rows)) if rows else outcome("not_recorded")
        if got and n % 3 == 2:
            y = str(got[0]["date"])[:4]
            yield (
                "received_year",
                {**p, "year": y},
                figure(oracle.copies(oracle.exchanges(r, "received", partner=p["id"], year=y))),
            )
            gifts = [x for x in got if x["basis"] == "gift"]
            yield "gifts", p, figure(oracle.copies(gifts)) if gifts else outcome("not_recorded")
            serial = [x for x in got if x["material"] == "periodicals"]
            yield "periodicals", p, figure(oracle.copies(serial)) if serial else outcome("not_recorded")
            yield "balance", p, figure(oracle.copies(got))
        if n % 6 == 1:
            yield "card", p, records({str(p["id"])})
        yield from _of_agreement(r, p, n)


def _of_agreement(r: Registry, p: oracle.Row, n: int) -> Made:
    found = oracle.agreements(r, p["id"])
    if not found:
        if n % 2:
            yield "end", p, outcome("not_recorded")
        return
    a = found[0]
    end, now = oracle.ends(a), oracle.in_force(a, TODAY, TODAY)
    if n % 2 == 0:
        if end is not None:
            yield "end", p, figure(int(end[:4]))
        elif oracle.unknown_end(a):
            yield "end", p, outcome("not_recorded")
    elif now is not None:
        yield (
            "in_force",
            p,
            (lambda out: _says(out, yes=True)) if now else (lambda out: _says(out, yes=False)),
        )
    if "responsible" in a:
        yield "responsible", p, holds(str(a["responsible"]))


def _says(out: dict[str, object], *, yes: bool) -> bool:
    wanted = ("Yes", "Да", "Ha", "Ҳа") if yes else ("No", "Нет", "Yoʻq", "Йўқ")
    return out["outcome"] == "answered" and _line(out).startswith(wanted)


def _overall(r: Registry) -> Made:
    for y in (2014, 2017, 2021):
        slot: Slots = {"year": str(y)}
        sure = [a for a in r.of("agreements") if oracle.in_force(a, *oracle.year(y))]
        yield "force_year", slot, records(oracle.ids(sure))
        yield (
            "ends_year",
            slot,
            records(
                {str(a["id"]) for a in r.of("agreements") if (e := oracle.ends(a)) and e.startswith(str(y))}
            ),
        )
        yield (
            "starts_year",
            slot,
            records({str(a["id"]) for a in r.of("agreements") if str(a["term"]).startswith(str(y))}),
        )
        rows = oracle.exchanges(r, "received", year=y)
        yield "all_received_year", slot, figure(oracle.copies(rows)) if rows else outcome("not_recorded")
        yield "events_year", slot, figure(len(oracle.events(r, y)))
    first = min(str(a["term"])[:4] for a in r.of("agreements"))
    yield "oldest", {}, holds(first)
    yield (
        "terminated",
        {},
        records({str(a["id"]) for a in r.of("agreements") if a.get("state") == "terminated"}),
    )
    yield (
        "open_ended",
        {},
        records(
            {str(a["id"]) for a in r.of("agreements") if str(a["term"]).endswith("/..") and "ended" not in a}
        ),
    )
    for family, way in (("top_sender", "received"), ("top_receiver", "sent"), ("top3", "received")):
        yield family, {}, figure(oracle.ranking(r, way)[0 if family != "top3" else 2][1])
    archives = {str(p["id"]) for p in r.of("partners") if p["kind"] == "archive"}
    yield "kind_list", {}, records(archives)
    yield "partner_count", {}, figure(len(r.of("partners")))
    covered = {a["partner"] for a in r.of("agreements")}
    yield "no_agreement", {}, records({str(p["id"]) for p in r.of("partners") if p["id"] not in covered})
    yield "programme", {}, figure(2017)
    yield "stranger", {}, outcome("not_in_registry")
    yield "nonsense", {}, outcome("out_of_scope", "not_understood")
    yield "events_ahead", {}, records(oracle.ids(oracle.upcoming(r)))


def _by_event(r: Registry) -> Made:
    for n, e in enumerate(r.of("events")):
        slot = {f"title_{t}": str(e[f"title_{t}"]) for t in ("en", "ru", "uz_latn")}
        yield "event_where", slot, records({str(e["id"])})
        yield "event_when", slot, figure(int(str(e["date"])[:4])) if "date" in e else outcome("not_recorded")
        yield "event_host", slot, records({str(e["id"])})
        rows = [p for p in r.of("participants") if p["event"] == e["id"] and p["institution"] == "us"]
        if n % 2:
            yield (
                "event_people",
                slot,
                figure(sum(int(p.get("count", 1)) for p in rows)) if rows else outcome("not_recorded"),
            )
        if "submission_deadline" in e:
            yield "submission", slot, figure(int(str(e["submission_deadline"])[:4]))
    for person in PEOPLE[1:4]:
        wanted = {str(p["event"]) for p in r.of("participants") if p.get("person") == person}
        yield (
            "person",
            {"person": person},
            records(wanted) if wanted else outcome("not_in_registry", "not_understood"),
        )


def cases(r: Registry) -> list[Case]:
    """All questions of a registry; which phrase and writing system each gold gets is drawn from a fixed
    seed.
    """
    dice = random.Random(r.name)
    made: list[Case] = []
    for family, slots, check in (*_by_partner(r), *_overall(r), *_by_event(r)):
        for script in dice.sample(sorted(SCRIPTS), 5):
            tongue, spelled = SCRIPTS[script]
            filled: dict[str, object] = (
                {**said(dict(slots), tongue), **slots} if "name_en" in slots else dict(slots)
            )
            key = {"uz": "title_uz_latn", "ru": "title_ru", "en": "title_en"}[tongue]
            filled["title"] = str(filled.get(key, ""))
            text = dice.choice(PHRASES[family][tongue]).format(**filled)
            made.append(Case(r.name, family, script, spelled(text), check))
    return list({(c.text, c.family): c for c in made}.values())
