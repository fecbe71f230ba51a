"""How long a question takes inside the process, and the gazetteer to build: `python -m bench.ask 200 6667`.

CPU time, so that a busy machine does not count. The goals: median 1.5 ms and 99 % within 10 ms at 200
partners, median 5 ms with 20,000 names, the gazetteer in under a second.
"""

from __future__ import annotations

import random
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from bot.ask.answer import Question
from bot.ask.engine import ask
from bot.chat.names import read_names
from db import history, ourselves
from db.history import TERMINAL
from db.store import Store
from db.vocabulary import Language
from tests.ask.cases import cases
from tests.ask.world import TODAY, Registry, registries

_SYLLABLES = (
    "ba be bi bo da de di do ga ge ka ke la le li lo ma mo na ne no ra re ro sa se ta te to va ve za".split()
)


def widened(registry: Registry, partners: int) -> Registry:
    """The registry with invented partners up to so many."""
    dice = random.Random(partners)
    more: list[dict[str, str | int]] = []
    for n in range(partners - len(registry.of("partners"))):
        name = "".join(dice.choice(_SYLLABLES) for _ in range(4)).title()
        more.append({
            "id": f"w{n}", "name_en": f"{name} {n} University Library", "kind": "university library",
            "name_ru": f"Библиотека университета {name} {n}",
            "country": dice.choice(("DE", "FR", "IT", "PL")),
            "name_uz_latn": f"{name} {n} universiteti kutubxonasi",
        })  # fmt: skip
    return replace(
        registry,
        name=f"wide{partners}",
        rows={**registry.rows, "partners": [*registry.of("partners"), *more]},
    )


def measure(partners: int) -> None:
    """Prints one line for a registry of so many partners."""
    registry = widened(registries()[0], partners)
    store = Store(f"sqlite:///{Path(tempfile.mkdtemp()) / 'bench.db'}")
    store.migrate()
    with store.write() as session:
        ourselves.fill(session, *registry.us)
        history.save(session, TERMINAL, registry.every(), now=datetime(2026, 11, 23, tzinfo=UTC))
    with store.read() as session:
        read_names(session)
        began = process_time()
        names = read_names(session)
        built = process_time() - began
        asked = [case.text for case in cases(registries()[0])]
        for text in asked[:200]:
            ask(session, Question(text, Language.EN, TODAY), names)
        times = []
        for text in asked:
            began = process_time()
            ask(session, Question(text, Language.EN, TODAY), names)
            times.append((process_time() - began) * 1000)
    times.sort()
    middle, late = times[len(times) // 2], times[int(len(times) * 0.99)]
    forms = sum(len(partner.names.every()) for partner in names.partners.values())
    head = f"{partners} partners, {forms} names"
    print(f"{head}: median {middle:.2f} ms, 99 % {late:.2f} ms, gazetteer {built:.2f} s")


if __name__ == "__main__":
    for size in [int(argument) for argument in sys.argv[1:]] or [200, 6667]:
        measure(size)
