"""Promises: what we said we would do, by when, and who sees to it."""

from __future__ import annotations

from db.nouns import Noun
from db.vocabulary import Promise, Sheet

noun = Noun(Sheet.PROMISES, Promise)
table = noun.table
get = noun.get
every = noun.every
where = noun.where
by_id = noun.by_id
