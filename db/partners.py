"""Partners: the institutions we deal with."""

from __future__ import annotations

from db.nouns import Noun
from db.vocabulary import Partner, Sheet

noun = Noun(Sheet.PARTNERS, Partner)
table = noun.table
get = noun.get
every = noun.every
where = noun.where
by_id = noun.by_id
