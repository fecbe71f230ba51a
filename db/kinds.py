"""The listed words of columns that take other words too. Pure."""

from __future__ import annotations

from db.vocabulary import ANY_MATERIAL

PARTNER_KINDS = (
    "national library", "university library", "public library", "parliamentary library", "research library",
    "special library", "archive", "university", "museum", "embassy", "ministry", "international organisation",
    "foundation", "publisher", "other",
)  # fmt: skip
AGREEMENT_KINDS = (
    "memorandum", "agreement", "contract", "programme", "project", "membership", "letter of intent",
    "exchange arrangement", "annex", "amendment",
)  # fmt: skip
EVENT_KINDS = (
    "conference", "congress", "seminar", "webinar", "training", "exhibition", "fair", "forum", "meeting",
    "round table", "visit", "presentation", "anniversary", "other",
)  # fmt: skip
PROGRAMME_KINDS = ("project", "access", "reading room", "training", "exchange", "other")
MATERIALS = (
    "books", "periodicals", "newspapers", "dissertations", "manuscripts", "facsimiles", "maps", "music",
    "audiovisual", "electronic resources", ANY_MATERIAL, "other",
)  # fmt: skip
STAGES = ("Ministry of Foreign Affairs", "Ministry of Justice", "Cabinet of Ministers")
