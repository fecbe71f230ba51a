"""/report writes a year as a Word file: its figures are those of the records, what they leave out is said."""

from io import BytesIO

import pytest
from docx import Document

from bot.demo.standin import Actor
from db import exchanges
from db.vocabulary import Direction
from tests.dialogues.conftest import Hands, Stage
from tests.dialogues.registering import paper, partner, record, shipment


@pytest.fixture(autouse=True)
def _by_night(clock: Hands) -> None:
    """Nobody is reminded of what is recorded here before the morning comes."""
    clock.forward(hours=-6)


async def reported(person: Actor) -> tuple[str, list[list[str]], str]:
    """What stands in the document, the rows of its tables, and the caption."""
    sent = await person.hears()
    assert sent.file is not None
    assert sent.file.name.endswith(".docx")
    document = Document(BytesIO(sent.file.content))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return "\n".join(paragraph.text for paragraph in document.paragraphs), rows, sent.text


async def test_the_figures_are_those_of_the_records_and_every_row_names_its_own(stage: Stage) -> None:
    with stage.store().read() as session:
        shipped = [x for x in exchanges.every(session) if x.date and str(x.date).startswith("2013")]
    received = sum(x.quantity or 0 for x in shipped if x.direction is Direction.RECEIVED)
    async with stage.bot():
        await stage.admin.says("/report 2013")
        text, rows, caption = await reported(stage.admin)
    assert f"2013: received — {received:,} copies" in text
    assert f"2013: received — {received:,} copies" in caption
    named = {id_ for row in rows for id_ in " ".join(row).split() if id_.startswith("/x")}
    assert {f"/x{x.no}" for x in shipped} <= named
    assert "The year is not over" not in text


async def test_a_year_tells_its_agreements_and_what_it_leaves_out(stage: Stage) -> None:
    (_, signed, *_rest) = record(
        stage,
        partner("new1", "Alpha\x0b & <b>Co</b>", country="PL"),
        paper("new1", signed="2025-03-03", term="2025-03-03/2030-03-02", title="Signed"),
        paper("new1", term="2020-01-01/2025-05-05", title="Over"),
        paper("new1", title="Termless"),
        paper("new1", signed="2025", state="draft", title="Secret"),
        shipment("new1", 12, date="2025-02"),
        {"sheet": "exchanges", "partner": "new1", "direction": "sent", "date": "2025"},
        shipment("new1", 7),
    )
    async with stage.bot():
        await stage.manager.says("/report")
        await stage.manager.presses("2025", await stage.manager.hears())
        text, rows, caption = await reported(stage.manager)
    assert "подписано: 1; завершилось: 1." in text
    assert "получено — 12 экземпляров" in text
    assert "в эти подсчёты" in text or "не указано" in text
    assert "может относиться к этому году" in text
    assert "может относиться к этому году" in caption
    line = next(row for row in rows if row[0] == signed)
    assert line[1] == "Alpha & <b>Co</b>"
    assert line[2] == "Польша"
    assert not any("Secret" in cell for row in rows for cell in row)


@pytest.mark.parametrize("wanted", ["2031", "1200", "last year", "²⁰¹⁴", "-5", "9" * 400])
async def test_no_report_of_what_is_no_year(stage: Stage, wanted: str) -> None:
    async with stage.bot():
        await stage.admin.says(f"/report {wanted}")
        assert "from 1900 to 2026" in (await stage.admin.hears()).text


async def test_staff_are_told_whose_it_is(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/report 2013")
        assert (await stage.staff.hears()).file is None
