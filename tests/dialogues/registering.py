"""Rows that are in the registry before a dialogue begins, as an import would leave them."""

from bot.demo.standin import Actor
from db import history
from db.history import Actor as Author
from db.vocabulary import Row
from tests.dialogues.conftest import Stage


def record(stage: Stage, *rows: Row, by: Actor | None = None) -> list[str]:
    """Saves the rows, as the terminal or as somebody; gives their short ids where they have one."""
    author = Author(by.id, by.person.name) if by else history.TERMINAL
    store = stage.store()
    with store.write() as session:
        saved = history.save(session, author, rows, now=stage.clock()).saved
    return [f"/{each.sheet.letter}{each.no}" for each in saved]


def paper(partner: str, **columns: str | int) -> Row:
    """An agreement."""
    return {"sheet": "agreements", "partner": partner, "kind": "memorandum", **columns}


def partner(id_: str, name: str, **columns: str | int) -> Row:
    """A partner."""
    return {"sheet": "partners", "id": id_, "name_en": name, **columns}


def shipment(partner: str, copies: int, **columns: str | int) -> Row:
    """An exchange."""
    return {"sheet": "exchanges", "partner": partner, "direction": "received", "quantity": copies, **columns}
