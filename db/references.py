"""Which record a text speaks of: by its id, and a partner by any name or alias, however spelt."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from db import partners, records
from db.folding import fold
from db.refused import Refused
from db.vocabulary import Sheet


class References:
    """Asks the registry once for each record, and knows the records of the rows about to be saved.

    It holds for one transaction.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._numbers: dict[Sheet, dict[str, int | None]] = {sheet: {} for sheet in Sheet}
        self._ids: dict[Sheet, dict[int, str]] = {sheet: {} for sheet in Sheet}
        self._names: dict[str, set[int]] | None = None
        self._coming: list[tuple[int, tuple[str, ...]]] = []

    def expect(self, sheet: Sheet, id: str, no: int, names: Iterable[str] = ()) -> None:  # noqa: A002
        """A record that is about to be saved can be referred to."""
        self._numbers[sheet][id] = no
        self._ids[sheet].setdefault(no, id)
        if sheet is Sheet.PARTNERS:
            self._coming.append((no, tuple(names)))
            self._names = None

    def number(self, sheet: Sheet, text: str) -> int | None:
        """The number of the record; None when there is none. Raises Refused `partner-ambiguous`."""
        no = self._of_id(sheet, text)
        if no is None and sheet is Sheet.PARTNERS:
            return self._of_name(text)
        return no

    def id(self, sheet: Sheet, no: int) -> str:
        """The workbook id of a record; of a record without one, its number as text."""
        known = self._ids[sheet]
        if no not in known:
            table = records.NOUNS[sheet].table
            has_id = "id" in table.c
            found = self._session.scalar(select(table.c.id).where(table.c.no == no)) if has_id else None
            known[no] = str(no) if found is None else found
        return known[no]

    def preload(self, sheets: Iterable[Sheet]) -> None:
        """Learn all ids of these sheets at once, for those who will ask for most of them."""
        for sheet in sheets:
            table = records.NOUNS[sheet].table
            if "id" in table.c:
                known = self._session.execute(select(table.c.no, table.c.id))
                self._ids[sheet].update({row.no: row.id for row in known})

    def _of_id(self, sheet: Sheet, text: str) -> int | None:
        known = self._numbers[sheet]
        if text not in known:
            known[text] = self._session.execute(_BY_ID[sheet], {"called": text}).scalar()
        return known[text]

    def _of_name(self, text: str) -> int | None:
        if self._names is None:
            self._names = self._index()
        found = self._names.get(fold(text), set())
        if len(found) > 1:
            ids = ", ".join(self.id(Sheet.PARTNERS, no) for no in sorted(found))
            raise Refused("partner-ambiguous", value=text, ids=ids)
        return next(iter(found), None)

    def _index(self) -> dict[str, set[int]]:
        index: dict[str, set[int]] = {}
        known = [
            (partner.no, (*partner.names.every(), *partner.aliases))
            for partner in partners.every(self._session)
        ]
        for no, names in (*known, *self._coming):
            for name in names:
                index.setdefault(fold(name), set()).add(no)
        return index


_BY_ID = {
    sheet: select(noun.table.c.no).where(noun.table.c.id == bindparam("called"))
    for sheet, noun in records.NOUNS.items()
    if "id" in noun.table.c
}
"""Made once: one of these runs for almost every reference."""
