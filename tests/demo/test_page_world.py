"""The page's panel: the clock, the bot's switch, a fresh start, languages, what waits for whom."""

from datetime import timedelta

import pytest
from playwright.async_api import expect

from tests.demo.browsing import chromium, phone, stage
from tests.demo.handworld import BEGIN
from tests.demo.phone import Phone

__all__ = ["chromium", "phone", "stage"]
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_the_clock_goes_forward(phone: Phone) -> None:
    await phone.begins()
    world, clock = phone.stage.world, phone.page.locator("#open-clock")
    await expect(clock).to_contain_text("23-noyabr, 15:30")
    await clock.click()
    await phone.page.get_by_role("button", name="+7 kun").click()
    await expect(phone.page.locator(".now")).to_contain_text("dushanba, 2026-yil 30-noyabr")
    assert world.moment == BEGIN + timedelta(days=7)
    await phone.page.get_by_label("Sana va vaqt").fill("2026-12-01T09:00")
    await phone.page.get_by_role("button", name="Oʻtish").click()
    await expect(clock).to_contain_text("1-dekabr, 09:00")
    await expect(phone.page.locator("#toast")).to_have_text("Soat surildi: 2026-yil 1-dekabr, 09:00")
    await phone.page.get_by_role("button", name="Yopish").click()
    await phone.says("Bugun")
    await phone.hears("Siz: Bugun")
    await expect(phone.page.locator(".day")).to_have_text(["23-noyabr", "1-dekabr"])


async def test_the_next_reminder_is_a_tap_away(phone: Phone) -> None:
    await phone.opens()
    world = phone.stage.world
    await phone.page.locator("#open-clock").click()
    following = phone.page.get_by_role("button", name="Keyingi eslatma")
    await expect(following).to_contain_text("2026-yil 26-noyabr, 15:30")
    await following.click()
    await expect(phone.page.locator("#open-clock")).to_contain_text("26-noyabr, 15:30")
    assert world.moment == world.due
    world.due = None
    await expect(following).to_contain_text("Eslatmalar yoʻq")
    await expect(following).to_be_disabled()


async def test_a_stopped_bot_loses_nothing(phone: Phone) -> None:
    await phone.begins()
    await phone.page.locator("#open-panel").click()
    switch = phone.page.get_by_role("switch", name="Bot ishlayapti")
    await expect(switch).to_be_checked()
    await switch.click()
    await expect(phone.page.get_by_role("switch", name="Bot toʻxtatilgan")).not_to_be_checked()
    await phone.page.get_by_role("button", name="Yopish").click()
    await expect(phone.page.locator("#notice")).to_contain_text("Bot toʻxtatilgan.")
    await phone.says("Kutib turaman")
    await expect(phone.page.locator(".message.mine").last).to_contain_text("Kutib turaman")
    assert len(phone.stage.standin.telegram.updates.pending) == 1
    await phone.page.locator("#notice").get_by_role("button", name="Ishga tushirish").click()
    await phone.hears("Siz: Kutib turaman")
    await expect(phone.page.locator("#notice")).to_be_hidden()


async def test_a_power_cut_and_a_bot_that_died_are_seen(phone: Phone) -> None:
    await phone.begins()
    await phone.page.locator("#open-panel").click()
    await phone.page.get_by_role("button", name="Birdan oʻchirish").click()
    await expect(phone.page.locator("#notice")).to_be_visible()
    await phone.stage.world.start_bot()
    await expect(phone.page.locator("#notice")).to_be_hidden()


async def test_a_reset_begins_anew(phone: Phone) -> None:
    await phone.begins()
    await phone.says("Salom")
    await phone.hears("Siz: Salom")
    await phone.page.locator("#open-clock").click()
    await phone.page.get_by_role("button", name="+30 kun").click()
    await expect(phone.page.locator("#open-clock")).to_contain_text("23-dekabr")
    await phone.page.get_by_role("button", name="Boshidan boshlash").click()
    await expect(phone.page.locator("#toast")).to_have_text("Hammasi boshlangʻich holatga qaytdi")
    await expect(phone.page.locator(".message")).to_have_count(0)
    await expect(phone.page.locator("#open-clock")).to_contain_text("23-noyabr, 15:30")
    await phone.page.get_by_role("button", name="Yopish").click()
    await phone.page.get_by_role("button", name="Boshlash", exact=True).click()
    await phone.hears("Salom, Hamkor shu yerda")


async def test_one_tap_leaves_only_the_real_registry(phone: Phone) -> None:
    await phone.begins()
    await phone.page.locator("#open-panel").click()
    await phone.page.get_by_role("button", name="Faqat haqiqiy yozuvlar").click()
    await expect(phone.page.locator("#toast")).to_have_text("Faqat haqiqiy reyestr qoldi")
    assert not phone.stage.world.examples
    await phone.page.get_by_role("button", name="Boshidan boshlash").click()
    await expect(phone.page.locator("#toast")).to_have_text("Hammasi boshlangʻich holatga qaytdi")
    assert phone.stage.world.examples


LANGUAGES = (
    ("ru", "Hamkor: демонстрация", "Отправить", "понедельник, 23 ноября 2026 г."),
    ("en", "Hamkor: try it out", "Send", "Monday, 23 November 2026"),
    ("uz-Latn", "Hamkor: sinab koʻrish", "Yuborish", "dushanba, 2026-yil 23-noyabr"),
    ("uz-Cyrl", "Ҳамкор: синаб кўриш", "Юбориш", "душанба, 2026 йил 23 ноябрь"),
)


async def test_the_page_speaks_four_languages_and_remembers_one(phone: Phone) -> None:
    await phone.begins()
    await phone.page.locator("#open-panel").click()
    for language, title, send, date in LANGUAGES:
        await phone.page.locator("#language").select_option(language)
        await expect(phone.page).to_have_title(title)
        await expect(phone.page.locator(".now")).to_contain_text(date)
        await expect(phone.page.get_by_role("button", name=send, exact=True)).to_be_visible()
    await phone.page.reload()
    await expect(phone.page.get_by_role("button", name="Юбориш", exact=True)).to_be_visible()
    await expect(phone.page.locator("html")).to_have_attribute("lang", "uz-Cyrl")


async def test_what_waits_for_others_is_counted(phone: Phone) -> None:
    await phone.opens()
    rustam = phone.stage.server.actors[1002]
    await rustam.says("/start")
    await rustam.hears()
    await expect(phone.page.locator("#open-panel .badge")).to_have_text("1")
    await phone.page.locator("#open-panel").click()
    person = phone.page.locator(".person", has_text="Rustam")
    await expect(person.locator(".badge")).to_have_accessible_name("1 ta oʻqilmagan")
    await person.click()
    await phone.hears("Salom, Hamkor shu yerda")
    await expect(phone.page.locator(".badge:visible")).to_have_count(0)


async def test_the_page_finds_its_way_back(phone: Phone) -> None:
    await phone.begins()
    for socket in list(phone.stage.server._sockets):
        socket.close()
    await expect(phone.page.locator("#notice")).to_contain_text("Aloqa uzildi")
    await phone.stage.server.actors[1001].says("uzilganda")
    await expect(phone.page.locator("#notice")).to_be_hidden()
    await phone.hears("Siz: uzilganda")
    await expect(phone.mine()).to_have_count(2)
