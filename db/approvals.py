"""Approvals: the stages of a draft agreement's clearance."""

from __future__ import annotations

from db.nouns import Noun
from db.vocabulary import Approval, Sheet

noun = Noun(Sheet.APPROVALS, Approval)
table = noun.table
get = noun.get
every = noun.every
where = noun.where
