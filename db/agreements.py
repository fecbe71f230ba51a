"""Agreements: papers signed or drafted with a partner."""

from __future__ import annotations

from db.nouns import Noun
from db.vocabulary import Agreement, Sheet

noun = Noun(Sheet.AGREEMENTS, Agreement)
table = noun.table
get = noun.get
every = noun.every
where = noun.where
by_id = noun.by_id
