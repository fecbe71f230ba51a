"""The chat page in a real browser: talking, formatting, buttons, files, groups."""

import pytest
from playwright.async_api import Browser, FilePayload, Route, expect

from tests.demo.browsing import chromium, phone, stage
from tests.demo.phone import Phone, Stage
from tests.demo.pictures import png

__all__ = ["chromium", "phone", "stage"]
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_newcomer_starts_with_the_menu_and_the_keyboard(phone: Phone) -> None:
    await phone.opens("#1004/1004")
    about = phone.page.locator(".about")
    await expect(about).to_contain_text("Hamkorlik, almashinuv va tadbirlarni yuritaman.")
    await expect(phone.page.locator("#message")).to_be_hidden()
    await phone.page.get_by_role("button", name="Boshlash", exact=True).click()
    await phone.hears("Salom, Hamkor shu yerda")
    await expect(phone.page.locator(".start")).to_be_hidden()
    await expect(phone.page.locator("#message")).to_have_attribute("placeholder", "Qachon?")
    await phone.page.get_by_role("button", name="Kecha").click()
    await phone.hears("Siz: Kecha")
    await phone.page.get_by_role("button", name="Tugmalar").click()
    await expect(phone.page.get_by_role("button", name="Kecha")).to_be_hidden()
    await phone.page.get_by_role("button", name="Buyruqlar").click()
    menu = phone.page.get_by_role("menu", name="Buyruqlar")
    await expect(menu.get_by_role("menuitem")).to_have_text(
        ["/startBoshlash", "/cardShartnoma kartasi", "/filesHisobot va diagramma"]
    )
    await menu.get_by_text("Shartnoma kartasi").click()
    await phone.hears("Polsha Milliy kutubxonasi")
    await phone.says("/hide")
    await phone.hears("Tugmalar yoʻq")
    await expect(phone.page.get_by_role("button", name="Tugmalar")).to_be_hidden()


async def test_formatting_is_shown_as_telegram_shows_it(phone: Phone) -> None:
    await phone.begins()
    await phone.says("/card")
    card = await phone.hears("Polsha Milliy kutubxonasi")
    for tag, text in (
        ("strong", "Polsha Milliy kutubxonasi"),
        ("em", "2014–2029"),
        ("u", "shartnoma"),
        ("s", "loyiha"),
        ("code", "12/2014"),
        ("blockquote:not(.folded)", "Muddati besh yil"),
    ):
        await expect(card.locator(tag)).to_have_text(text)
    await expect(card.get_by_role("link", name="sayt")).to_have_attribute("href", "https://natlib.uz/")
    await expect(card.locator(".text")).to_contain_text("<3 & 🤝")
    hidden = card.locator(".spoiler")
    await expect(hidden).to_have_accessible_name("Yashirin matn")
    await hidden.click()
    await expect(hidden).to_have_accessible_name("+998 71 232 83 92")
    folded = card.locator(".folded")
    await folded.click()
    await expect(card.locator(".folded")).to_have_count(0)
    await card.get_by_role("button", name="/x7").click()
    await phone.hears("Siz: /x7")


HOSTILE = (
    "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script>",
    "</div><b>qalin</b> &lt;i&gt; {{7*7}} `${7*7}`",
    "\u202eishonch \u200b\u200d\u2066 teskari",
    "W" * 600,
    "qator\n" * 40,
)


async def test_what_people_write_stays_text(phone: Phone) -> None:
    await phone.begins()
    for number, hostile in enumerate(HOSTILE, 2):
        await phone.page.locator("#message").fill(hostile)
        await phone.page.get_by_role("button", name="Yuborish").click()
        await expect(phone.page.locator(".message.theirs")).to_have_count(number)
        answer = await phone.hears("Siz: ")
        assert hostile.strip() in await phone.mine().last.locator(".text").inner_text()
        assert await answer.locator("img, script, b, i").count() == 0
        assert await phone.overflow() == 0
    assert await phone.page.evaluate("window.hacked") is None


async def test_a_long_answer_is_read_from_its_first_line(phone: Phone) -> None:
    await phone.begins()
    said = await phone.stage.server.actors[1001].says("qator\n" * 80)
    answer = await phone.hears("Siz: ")
    await expect(answer.locator("strong")).to_be_in_viewport(ratio=1)
    assert said.id < int(await answer.get_attribute("data-id") or 0)
    await phone.says("qisqa")
    await expect((await phone.hears("qisqa")).locator(".meta")).to_be_in_viewport(ratio=1)


async def test_a_press_edits_the_card_in_place(phone: Phone) -> None:
    await phone.begins()
    await phone.says("/card")
    card = await phone.hears("Polsha")
    number = await card.get_attribute("data-id")
    await phone.presses("✅ Saqlash")
    edited = phone.page.locator(f'[data-id="{number}"]')
    await expect(edited).to_contain_text("Saqlandi: /x57")
    await expect(edited.locator(".meta")).to_contain_text("tahrirlangan")
    await expect(edited.locator(".button")).to_have_count(0)


async def test_a_button_rests_even_when_the_answer_outruns_its_press(phone: Phone) -> None:
    await phone.begins()
    await phone.says("/card")
    await phone.hears("Polsha")

    async def late(route: Route) -> None:
        confirmed = await route.fetch()
        await expect(phone.page.locator("#toast")).to_have_text("Roʻyxatga olindi")
        await route.fulfill(response=confirmed)

    await phone.page.route("**/try/press", late)
    await phone.presses("Bildirish")
    await expect(phone.page.locator("#toast")).to_have_text("Roʻyxatga olindi")
    await expect(phone.page.locator(".waiting")).to_have_count(0)


async def test_each_kind_of_button_does_its_own(phone: Phone) -> None:
    await phone.begins()
    await phone.says("/card")
    await phone.hears("Polsha")
    await phone.presses("Bildirish")
    await expect(phone.page.locator("#toast")).to_have_text("Roʻyxatga olindi")
    await expect(phone.page.locator(".waiting")).to_have_count(0)
    await phone.presses("Ogohlantirish")
    alert = phone.page.get_by_role("dialog")
    await expect(alert).to_contain_text("faqat rahbar")
    await alert.get_by_role("button", name="Tushunarli").click()
    await expect(alert).to_be_hidden()
    await phone.presses("Raqam")
    await expect(phone.page.locator("#toast")).to_have_text("Nusxa olindi")
    assert await phone.page.evaluate("navigator.clipboard.readText()") == "12/2014"
    await phone.presses("Ulashish")
    await expect(phone.page.locator("#message")).to_have_value("@hamkor_demo_bot shanxay")
    await phone.page.get_by_role("option", name="Shanxay kutubxonasi").click()
    dropped = phone.mine().last
    await expect(dropped.locator("strong")).to_have_text("Shanxay kutubxonasi")
    await expect(dropped.locator(".via")).to_have_text("@hamkor_demo_bot orqali")


async def test_an_invitation_is_opened_by_whom_one_likes(phone: Phone) -> None:
    await phone.begins()
    await phone.says("/card")
    card = await phone.hears("Polsha")
    await card.get_by_role("button", name="taklif").click()
    asked = phone.page.get_by_role("dialog")
    await expect(asked.get_by_role("heading")).to_have_text("Havolani kim ochadi?")
    await asked.get_by_role("button", name="Anvar").click()
    await phone.hears("Salom, Hamkor shu yerda (AB12)")
    await expect(phone.page.locator("#open-panel")).to_contain_text("Anvar")


async def test_files_go_both_ways(phone: Phone) -> None:
    await phone.begins()
    await phone.says("/files")
    await phone.hears("Jadval")
    image = phone.page.locator(".photo img")
    assert await image.evaluate("(image) => image.decode().then(() => image.naturalWidth)") == 320
    async with phone.page.expect_download() as started:
        await phone.page.get_by_role("link", name="Yuklab olish: Hisobot 2016.csv").click()
    download = await started.value
    assert download.suggested_filename == "Hisobot 2016.csv"
    assert (await download.path()).read_bytes() == b"a;b\n1;2\n"
    report: FilePayload = {"name": "Hisobot ў.docx", "mimeType": "application/msword", "buffer": b"12345"}
    await phone.page.locator("#file").set_input_files([report])
    await phone.says("2026-yil")
    await phone.hears("5 bayt, 2026-yil")
    await expect(phone.mine().last.locator(".file-name")).to_contain_text("Hisobot ў.docx")
    scan: FilePayload = {"name": "skan.png", "mimeType": "image/png", "buffer": png(40, 30)}
    await phone.page.locator("#file").set_input_files([scan])
    await expect(phone.page.get_by_label("rasm sifatida")).to_be_checked()
    await phone.page.locator(".message.theirs").last.hover()
    await phone.page.locator(".message.theirs").last.get_by_role("button", name="Javob berish").click()
    await expect(phone.page.locator(".strip")).to_have_count(2)
    for drop in await phone.page.locator(".strip").get_by_role("button", name="Bekor qilish").all():
        await expect(drop).to_be_in_viewport(ratio=1)
    await phone.page.get_by_role("button", name="Yuborish").click()
    await phone.hears("bayt, izohsiz")
    await expect(phone.mine().last.locator(".photo img")).to_be_visible()
    await expect(phone.mine().last.locator(".quote")).to_contain_text("5 bayt, 2026-yil")


async def test_a_group_hears_only_what_is_for_it(phone: Phone) -> None:
    await phone.opens("#1003/-2001")
    await expect(phone.page.locator(".service")).to_have_text("Guruhga qoʻshildi: Hamkor")
    await phone.says("Bugun 12 ta kitob oldik")
    await phone.says("/find Seul")
    answer = await phone.hears("Siz: /find Seul")
    await expect(answer.locator(".sender")).to_have_text("Hamkor")
    await expect(answer.locator(".quote")).to_contain_text("/find Seul")
    await expect(phone.page.locator(".message.theirs")).to_have_count(1)
    await answer.hover()
    await answer.get_by_role("button", name="Javob berish").click()
    await expect(phone.page.locator(".strip")).to_contain_text("Hamkor")
    await phone.says("Pekin")
    await phone.hears("Siz: Pekin")
    await phone.page.locator("#open-panel").click()
    await phone.page.get_by_role("button", name="Anvar").click()
    await expect(phone.page.locator(".message.theirs .sender").first).to_have_text("Nigora")
    await expect(phone.page.locator("#tabs [aria-current=true]")).to_contain_text("5 aʼzo")


async def test_a_wide_window_shows_everything_at_once(chromium: Browser, stage: Stage) -> None:
    context = await chromium.new_context(viewport={"width": 1280, "height": 800}, color_scheme="dark")
    wide = Phone(await context.new_page(), stage)
    await wide.begins()
    await expect(wide.page.locator("#panel .person")).to_have_count(4)
    await expect(wide.page.locator("#tabs")).to_be_hidden()
    await wide.page.locator(".chat-row", has_text="Xalqaro aloqalar").click()
    await expect(wide.page.locator("#chat-head")).to_contain_text("Xalqaro aloqalar")
    await wide.page.locator(".person", has_text="Rustam").click()
    await expect(wide.page.locator(".person", has_text="Rustam")).to_have_attribute("aria-pressed", "true")
    assert await wide.overflow() == 0
    await context.close()
    assert wide.faults == []


async def test_nothing_sticks_out_and_every_control_has_a_name(phone: Phone) -> None:
    await phone.begins()
    await phone.says("/card")
    await phone.hears("Polsha")
    for width in (320, 390, 819, 820, 1400):
        await phone.page.set_viewport_size({"width": width, "height": 640})
        assert await phone.overflow() == 0, width
    nameless = """
        [...document.querySelectorAll("button, input:not([type=file]), select, textarea")]
          .filter((control) => control.checkVisibility() && !control.ariaLabel && !control.labels?.length)
          .filter((control) => !control.textContent.trim()).map((control) => control.outerHTML)
    """
    assert await phone.page.evaluate(nameless) == []
