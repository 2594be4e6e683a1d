"""The console in a real browser: scripts run, nothing is blocked, nothing is cut off; pictures to be looked at."""

import asyncio
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from server_stub.console.pages import PLACES
from server_stub.ids import new_id
from tests.console.day import PASSWORD, artefacts
from tests.console.test_counts import LATE, MATTER, put_asked, put_line, put_lost
from tests.console.test_lost_tills import keep
from tests.console.test_order_costs import COSTS
from tests.console.test_orders import FACE, MAKE, PACKED, TOLERANCES, WAITING
from tests.server.terminal import Ground
from tests.server_http.conftest import RunningCentre

SIZES = {"desk": (1366, 768), "phone": (390, 844)}
SMALL = """[...document.querySelectorAll(innerWidth > 760 ? ".none" : ".stack a, button, .places a, select, .button")]
    .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 30).map(one => one.outerHTML)"""
WAVE = """
WITH made AS (
    INSERT INTO wave (id, shop_id, number, opened_at) VALUES (gen_random_uuid(), %s, 'W-1201', now()) RETURNING id)
UPDATE work_order SET wave_id = made.id, held = true FROM made WHERE number IN ('P-81', 'P-82')
"""
CHROMIUM = shutil.which("chromium") or ""

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed: apt-get install chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a display."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def sign_in(page: Page, centre: RunningCentre) -> None:
    page.goto(f"{centre.address}/console/")
    page.get_by_label("Login").fill("vera")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overview")


@pytest.mark.parametrize(
    ("size", "theme", "language"),
    [
        ("desk", "light", "en"),
        ("phone", "dark", "ru"),
        pytest.param("desk", "dark", "ru", marks=pytest.mark.slow),
        pytest.param("phone", "light", "de", marks=pytest.mark.slow),
    ],
)
def test_pages_look_whole(
    browser: Browser, centre_server: RunningCentre, shop_day: Ground, size: str, theme: str, language: str
) -> None:
    order, till = put_waiting(centre_server, shop_day)
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB")
    page = context.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto(f"{centre_server.address}/console/sign-in")
    page.screenshot(path=artefacts() / f"sign-in-{size}-{theme}-{language}.png")
    sign_in(page, centre_server)
    page.goto(f"{centre_server.address}/console/look?theme={theme}")
    page.goto(f"{centre_server.address}/console/look?language={language}")
    look = f"{size}-{theme}-{language}"
    for place in PLACES:
        page.goto(centre_server.address + place.path)
        shoot(page, f"{place.path.removeprefix('/console/') or 'overview'}-{look}")
    page.goto(centre_server.address + order)
    shoot(page, f"order-{look}")
    page.locator("form[action$='/claim/make'] button").click()
    page.locator("form[action$='/claim/answer']").wait_for()
    shoot(page, f"claim-{look}")
    page.goto(centre_server.address + str(centre_server.ask(PACKED, shop_day.shop)[0][0]))
    shoot(page, f"parcels-{look}")
    page.goto(f"{centre_server.address}/console/devices/{till}")
    page.locator("form[action$=recovery-key] button").click()
    expect(page.locator(".secret")).to_be_visible()
    shoot(page, f"recovery-key-{look}")
    show_more(page, centre_server.address, look)
    assert troubles == []
    context.close()


def put_waiting(centre: RunningCentre, ground: Ground) -> tuple[str, str]:
    """Add two counts and a write-off to be decided, what came late, an order and a key; gives order and till."""
    put_lost(centre, ground)
    for first in (1, 3):
        matter, product = new_id(), new_id()
        centre.ask(MATTER, matter, ground.shop, product, ground.shelf)
        for seq, milli in enumerate((4000, 7500), first):
            put_line(centre, ground, product, milli, matter, seq)
    centre.ask(LATE, put_line(centre, ground, new_id(), 10_000, None, 31))
    put_asked(centre, ground, new_id(), ground.shelf)
    till = str(centre.ask("SELECT device_uuid FROM registered_devices WHERE name = 'New till'")[0][0])
    with ThreadPoolExecutor(1) as thread:  # the browser's driver keeps a loop in this one
        thread.submit(lambda: asyncio.run(keep(centre, till))).result()
    centre.ask(FACE.replace("%(shop)s", f"'{ground.shop}'"))
    centre.ask(TOLERANCES, ground.shop)
    centre.ask(WAITING, ground.shop)
    centre.ask(WAVE, ground.shop)
    order = str(centre.ask(MAKE, ground.shop)[0][0])
    centre.ask(COSTS)
    return order, till


def shoot(page: Page, name: str) -> None:
    """Take a picture of the whole page: not wider than the screen, and on a phone a finger meets what it aims at."""
    page.screenshot(path=artefacts() / f"{name}.png", full_page=True)
    room = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert room[0] <= room[1], f"{name} is wider than the screen: {room}"
    small = page.evaluate(SMALL)
    assert small == [], f"{name} has links too low for a finger: {small}"


def show_more(page: Page, address: str, look: str) -> None:
    """Go where no place of the navigation leads at once: one of each, a secret, an invitation, a note."""
    for place in ("tolerances", "held-lots", "refills", "waves"):
        page.goto(f"{address}/console/{place}")
        shoot(page, f"{place}-{look}")
    page.locator("main td a").first.click()
    shoot(page, f"wave-{look}")
    page.goto(f"{address}/console/instances")
    page.locator("main td a").first.click()
    shoot(page, f"instance-{look}")
    page.goto(f"{address}/console/shops")
    page.locator("main td a").first.click()
    shoot(page, f"shop-{look}")
    for place in ("promotions", "price-lists", "coupons"):
        page.goto(f"{address}/console/{place}")
        page.locator("main td a").first.click()
        shoot(page, f"{place}-one-{look}")
    for kind in ("happy", "ticket"):
        page.goto(f"{address}/console/promotions/new?kind={kind}")
        shoot(page, f"promotions-{kind}-{look}")
    page.goto(f"{address}/console/coupons/new")
    page.locator("input[name=count]").fill("60")
    page.locator("form.fields button.main").click()
    page.locator(".pager").wait_for()
    shoot(page, f"coupons-series-{look}")
    page.goto(f"{address}/console/webhooks")
    page.locator("main td a").first.click()
    page.locator(".pill.danger").first.wait_for()
    shoot(page, f"webhook-{look}")
    page.goto(f"{address}/console/webhooks")
    page.locator("form.fields input[name=url]").fill("https://erp.example/second")
    page.locator("form.fields input[value='sale.completed']").check()
    page.locator("form.fields button.main").click()
    expect(page.locator(".secret")).to_be_visible()
    shoot(page, f"webhook-secret-{look}")
    page.goto(f"{address}/console/tokens")
    page.locator("input[name=url]").fill("https://centre.example")
    page.locator("button.main").click()
    expect(page.locator(".qr")).to_be_visible()
    shoot(page, f"invitation-{look}")
    assert zxingcpp.read_barcodes(Image.open(artefacts() / f"invitation-{look}.png"))[0].text.startswith("ECK$2$")
    page.goto(f"{address}/console/cases")
    page.locator("input[name=note]").first.fill("The tablet was replaced; the old one lies in the office.")
    page.locator(".case button").first.click()
    page.goto(f"{address}/console/cases?show=closed")
    expect(page.locator("blockquote")).to_be_visible()
    shoot(page, f"cases-closed-{look}")


def test_a_till_is_approved_by_hand(browser: Browser, centre_server: RunningCentre, shop_day: Ground) -> None:
    page = browser.new_page(locale="en-GB")
    sign_in(page, centre_server)
    page.get_by_role("link", name="Tills", exact=True).click()
    page.get_by_role("link", name="New till").click()
    page.screenshot(path=artefacts() / "device.png", full_page=True)
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_role("status")).to_contain_text("The till may work now.")
    page.get_by_role("link", name="Enrolment", exact=True).click()
    page.get_by_role("button", name="Make an invitation").click()
    expect(page.locator(".qr")).to_be_visible()
    page.screenshot(path=artefacts() / "token.png", full_page=True)
    page.get_by_role("link", name="Journals", exact=True).click()
    page.locator("main a[href^='/console/journals/']").first.click()
    page.screenshot(path=artefacts() / "journal.png", full_page=True)
    page.locator("main td a").first.click()
    page.screenshot(path=artefacts() / "entry.png", full_page=True)
    page.close()


def test_the_overview_renews_itself(browser: Browser, centre_server: RunningCentre, shop_day: Ground) -> None:
    page = browser.new_page(locale="en-GB")
    page.clock.install()
    sign_in(page, centre_server)
    cases = page.locator("section", has_text="Open cases").locator(".figure")
    expect(cases).to_have_text("1")
    centre_server.ask("UPDATE cases SET closed_at = now()")
    page.clock.fast_forward(11_000)
    expect(cases).to_have_text("0")
    page.close()
