"""A digest in four languages: what, whose, when, how long, and nothing left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.html import plain
from bot.remind.case import Case
from bot.remind.notice import Coming, Digest, Notice
from bot.remind.workdays import Office
from bot.show.notices import pages, preview
from bot.show.reply import TEXT_LIMIT
from bot.words import Words
from db.edtf import Edtf
from db.vocabulary import Agreement, Event, Language, Names
from tests.remind.laying import rungs

TODAY = date(2026, 11, 23)
ZONE = ZoneInfo("Asia/Tashkent")
OFFICE = Office(ZONE, time(9))
JAPAN = Names(en="National Diet Library", ru="Национальная парламентская библиотека")


def paper(term: str, *, renews: int | None = None, notice: int | None = None) -> Agreement:
    return Agreement(
        no=12, id="a12", partner=1, kind="memorandum", term=Edtf.parse(term), renews_months=renews,
        notice_days=notice,
    )  # fmt: skip


def conference(day: str, submission: str | None = None) -> Event:
    deadline = Edtf.parse(submission) if submission else None
    return Event(no=3, id="e3", titles=Names(en="Central Asia"), kind="conference",
                 date=Edtf.parse(day), submission_deadline=deadline)  # fmt: skip


def notice(record: Agreement | Event, ladder: str, as_of: date = TODAY) -> Notice:
    goal = next(r.goal for r in rungs(record, as_of, OFFICE) if r.goal.ladder == ladder)
    partner = JAPAN if isinstance(record, Agreement) else None
    return Notice(record, goal, partner, unknown=None, late=False, rows=(1,))


def said(*notices: Notice, language: Language = Language.EN, away: date | None = None) -> list[str]:
    digest = Digest(501, language, TODAY, notices, away)
    (page,) = pages(digest, ZONE, Words(language))
    return plain(page.reply.text).split("\n\n")


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            Language.EN,
            [
                "🔔 Reminders, 23 November 2026",
                "🔴 5 days left — National Diet Library\nMemorandum. Ends: 28 November 2026 · /a12",
                "🟠 22 days left — Central Asia\nConference. Dates: 15–17 December 2026 · /e3",
            ],
        ),
        (
            Language.RU,
            [
                "🔔 Напоминания, 23 ноября 2026 г.",
                (
                    "🔴 Осталось 5 дней — Национальная парламентская библиотека\n"
                    "Меморандум. Срок действия истекает: 28 ноября 2026 г. · /a12"
                ),
                "🟠 Осталось 22 дня — Central Asia\nКонференция. Даты: 15–17 декабря 2026 г. · /e3",
            ],
        ),
        (
            Language.UZ_LATN,
            [
                "🔔 Eslatmalar, 2026-yil 23-noyabr",
                (
                    "🔴 5 kun qoldi — National Diet Library\n"
                    "Memorandum. Amal qilish muddati tugaydi: 2026-yil 28-noyabr · /a12"
                ),
                "🟠 22 kun qoldi — Central Asia\nKonferensiya. Sanasi: 2026-yil 15–17-dekabr · /e3",
            ],
        ),
        (
            Language.UZ_CYRL,
            [
                "🔔 Эслатмалар, 2026 йил 23 ноябрь",
                (
                    "🔴 5 кун қолди — National Diet Library\n"
                    "Меморандум. Амал қилиш муддати тугайди: 2026 йил 28 ноябрь · /a12"
                ),
                "🟠 22 кун қолди — Central Asia\nКонференция. Санаси: 2026 йил 15–17 декабрь · /e3",
            ],
        ),
    ],
)
def test_a_digest_says_what_whose_when_and_how_long(language: Language, lines: list[str]) -> None:
    ending = notice(paper("2022-01-01/2026-11-28"), "end")
    coming = notice(conference("2026-12-15/2026-12-17"), "start")
    assert said(ending, coming, language=language) == lines


@pytest.mark.parametrize(
    ("term", "first"),
    [
        ("2022-01-01/2026-11-23", "🔴 Today —"),
        ("2022-01-01/2026-11-24", "🔴 1 day left —"),
        ("2022-01-01/2026-12-23", "🟠 30 days left —"),
        ("2022-01-01/2026-12-24", "🟡 31 days left —"),
        ("2022-01-01/2026-11-22", "⚠️ 1 day ago —"),
        ("2022/2027", "🟡 At least 39 days left —"),
        ("2022/2026", "🔴 Any day now —"),
        ("2022/2025", "⚠️ 327 days ago —"),
    ],
)
def test_the_first_words_say_how_urgent_it_is(term: str, first: str) -> None:
    assert said(notice(paper(term), "end"))[1].startswith(first)


def test_a_year_is_said_to_be_all_that_is_known() -> None:
    line = said(notice(paper("2022/2027"), "end"))[1]
    assert "Ends: 2027 · /a12" in line
    assert "counted to the earliest possible one, 1 January 2027. Please find out the exact day." in line


def test_what_expired_unseen_is_said_to_have_expired() -> None:
    line = said(notice(paper("2022-01-01/2026-11-20"), "end"))[1]
    assert "It expired before I could remind you: 20 November 2026 · /a12" in line


def test_an_agreement_that_renews_itself_is_never_said_to_end() -> None:
    line = said(notice(paper("2020-01-01/2022-12-31", renews=12, notice=30), "notice"))[1]
    assert "Last day to decline renewal: 1 December 2026 · /a12" in line
    assert "Otherwise it renews automatically. Current term ends: 31 December 2026." in line
    assert "Ends:" not in line


def test_an_assumed_notice_is_said_to_be_assumed() -> None:
    line = said(notice(paper("2022-01-01/2026-12-31", renews=12), "notice"))[1]
    assert "I assume 90 days." in line


def test_an_absence_is_explained_once() -> None:
    lines = said(notice(paper("2022-01-01/2026-11-28"), "end"), away=date(2026, 11, 9))
    assert lines[1] == "These came due while I was away (from 9 November 2026); here they are in one message."


def test_an_unknown_responsible_person_and_a_late_entry_are_pointed_out() -> None:
    late = replace(notice(paper("2022-01-01/2026-11-28"), "end"), unknown="Zulfiya <b>", late=True)
    line = said(late)[1]
    assert "Responsible: Zulfiya <b>. There is no such person" in line
    assert "after its reminder date" in line


def test_an_event_is_said_to_be_somewhere() -> None:
    abroad = replace(conference("2026-12-15"), city="Tashkent", country="UZ")
    assert (
        "Conference, Tashkent, Uzbekistan. Dates: 15 December 2026 · /e3" in said(notice(abroad, "start"))[1]
    )
    online = replace(conference("2026-12-15"), city="online")
    assert "Conference, online. Dates" in said(notice(online, "start"))[1]


def test_entries_that_all_come_late_are_said_to_once() -> None:
    ending = replace(notice(paper("2022-01-01/2026-11-28"), "end"), late=True)
    both = said(ending, ending)
    assert both[1] == "These were entered after their reminder dates."
    assert not any("after its reminder date" in line for line in both)
    one_of_two = said(ending, replace(ending, late=False))
    assert ["after its reminder date" in line for line in one_of_two] == [False, True, False]


@pytest.mark.parametrize("language", Language)
def test_many_reminders_take_as_few_messages_as_they_need_and_none_is_lost(language: Language) -> None:
    one = notice(paper("2022/2027"), "end")
    many = tuple(replace(one, rows=(2 * n, 2 * n + 1)) for n in range(300))
    found = pages(Digest(501, language, TODAY, many, None), ZONE, Words(language))
    assert [row for page in found for row in page.rows] == list(range(600))
    lengths = [len(plain(page.reply.text)) for page in found]
    assert all(length <= TEXT_LIMIT for length in lengths)
    assert all(a + b > TEXT_LIMIT for a, b in pairwise(lengths)), "two messages that would fit into one"


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.text(min_size=1, max_size=5000)
        | st.sampled_from(["🀄" * 5000, "<b>" * 999, "\u202e" * 50, "\n" * 9]),
        min_size=1,
        max_size=40,
    ),
    st.sampled_from(Language),
)
def test_hostile_names_stay_text_and_fit(names: list[str], language: Language) -> None:
    lines = tuple(
        replace(notice(paper("2022/2027"), "end"), partner=Names(en=name), unknown=name) for name in names
    )
    for page in pages(Digest(501, language, TODAY, lines, TODAY), ZONE, Words(language)):
        assert len(plain(page.reply.text).encode("utf-16-le")) // 2 <= TEXT_LIMIT
        markup = page.reply.text.replace("<b>", "").replace("</b>", "")
        assert "<" not in markup
        assert page.reply.text.count("<b>") == page.reply.text.count("</b>")


def coming(*, late: bool) -> Coming:
    rung = next(r for r in rungs(paper("2022-01-01/2026-12-31"), TODAY, OFFICE) if r.days == 30)
    moment = datetime(2026, 12, 1, 4, tzinfo=UTC)
    case = Case(paper("2022-01-01/2026-12-31"), TODAY)
    return Coming(case, JAPAN, rung, moment, ("role:manager", "member:502"), late)


def test_a_preview_is_a_line_a_rung() -> None:
    lines = list(preview((coming(late=False), coming(late=True)), OFFICE.zone, Words(Language.EN)))
    line = "2026-12-01 09:00 /a12 end-30 National Diet Library: 31 December 2026 → role:manager, member:502"
    assert [" ".join(each.split()) for each in lines] == [line, f"{line} (late)"]


def test_an_empty_preview_says_so() -> None:
    assert list(preview((), OFFICE.zone, Words(Language.EN))) == ["Nothing falls due in this time."]


def test_how_long_is_left_stands_out() -> None:
    (page,) = pages(
        Digest(1, None, TODAY, (notice(paper("2022/2027"), "end"),), None), ZONE, Words(Language.EN)
    )
    assert "<b>At least 39 days left</b> — National Diet Library" in page.reply.text
