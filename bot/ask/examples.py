"""Questions that this registry does answer, near to one that it could not. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from weakref import WeakKeyDictionary

from bot.ask.understand import Understood, understand
from bot.language.names import Gazetteer
from bot.language.phrases import Known
from bot.language.reading import Reading, read
from bot.words import Words
from db.vocabulary import Language

MOST = 2
_TRIED = 3
"""Partners and events that are tried for one example."""
_NEAR = {
    "example-received": ("got", "gave", "came", "left", "copies", "material", "material."),
    "example-event": ("event", "event.", "participate", "went", "held at", "series"),
    "example-end": ("agreement", "agreement.", "end", "in force", "renew"),
}
"""Which words speak for which example."""


_REMEMBERED = 256
_understood: WeakKeyDictionary[Gazetteer, dict[tuple[str, date], Understood]] = WeakKeyDictionary()


def understood(text: str, gazetteer: Gazetteer, today: date) -> Understood:
    """What an example means. With every refusal the same few are tried, and mean the same while nobody has
    another name.
    """
    known = _understood.setdefault(gazetteer, {})
    if (text, today) not in known:
        if len(known) >= _REMEMBERED:
            known.clear()
        known[text, today] = understand(read(text, gazetteer, today), gazetteer, today)
    return known[text, today]


def examples(
    reading: Reading, gazetteer: Gazetteer, language: Language, fits: Callable[[str], bool]
) -> tuple[str, ...]:
    """Up to two, the nearest first; `fits` tells whether the registry answers one."""
    words = Words(language)
    near = sorted(_NEAR, key=lambda key: next(reading.means(*_NEAR[key]), None) is None)
    found = (
        next((text for name in names if fits(text := words.plain(key, name=name))), "")
        for key in near
        for names in [islice(_names(key, reading, gazetteer, language), _TRIED)]
    )
    return tuple(islice((text for text in found if text), MOST))


def _names(key: str, reading: Reading, gazetteer: Gazetteer, language: Language) -> Iterator[str]:
    """Who is named in the question comes first, then who stands first in the registry."""
    if key == "example-event":
        yield from (event.titles.best(language) for event in gazetteer.event_records.values())
        return
    named = [no for m in reading.mentions if m.known is Known.PARTNER for no in m.nos]
    for no in dict.fromkeys((*named, *gazetteer.partners)):
        yield gazetteer.partners[no].names.best(language)
