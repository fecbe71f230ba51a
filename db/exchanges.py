"""Exchanges: what was received from partners and sent to them."""

from __future__ import annotations

from db.nouns import Noun
from db.vocabulary import Exchange, Sheet

noun = Noun(Sheet.EXCHANGES, Exchange)
table = noun.table
get = noun.get
every = noun.every
where = noun.where
by_id = noun.by_id
