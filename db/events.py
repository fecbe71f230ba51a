"""Events: conferences, visits, exhibitions and their like."""

from __future__ import annotations

from db.nouns import Noun
from db.vocabulary import Event, Sheet

noun = Noun(Sheet.EVENTS, Event)
table = noun.table
get = noun.get
every = noun.every
where = noun.where
by_id = noun.by_id
