"""`@bot …`: cards for members, an empty list for strangers, nothing that is not for any chat."""

from tests.dialogues.conftest import Stage
from tests.dialogues.registering import paper, partner, record


async def test_cards_are_found_as_they_are_typed_and_dropped_into_any_chat(stage: Stage) -> None:
    async with stage.bot():
        group = stage.group()
        for text in ("shang", "Shanghai", "Шанхай", "шанхайская библиотека", "Shanxay"):
            answer = await stage.staff.asks_inline(text, group)
            assert "Shanxay kutubxonasi" in answer.titles, text
            assert (answer.personal, answer.cache_time) == (True, 0)
        card = await stage.staff.chooses(await stage.staff.asks_inline("shang"), "Shanxay kutubxonasi", group)
        assert "Shanxay" in card.text
        assert card.formatted("bold")

        baku = await stage.admin.asks_inline("baku")
        assert any("event" in article.id or article.id.startswith("e") for article in baku.articles)
        assert (await stage.staff.asks_inline("")).articles == ()


async def test_a_stranger_gets_an_empty_list_whatever_a_member_was_given(stage: Stage) -> None:
    async with stage.bot():
        for text in ("Shanghai", "a", "", "Baku", "/x7"):
            await stage.staff.asks_inline(text)
            answer = await stage.stranger.asks_inline(text)
            assert answer.articles == ()
            assert answer.button is None
            assert (answer.personal, answer.cache_time) == (True, 0)


async def test_what_is_not_for_any_chat_is_offered_to_nobody(stage: Stage) -> None:
    record(
        stage,
        partner("new1", "Freedonia Library", email="secret@example.org", contact="A. Secret", note="Secret"),
        paper("new1", title="Signed", term="2020/2030", responsible="A. Secret"),
        paper("new1", title="Drafted", state="draft"),
        {"sheet": "events", "id": "new2", "title_en": "Freedonia fair", "host": "new1"},
        {"sheet": "participants", "event": "new2", "person": "A. Secret"},
    )
    async with stage.bot():
        for actor in (stage.viewer, stage.admin):
            answer = await actor.asks_inline("freedonia")
            assert len(answer.articles) == 3
            said = str([article.result for article in answer.articles])
            assert "Signed" in said
            assert "Drafted" not in said
            assert "ecret" not in said


async def test_hostile_queries_are_answered(stage: Stage) -> None:
    async with stage.bot():
        for text in ("<b>", "'; drop table partners; --", "\u202e\u200b", "x" * 256, "((((", "%", "🙂"):
            assert (await stage.staff.asks_inline(text)).personal
