"""Participants: who took part in events."""

from __future__ import annotations

from db.nouns import Noun
from db.vocabulary import Participant, Sheet

noun = Noun(Sheet.PARTICIPANTS, Participant)
table = noun.table
get = noun.get
every = noun.every
where = noun.where
