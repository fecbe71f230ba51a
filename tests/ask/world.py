"""Three invented registries, made of rows in the workbook's terms: a national library, an archive, a
university library.

Names are put together from CLDR's countries and cities in four languages, dates and figures from a fixed
seed: nothing in them is about the registry that the product ships with.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from babel import Locale

from bot.chat.names import read_names
from bot.language import russian
from bot.language.names import Gazetteer
from bot.language.places import city
from db import history, ourselves
from db.history import TERMINAL
from db.store import Store
from db.vocabulary import Language, Row

TODAY = date(2026, 11, 23)
LATIN, CYRILLIC, RUSSIAN, ENGLISH = Locale("uz"), Locale.parse("uz_Cyrl"), Locale("ru"), Locale("en")


@dataclass
class Registry:
    """Rows by sheet, and whose they are."""

    name: str
    us: tuple[str, str, str]
    rows: dict[str, list[dict[str, str | int]]] = field(default_factory=dict)

    def of(self, sheet: str) -> list[dict[str, str | int]]:
        return self.rows.setdefault(sheet, [])

    def partner(self, id_: object) -> dict[str, str | int]:
        return next(p for p in self.of("partners") if p["id"] == id_)

    def every(self) -> list[Row]:
        return [{"sheet": sheet, **row} for sheet, rows in self.rows.items() for row in rows]

    def open(self, folder: Path) -> tuple[Store, Gazetteer]:
        """The registry in a database of its own, and the names in it."""
        store = Store(f"sqlite:///{folder / self.name}.db")
        store.migrate()
        with store.write() as session:
            ourselves.fill(session, *self.us)
            history.save(session, TERMINAL, self.every(), now=datetime(2026, 11, 23, tzinfo=UTC))
        with store.read() as session:
            return store, read_names(session)


def country(code: str, locale: Locale) -> str:
    """A country's name with one kind of apostrophe."""
    return str(locale.territories[code]).replace("‘", "ʻ").replace("’", "ʼ")


def genitive(name: str) -> str:
    """A Russian place name in the genitive; as it is where the dictionary has no such form."""
    for parse in russian._dictionary().parse(name):
        form = parse.inflect({"gent"}) if "nomn" in parse.tag else None
        if form:
            return str(form.word).title()
    return name


NATIONAL = ("PL", "LV", "LT", "EE", "CZ", "HU", "AT", "FI", "NO", "SE", "DK", "PT", "GR", "BG", "RO", "RS",
    "HR", "IN", "VN",
            "MY", "TH", "JP", "CN", "MN", "KZ", "TJ", "AM", "BY", "MD", "TR", "IT", "ES", "FR", "NL", "BE",
            "CH")  # fmt: skip
CITIES = {"DE": ("Berlin", "Leipzig", "Munich"), "RU": ("Moscow", "Kazan", "Saint Petersburg"),
    "TR": ("Istanbul", "Ankara"),
          "KR": ("Seoul",), "US": ("New York", "Washington"), "IR": ("Tehran",), "AZ": ("Baku",),
          "KG": ("Bishkek",), "EG": ("Cairo",)}  # fmt: skip


def national(code: str) -> dict[str, str | int]:
    return {
        "id": f"nl-{code.lower()}", "name_en": f"National Library of {country(code, ENGLISH)}",
        "name_ru": f"Национальная библиотека {genitive(country(code, RUSSIAN))}",
        "name_uz_latn": f"{country(code, LATIN)} Milliy kutubxonasi",
        "name_uz_cyrl": f"{country(code, CYRILLIC)} Миллий кутубхонаси", "country": code,
        "kind": "national library",
    }  # fmt: skip


_KINDS = {
    "university library": (
        "{} University Library",
        "Библиотека университета {}",
        "{} universiteti kutubxonasi",
        "{} университети кутубхонаси",
    ),
    "archive": ("{} City Archive", "Городской архив {}", "{} shahar arxivi", "{} шаҳар архиви"),
    "museum": ("{} Museum of the Book", "Музей книги {}", "{} kitob muzeyi", "{} китоб музейи"),
}


def local(kind: str, code: str, place: str) -> dict[str, str | int]:
    forms = _KINDS[kind]
    names = [forms[0].format(place), forms[1].format(genitive(city(place, Language.RU))),
        forms[2].format(city(place, Language.UZ_LATN)),
             forms[3].format(city(place, Language.UZ_CYRL))]  # fmt: skip
    keys = ("name_en", "name_ru", "name_uz_latn", "name_uz_cyrl")
    return {"id": f"{kind.split(maxsplit=1)[0]}-{place.lower().replace(' ', '-')}", **dict(zip(keys, names,
        strict=True)), "country": code,
            "city": place, "kind": kind}  # fmt: skip


_TOPICS = (
    ("Digital preservation", "Цифровая сохранность", "Raqamli saqlash", "Рақамли сақлаш"),
    (
        "Oriental manuscripts today",
        "Восточные рукописи сегодня",
        "Sharq qoʻlyozmalari bugun",
        "Шарқ қўлёзмалари бугун",
    ),
    ("Children and reading", "Дети и чтение", "Bolalar va mutolaa", "Болалар ва мутолаа"),
    ("Library architecture", "Библиотечная архитектура", "Kutubxona meʼmorchiligi", "Кутубхона меъморчилиги"),
    ("Open science week", "Неделя открытой науки", "Ochiq fan haftaligi", "Очиқ фан ҳафталиги"),
    (
        "Copyright and archives",
        "Авторское право и архивы",
        "Mualliflik huquqi va arxivlar",
        "Муаллифлик ҳуқуқи ва архивлар",
    ),
    ("Paper conservation", "Консервация бумаги", "Qogʻoz konservatsiyasi", "Қоғоз консервацияси"),
    ("Metadata for maps", "Метаданные карт", "Xaritalar metamaʼlumotlari", "Хариталар метамаълумотлари"),
)
_KIND_OF = ("conference", "seminar", "training", "exhibition", "forum", "webinar", "fair", "meeting")
_PLACES = (
    ("Vienna", "AT"),
    ("Baku", "AZ"),
    ("Seoul", "KR"),
    ("Riga", "LV"),
    ("Prague", "CZ"),
    ("Istanbul", "TR"),
    ("Minsk", "BY"),
    ("Helsinki", "FI"),
)
PEOPLE = ("D. Rahimova", "B. Karimov", "E. Sobirov", "N. Yuldasheva", "J. Novak", "M. Schmidt")


def _agreements(registry: Registry, dice: random.Random) -> None:
    for n, partner in enumerate(registry.of("partners")):
        if n % 7 == 6:
            continue
        start = dice.randint(2003, 2022)
        shape = n % 6
        row: dict[str, str | int] = {
            "id": f"ag{n}",
            "partner": partner["id"],
            "kind": dice.choice(("memorandum", "agreement", "contract")),
        }
        end = start + dice.randint(2, 9)
        terms = (
            f"{start}/{end}",
            f"{start}-03-05/{end}-03-04",
            f"{start}/..",
            f"{start}/",
            f"{start}-06/{end}-05",
            f"{start}-09-01/{start + 3}-08-31",
        )
        row["term"] = terms[shape]
        if shape == 5:
            row["renews_months"] = 36
            row["notice_days"] = 60
        if n % 11 == 4:
            row["state"], row["ended"] = "terminated", f"{start + 1}-10"
        if n % 5 == 0:
            row["responsible"] = dice.choice(PEOPLE[:4])
        registry.of("agreements").append(row)


def _exchanges(registry: Registry, dice: random.Random, count: int) -> None:
    partners = registry.of("partners")
    busy = partners[: max(8, len(partners) // 2)]
    for n in range(count):
        row: dict[str, str | int] = {
            "id": f"ex{n}",
            "partner": dice.choice(busy)["id"],
            "direction": dice.choice(("received", "sent")),
        }
        row["quantity"] = dice.randint(3, 480)
        row["material"] = dice.choice(("books", "books", "periodicals", "maps", "dissertations"))
        row["basis"] = (
            dice.choice(("exchange", "exchange", "gift", "purchase"))
            if row["direction"] == "received"
            else dice.choice(("exchange", "gift"))
        )
        year = dice.randint(2012, 2026)
        shape = n % 4
        if shape == 0:
            row["date"] = str(year)
        elif shape == 1:
            row["date"] = f"{year}-{dice.randint(1, 10):02d}"
        else:
            row["date"] = f"{year}-{dice.randint(1, 10):02d}-{dice.randint(1, 28):02d}"
        registry.of("exchanges").append(row)


def _events(registry: Registry, dice: random.Random) -> None:
    for n, titles in enumerate(_TOPICS):
        place, code = _PLACES[n]
        first = (
            date(dice.randint(2014, 2025), dice.randint(1, 11), dice.randint(1, 24))
            if n % 4
            else TODAY + timedelta(days=40 + 50 * n)
        )
        keys = ("title_en", "title_ru", "title_uz_latn", "title_uz_cyrl")
        row: dict[str, str | int] = {
            "id": f"ev{n}",
            **dict(zip(keys, titles, strict=True)),
            "kind": _KIND_OF[n],
            "city": place,
            "country": code,
        }
        if n != 5:
            row["date"] = f"{first}/{first + timedelta(days=2)}"
        row["host"] = registry.of("partners")[n]["id"]
        if n == 0:
            row["submission_deadline"] = (first - timedelta(days=30)).isoformat()
            row["registration_deadline"] = (first - timedelta(days=10)).isoformat()
        registry.of("events").append(row)
        if n % 4 and n != 5:
            registry.of("participants").append(
                {"event": f"ev{n}", "institution": "us", "person": PEOPLE[n % 4], "role": "specialist"}
            )
            registry.of("participants").append(
                {"event": f"ev{n}", "institution": "us", "role": "specialist", "count": n + 2}
            )
            registry.of("participants").append(
                {
                    "event": f"ev{n}",
                    "institution": str(registry.of("partners")[n + 1]["id"]),
                    "role": "director",
                    "count": 1,
                }
            )
    registry.of("programmes").append({"id": "pg1", "title_en": "Shared catalogue of old prints",
        "title_ru": "Общий каталог старопечатных книг",
                                      "title_uz_latn": "Eski bosma kitoblar umumiy katalogi",
                                      "title_uz_cyrl": "Эски босма китоблар умумий каталоги",
                                      "kind": "project", "partner": str(registry.of("partners")[2]["id"]),
                                      "date": "2017/.."})  # fmt: skip


def _made(
    name: str, us: tuple[str, str, str], partners: list[dict[str, str | int]], seed: int, exchanges: int
) -> Registry:
    dice = random.Random(seed)
    registry = Registry(name, us, {"partners": partners})
    _agreements(registry, dice)
    _exchanges(registry, dice, exchanges)
    _events(registry, dice)
    return registry


def registries() -> tuple[Registry, Registry, Registry]:
    """A national library with 48 partners, an archive, a university library."""
    big = [national(code) for code in NATIONAL]
    big += [
        local("university library", code, place) for code, places in CITIES.items() for place in places[:1]
    ]
    big += [local("archive", code, place) for code, places in CITIES.items() for place in places[1:2]]
    archive = [local("archive", code, place) for code, places in CITIES.items() for place in places] + [
        national(c) for c in ("PL", "FI", "JP")
    ]
    college = [
        local("university library", code, place) for code, places in CITIES.items() for place in places
    ] + [local("museum", "AT", "Vienna")]
    return (
        _made("national", ("National Library of Georgia", "Tbilisi", "GE"), big, 7, 300),
        _made("archive", ("State Archive of Slovenia", "Ljubljana", "SI"), archive, 11, 60),
        _made(
            "college", ("Central Library of Samarkand State University", "Samarkand", "UZ"), college, 13, 80
        ),
    )
