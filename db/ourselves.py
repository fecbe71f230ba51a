"""Ourselves: the institution that keeps the registry, the record `us`. Named, recognised, never counted as a
partner. Changed as every record is, through the history.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from db import registry
from db.nouns import Noun
from db.vocabulary import Language, Ourselves, Sheet

noun = Noun(Sheet.OURSELVES, Ourselves)
table = noun.table
NO = 1
"""The number of the one record."""

_CYRILLIC_UZBEK = frozenset("ўқғҳЎҚҒҲ")
_LATIN_UZBEK = ("oʻ", "gʻ", "Oʻ", "Gʻ")


def get(session: Session) -> Ourselves:
    """Who we are. Raises LookupError before the first `fill`."""
    found = noun.get(session, NO)
    if found is None:
        raise LookupError("the registry does not yet know whose it is")
    return found


def named(session: Session) -> bool:
    """Whether it is known who we are."""
    return session.execute(select(table.c.no)).first() is not None


def fill(session: Session, organisation: str, city: str, country: str) -> bool:
    """At the first start only: take who we are from the settings. False when it is known already.

    An institution that ships with the program (`known.toml`) brings its names in four languages; another one
    has the name it was given, in the language that its letters show.
    """
    if named(session):
        return False
    known = tomllib.loads(files("db").joinpath("sample/known.toml").read_text("utf-8"))
    found = next((entry for entry in known.values() if organisation in entry.values()), None)
    names = found or {f"name_{_language(organisation).suffix}": organisation}
    session.execute(insert(table).values(no=NO, version=1, city=city, country=country, **_row(names)))
    registry.bump(session)
    return True


def _row(names: dict[str, object]) -> dict[str, object]:
    aliases = names.get("aliases", ())
    return {**names, "aliases": tuple(aliases) if isinstance(aliases, list) else ()}


def _language(name: str) -> Language:
    if _CYRILLIC_UZBEK & set(name):
        return Language.UZ_CYRL
    if any("а" <= letter <= "я" for letter in name.lower()):
        return Language.RU
    return Language.UZ_LATN if any(pair in name for pair in _LATIN_UZBEK) else Language.EN
