"""The registry of a university library in Osh, invented, with the statements made about it."""

from __future__ import annotations

from pathlib import Path

from bot.language.names import Gazetteer
from bot.record.view import View
from db.edtf import Edtf
from db.vocabulary import Agreement, AgreementState, Names, Ourselves
from tests.record.invented import partners_of

FOLDER = Path(__file__).parent / "fresh"
US = Ourselves(
    names=Names(
        "Osh State University Library",
        "Библиотека Ошского государственного университета",
        "Oʻsh davlat universiteti kutubxonasi",
        "Ўш давлат университети кутубхонаси",
    ),
    country="KG",
    city="Osh",
)
PARTNERS = tuple(partners_of(FOLDER))
_NO = {partner.id: partner.no for partner in PARTNERS}


def _agreement(no: int, id_: str, kind: str, term: str) -> Agreement:
    return Agreement(
        no=no,
        id=id_,
        partner=_NO[id_.removeprefix("a-")],
        kind=kind,
        term=Edtf.parse(term) if term else None,
        state=None if term else AgreementState.DRAFT,
    )


AGREEMENTS = tuple(
    _agreement(no, *said)
    for no, said in enumerate(
        (
            ("a-tart", "memorandum", "2022-03-01/2027-02-28"),
            ("a-geo", "agreement", "2021/2025"),
            ("a-jag", "contract", "2023-09-15/2026-09-14"),
            ("a-kyo", "memorandum", "2024/.."),
            ("a-msu", "contract", "2025-05-01/2026-12-31"),
            ("a-nu", "memorandum", "2020-01-10/2025-01-09"),
            ("a-rom", "agreement", "2019/2023"),
            ("a-aut", "memorandum", ""),
            ("a-azn", "agreement", ""),
            ("a-alex", "memorandum", ""),
        ),
        start=1,
    )
)
GAZETTEER = Gazetteer.build(ourselves=US, partners=PARTNERS, agreements=AGREEMENTS)
VIEW = View.of(AGREEMENTS)
