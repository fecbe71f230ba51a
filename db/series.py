"""Series: events that recur."""

from __future__ import annotations

from db.nouns import Noun
from db.vocabulary import Series, Sheet

noun = Noun(Sheet.SERIES, Series)
table = noun.table
get = noun.get
every = noun.every
where = noun.where
by_id = noun.by_id
