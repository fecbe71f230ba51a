"""Programmes: lasting common undertakings."""

from __future__ import annotations

from db.nouns import Noun
from db.vocabulary import Programme, Sheet

noun = Noun(Sheet.PROGRAMMES, Programme)
table = noun.table
get = noun.get
every = noun.every
where = noun.where
by_id = noun.by_id
