"""An invented registry and the notation in which the statements of these tests say what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.language.names import Gazetteer
from db.edtf import Edtf
from db.vocabulary import Agreement, AgreementState, Names, Ourselves, Partner

TODAY = date(2026, 11, 23)
HERE = Path(__file__).parent / "statements"

US = Ourselves(
    names=Names(
        "Silk Road Library", "Библиотека Шёлкового пути", "Ipak yoʻli kutubxonasi", "Ипак йўли кутубхонаси"
    ),
    country="UZ",
    city="Tashkent",
)


def partners_of(folder: Path) -> Iterator[Partner]:
    """The partners that a folder's registry holds."""
    lines = (folder / "partners.txt").read_text(encoding="utf-8").splitlines()[1:]
    for no, line in enumerate(lines, start=1):
        id_, en, ru, latn, cyrl, aliases, country, city, kind = line.split("|")
        names = Names(en, ru, latn, cyrl)
        other = tuple(a.strip() for a in aliases.split(";") if a.strip())
        yield Partner(no=no, id=id_, names=names, aliases=other, country=country, city=city, kind=kind)


PARTNERS = tuple(partners_of(HERE))
NO = {partner.id: partner.no for partner in PARTNERS}


def _agreement(no: int, id_: str, partner: str, kind: str, term: str, *, draft: bool = False) -> Agreement:
    state = AgreementState.DRAFT if draft else None
    recorded = Edtf.parse(term) if term else None
    return Agreement(no=no, id=id_, partner=NO[partner], kind=kind, term=recorded, state=state)


AGREEMENTS = (
    _agreement(1, "a-nor", "nor", "memorandum", "2021-05-06/2026-05-05"),
    _agreement(2, "a-trk", "trk", "agreement", "2020/2025"),
    _agreement(3, "a-bnf-1", "bnf", "agreement", "2015/2018"),
    _agreement(4, "a-bnf-2", "bnf", "contract", "2022-03-01/2027-02-28"),
    _agreement(5, "a-arm", "arm", "memorandum", "", draft=True),
    _agreement(6, "a-mn", "mn", "agreement", "", draft=True),
    _agreement(7, "a-sbb", "sbb", "agreement", "2019/.."),
)


def gazetteer() -> Gazetteer:
    """What the parser knows of the invented registry."""
    return Gazetteer.build(ourselves=US, partners=PARTNERS, agreements=AGREEMENTS)


Accepted = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A message and the rows it holds: column → accepted texts, `~` before one that must be held, "" for
    nothing, `*` for anything.
    """

    language: str
    text: str
    rows: tuple[Mapping[str, Accepted], ...]


def statements(name: str, folder: Path = HERE) -> Iterator[Statement]:
    """The statements of a file."""
    for line in (folder / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, text, gold = (part.strip() for part in line.split(" | "))
            rows = () if gold == "none" else tuple(_row(part.split()) for part in gold.split(" ; "))
            yield Statement(language, text, rows)


_SHEETS = {
    "a": "agreements",
    "e": "events",
    "+": "participants",
    "s": "approvals",
    "v": "promises",
    "p": "partners",
    "g": "programmes",
    "r": "series",
}
_OPTIONAL = {
    "exchanges": {"basis": ("", "exchange"), "date": ("", str(TODAY)), "material": ("", "library resources")}
}


@dataclass(frozen=True, slots=True)
class Report:
    """A narrative and the rows it holds."""

    language: str
    text: str
    rows: tuple[Mapping[str, Accepted], ...]


def reports(folder: Path = HERE.parent / "reports") -> Iterator[Report]:
    """The narratives, each in a file of its own: the text, a line of `=`, the rows."""
    for file in sorted(folder.glob("*.txt")):
        text, gold = file.read_text(encoding="utf-8").split("\n=====\n")
        rows = tuple(_row(line.split()) for line in gold.splitlines() if line)
        yield Report(file.stem.partition("-")[2], text, rows)


def _row(words: list[str]) -> dict[str, Accepted]:
    kind, *rest = words
    if kind == "x":
        columns = ("partner", "direction", "quantity", "material", "basis", "date")
        cells = {c: _accepted(word) for c, word in zip(columns, rest, strict=True)}
        for column, also in _OPTIONAL["exchanges"].items():
            cells[column] = also if cells[column] == ("",) else cells[column]
        return {"sheet": ("exchanges",), **cells}
    cells = {"sheet": (_SHEETS[kind],)}
    for word in rest:
        found = re.fullmatch(r"(\w+)(=|~)(.+)", word)
        assert found, word
        cells[found[1]] = _accepted(("~" if found[2] == "~" else "") + found[3])
    return cells


def _accepted(word: str) -> Accepted:
    inside = word[1:-1].split(",") if word.startswith("{") else [word]
    return tuple("" if text == "-" else text.replace("_", " ") for text in inside)


# Columns that may be filled though the statement's rows do not name them: they follow from what was said.
_FREE = frozenset(
    (
        "sheet", "id", "note", "title", "name", "country", "host", "event", "topic", "role", "titles",
        "number", "ended", "holder", "aliases", "recurs",
    )
)  # fmt: skip


def wrong(gold: Mapping[str, Accepted], row: Mapping[str, str | int]) -> list[str]:
    """The columns of a row that are not as they should be."""
    faults = [c for c, accepted in gold.items() if not any(_holds(a, _value(row, c)) for a in accepted)]
    free = _FREE | {"kind"} if row["sheet"] == "partners" else _FREE
    extra = [c for c, v in row.items() if _stem(c) not in gold and _stem(c) not in free and v != ""]
    return faults + extra


def _stem(column: str) -> str:
    return column.split("_", 1)[0] if column.startswith(("name_", "title_")) else column


def _value(row: Mapping[str, str | int], column: str) -> str:
    if column in {"name", "title"}:
        return " / ".join(str(v) for c, v in row.items() if _stem(c) == column or c == "topic")
    return str(row.get(column, ""))


def _holds(accepted: str, value: str) -> bool:
    if accepted == "*":
        return True
    if accepted.startswith("~"):
        return accepted[1:].casefold() in value.casefold()
    return accepted == value


def judge(gold: Sequence[Mapping[str, Accepted]], rows: Sequence[Mapping[str, str | int]]) -> list[str]:
    """What is wrong with the rows read from a statement; nothing when every field is right."""
    left = [dict(row) for row in rows]
    faults: list[str] = []
    for wanted in gold:
        same = [row for row in left if row["sheet"] == wanted["sheet"][0]]
        if not same:
            faults.append(f"no {wanted['sheet'][0]}")
            continue
        best = min(same, key=lambda row: len(wrong(wanted, row)))
        faults += [f"{column}={_value(best, column)!r}" for column in wrong(wanted, best)]
        left.remove(best)
    return faults + [f"too many: {row}" for row in left]
