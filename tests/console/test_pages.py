"""Pages say what the centre holds, in both languages; forms do what they say, for those who may."""

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop.ui.health.case_words import KINDS as TILL_WORDS
from server_stub.console.cases import tell_case
from server_stub.console.code_words import ACTIONS, CASES, FACTS, STEPS
from server_stub.console.german import GERMAN
from server_stub.console.german_codes import GERMAN_CODES
from server_stub.console.pages import PLACES
from server_stub.console.words import RUSSIAN
from server_stub.identity.callers import ROLES
from tests.console.conftest import Visitor
from tests.console.day import PASSWORD
from tests.server.terminal import Ground
from tests.server_http.conftest import RunningCentre

SOURCES = Path("server_stub/console")


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_every_page_is_shown(admin: Visitor, language: str) -> None:
    await admin.http.get("/console/look", params={"language": language})
    for place in PLACES:
        page = await admin.see(place.path)
        title = RUSSIAN[place.title] if language == "ru" else place.title
        assert f"<h1>{title}</h1>" in page, place.path
        assert f'lang="{language}"' in page


async def test_links_lead_somewhere(admin: Visitor) -> None:
    seen, waiting = set(), {"/console/"}
    while waiting:
        path = waiting.pop()
        seen.add(path)
        page = await admin.see(path)
        links = {unescape(link) for link in re.findall(r'href="(/console/[^"]*)"', page)}
        waiting |= {link for link in links if not re.search(r"/\d+$", link) or link.count("/") < 4} - seen
    assert len(seen) > 12


def test_every_sentence_is_there_in_russian() -> None:
    text = "\n".join(path.read_text() for path in [*SOURCES.glob("*.py"), *SOURCES.glob("templates/*.html")])
    said = set(re.findall(r'(?<![a-z_])t\("([^"]+)"', text)) | set(re.findall(r'go_to\([^,\n]+, "([^"]+)"', text))
    said |= {place.title for place in PLACES} | set(ROLES)
    said |= set(re.findall(r'raise (?:Denied\(\d+|Refusal\("[a-z.]+"), f?"([^"{]+)"', text)) - {"Not found"}
    said -= {"This is not a form", "Authentication required", "A token needs a shop and a life", "days are 1 to 3650"}
    assert sorted(said - set(RUSSIAN)) == []


def test_every_sentence_is_there_in_german_too_and_names_the_same() -> None:
    english = {words[0] for codes in (ACTIONS, CASES, FACTS, STEPS) for words in codes.values()}
    assert (sorted(RUSSIAN.keys() ^ GERMAN.keys()), sorted(english - GERMAN_CODES.keys())) == ([], [])
    for words in (RUSSIAN, GERMAN, GERMAN_CODES):
        for sentence, said in words.items():
            assert sorted(re.findall(r"{\w+}", sentence)) == sorted(re.findall(r"{\w+}", said)), said


async def test_the_language_is_the_readers_and_is_changed_where_they_are(admin: Visitor) -> None:
    german = await admin.http.get("/console/coupons?show=off", headers={"Accept-Language": "de-AT,ru;q=0.5"})
    assert "<h1>Gutscheincodes</h1>" in german.text
    assert 'name="back" value="/console/coupons?show=off"' in german.text
    checked = await admin.http.post(
        "/console/audit/verify", data={"csrf": admin.csrf}, headers={"Referer": "http://here/console/audit"}
    )
    assert 'name="back" value="/console/audit"' in checked.text, "the answer to a form cannot be asked for again"


async def test_nobody_sees_a_page_without_signing_in(visitor: Visitor, shop_day: Ground) -> None:
    for place in PLACES:
        answer = await visitor.http.get(place.path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/console/sign-in")


async def test_a_wrong_password_says_only_that(visitor: Visitor, shop_day: Ground) -> None:
    for login in ("vera", "nobody"):
        answer = await visitor.sign_in(login, "not the password")
        assert answer.status_code == 401
        assert "do not fit" in answer.text
    assert (await visitor.sign_in("anna")).status_code == 303
    answer = await visitor.http.get("/console/")
    assert answer.status_code == 403
    assert "not for you" in answer.text


async def test_guessing_at_a_login_is_slow_from_wherever_it_comes(visitor: Visitor, shop_day: Ground) -> None:
    for number in range(11):
        fields = {"login": "Vera", "password": "guess"}
        answer = await visitor.http.post(
            "/console/sign-in", data=fields, headers={"X-Forwarded-For": f"10.1.1.{number}", "Accept-Language": "ru"}
        )
        if number < 5:
            assert answer.status_code == 401
    assert answer.status_code == 429
    assert "Слишком много попыток с этим логином. Попробуйте через" in answer.text
    assert 1 <= int(answer.headers["Retry-After"]) <= 30
    assert 'value="Vera"' in answer.text
    other = await visitor.http.post(
        "/console/sign-in", data={"login": "marten", "password": PASSWORD}, headers={"X-Forwarded-For": "10.1.1.99"}
    )
    assert other.status_code == 303, "others are not hindered"


async def test_an_address_that_asks_too_often_is_told_when_to_come_again(visitor: Visitor, shop_day: Ground) -> None:
    foreign = {"Origin": "https://evil.example"}  # refused without a look at a password, which would take its time
    for _ in range(10):
        assert (await visitor.http.post("/console/sign-in", data={}, headers=foreign)).status_code in (403, 429)
    answer = await visitor.sign_in("vera")
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) >= 1
    assert "Try again in" in answer.text


async def test_signing_out_ends_the_session(admin: Visitor) -> None:
    cookie = dict(admin.http.cookies)
    assert (await admin.send("/console/sign-out")).status_code == 303
    admin.http.cookies.update(cookie)
    assert (await admin.http.get("/console/")).status_code == 303


async def test_a_session_ends_by_itself(admin: Visitor, centre_server: RunningCentre) -> None:
    centre_server.clock.advance(minutes=29)
    await admin.see("/console/")
    centre_server.clock.advance(minutes=31)
    assert (await admin.http.get("/console/")).status_code == 303


async def test_a_form_of_another_site_does_nothing(admin: Visitor, visitor: Visitor) -> None:
    till = await find_till(admin, "New till")
    assert (await admin.http.post(f"/console/devices/{till}/block", data={})).status_code == 403
    assert (await admin.http.post(f"/console/devices/{till}/block", data={"csrf": "0" * 64})).status_code == 403
    foreign = await visitor.http.post(
        "/console/sign-in", data={"login": "vera", "password": "x"}, headers={"Origin": "https://evil.example"}
    )
    assert foreign.status_code == 403
    assert "pending" in await admin.see(f"/console/devices/{till}")


async def find_till(visitor: Visitor, name: str) -> str:
    page = await visitor.see("/console/devices", q=name)
    found = re.findall(r'href="/console/devices/([0-9a-f-]{36})">', page)
    assert len(found) == 1
    return str(found[0])


async def test_a_till_is_approved_blocked_and_let_in_again(admin: Visitor, shop_day: Ground) -> None:
    till = await find_till(admin, "New till")
    page = await admin.see(f"/console/devices/{till}")
    assert re.search(r"<code>([0-9A-F]{4} ){4}[0-9A-F]{4}</code>", page)
    answer = await admin.send(f"/console/devices/{till}/approve", shop=shop_day.shop)
    assert answer.status_code == 303
    page = await admin.see(answer.headers["location"])
    assert "The till may work now." in page
    assert 'class="pill ok">active' in page
    for act, state in (("block", "blocked"), ("unblock", "active")):
        await admin.send(f"/console/devices/{till}/{act}")
        assert f">{state}</span>" in await admin.see(f"/console/devices/{till}")


async def test_a_token_is_shown_once(admin: Visitor, shop_day: Ground, centre_server: RunningCentre) -> None:
    await admin.see("/console/tokens")
    made = await admin.send("/console/tokens", shop=shop_day.shop, life="1h")
    assert made.status_code == 200
    assert "<svg" in made.text
    assert 'class="secret' not in await admin.see("/console/tokens")
    assert len(centre_server.ask("SELECT 1 FROM enrolment_token WHERE used_at IS NULL")) == 1


async def test_the_journal_can_be_read_and_verified(admin: Visitor) -> None:
    page = await admin.see("/console/journals")
    chain = re.findall(r'href="/console/journals/(\d+)"', page)[0]
    answer = await admin.send("/console/journals/verify")
    assert "Everything holds: 2 tills, 122 entries." in answer.text
    entries = await admin.see(f"/console/journals/{chain}")
    assert "Older" in entries
    assert "sale.completed" in await admin.see(f"/console/journals/{chain}", kind="sale.completed", before="9")
    entry = await admin.see(f"/console/journals/{chain}/2")
    assert "total_minor" in entry
    assert (await admin.http.get(f"/console/journals/{chain}/999999")).status_code == 404
    assert (await admin.http.get("/console/journals/999999")).status_code == 404


async def test_a_case_is_closed_with_a_note_and_opened_again(admin: Visitor, centre_server: RunningCentre) -> None:
    page = await admin.see("/console/cases")
    assert "A known device has come with another key" in page
    case = re.findall(r'action="/console/cases/(\d+)/close"', page)[0]
    path = f"/console/cases/{case}"
    assert (await admin.send(f"{path}/reopen")).status_code == 404
    assert (await admin.send(f"{path}/close", note="<b>Old tablet</b> was replaced")).status_code == 303
    assert "Nothing waits for a decision." in await admin.see("/console/cases")
    closed = await admin.see("/console/cases", show="closed")
    assert "&lt;b&gt;Old tablet&lt;/b&gt; was replaced" in closed
    assert "Closed by vera" in closed
    assert (await admin.send(f"{path}/close")).status_code == 404
    assert (await admin.send(f"{path}/reopen")).status_code == 303
    page = await admin.see("/console/cases")
    assert "The case is open again." in page
    assert "was replaced" in page, "the note stays"
    assert (await admin.send(f"{path}/close")).status_code == 303
    assert centre_server.ask("SELECT note, closed_by FROM cases") == [("<b>Old tablet</b> was replaced", "vera")]
    centre_server.ask(
        "INSERT INTO cases (kind, subject, detail, opened_at) SELECT kind, subject, detail, now() FROM cases"
    )
    again = await admin.send(f"{path}/reopen")
    assert (again.status_code, "open case about this already" in again.text) == (409, True)


@pytest.mark.parametrize("language", ["en", "ru", "de"])
def test_a_case_says_what_the_till_says(language: str) -> None:
    contexts = (
        ElementTree.parse(f"resources/translations/{'ru' if language == 'en' else language}.ts")
        .getroot()
        .iter("context")
    )
    messages = [message for context in contexts if context.findtext("name") == "Cases" for message in context]
    foreign = {message.findtext("source"): message.findtext("translation") for message in messages}
    for kind, words in TILL_WORDS.items():
        title, todo = ((part if language == "en" else foreign[part]) for part in words)
        told = tell_case(language, kind, "x T01-000012")
        assert told["title"] == str(title).replace("{what}", "T01-000012")
        assert told["todo"] in ("", todo)
        assert kind in CASES


async def test_people_are_added_changed_and_let_out(admin: Visitor, visitor: Visitor, shop_day: Ground) -> None:
    await admin.see("/console/people")
    fields = {"login": "boris", "name": "Борис", "role": "manager", "shop": shop_day.shop, "pin": "836251"}
    assert (await admin.send("/console/people", **fields, password="short")).status_code == 409
    assert (await admin.send("/console/people", **fields, password="marble fox canoe 9")).status_code == 303
    page = await admin.see("/console/people")
    person = re.findall(r'action="/console/people/([0-9a-f-]{36})/disable"', page)
    assert "Борис" in page
    assert len(person) == 3
    own = re.findall(r'action="/console/people/([0-9a-f-]{36})/password"', page)[0]
    assert (await admin.send(f"/console/people/{own}/disable")).status_code == 409
    assert (await admin.send(f"/console/people/{person[0]}/disable")).status_code == 303
    assert "Let in again" in await admin.see("/console/people")


async def test_a_manager_gives_no_higher_role(visitor: Visitor, shop_day: Ground) -> None:
    await visitor.sign_in("marten")
    await visitor.see("/console/people")
    answer = await visitor.send("/console/people", login="x", role="admin", pin="836251")
    assert answer.status_code == 403
    for path in ("/console/keys", "/console/jobs", "/console/health"):
        assert (await visitor.http.get(path)).status_code == 403


async def test_a_key_is_made_and_revoked(admin: Visitor) -> None:
    await admin.see("/console/keys")
    made = await admin.send("/console/keys", name="erp", scopes="products:read, stock:read", days="30")
    key = re.findall(r'class="secret">(eck_[^<]+)<', made.text)[0]
    page = await admin.see("/console/keys")
    assert key not in page
    prefix = re.findall(r'action="/console/keys/([^"]+)/revoke"', page)[0]
    assert (await admin.send(f"/console/keys/{prefix}/revoke")).status_code == 303
    assert "revoked" in await admin.see("/console/keys")


async def test_words_from_outside_are_shown_as_text(admin: Visitor, centre_server: RunningCentre) -> None:
    centre_server.ask("UPDATE registered_devices SET name = %s WHERE status = 'pending'", "<script>alert(1)</script>")
    page = await admin.see("/console/devices")
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


async def test_a_page_that_is_not_there_is_said_in_words(admin: Visitor) -> None:
    for path in ("/console/journals/99999999999999999999", "/console/nothing", "/console/nothing/at/all"):
        answer = await admin.http.get(path)
        assert (answer.status_code, "<h1>That did not work</h1>" in answer.text) == (404, True), path
