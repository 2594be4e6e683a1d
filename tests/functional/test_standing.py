"""What the centre's word means for a till: waiting, let in, blocked, let in again."""

from tests.figures import centre_figures
from tests.functional.goods import figures_of, pieces
from tests.functional.programs import Office, Till


def test_a_till_without_a_token_waits_until_it_is_approved(office: Office, till: Till) -> None:
    asked = till.do("enrol", "--server", office.address, "--name", "New till", "--no-wait")
    assert (asked["state"], asked["journal"]["head_seq"]) == ("pending", 0)
    refused = till.run("sell", "4006381333931")
    assert (refused.exit, refused.error) == (5, "terminal.unenrolled")
    waiting = till.run("sync")
    assert (waiting.exit, waiting.json["state"], waiting.json["cause"]) == (5, "blocked", "denied.pending")

    office.do("approve", asked["device_id"])

    assert till.do("sync")["state"] == "level"
    told = till.do("status")
    assert (told["state"], told["name"], told["journal"]["head_seq"]) == ("active", "New till", 1)
    office.sign_in(till)
    till.do("shift", "open", "--float", "0")
    assert till.do("sell", pieces(till)[0].code)["receipt"].endswith("-000001")


def test_a_worthless_token_lets_nobody_in(office: Office, till: Till) -> None:
    words = ("enrol", "--server", office.address, "--name", "Guessing", "--no-wait", "--token-stdin")
    assert till.do(*words, stdin="AAAA-BBBB-CCCC\n")["state"] == "pending"
    used = office.token()
    other = Till(till.folder.with_name("other"))
    assert other.do(*words, stdin=used + "\n")["state"] == "active"
    assert till.do(*words, stdin=used + "\n")["state"] == "pending"


def test_enrolling_again_changes_nothing(office: Office, working: Till) -> None:
    sold = working.do("sell", pieces(working)[0].code)
    before = working.do("status")

    office.enrol(working)

    after = working.do("status")
    assert after["incarnation"] == before["incarnation"]
    assert after["journal"]["head_hash"] == sold["hash"]


def test_a_blocked_till_sells_no_more_but_hands_in_what_it_has(office: Office, working: Till) -> None:
    device = working.do("status")["device_id"]
    item = pieces(working)[0]
    working.do("sync")
    before = office.do("stats")
    working.do("sell", item.code)
    unknown = figures_of(working)

    office.do("block", device)

    handed_in = working.run("sync")
    assert (handed_in.exit, handed_in.json["state"], handed_in.json["unsent"]) == (5, "blocked", 0)
    assert working.do("status")["state"] == "blocked"
    for words in (("sell", item.code), ("shift", "cash-in", "5", "--reason", "change")):
        refused = working.run(*words)
        assert (refused.exit, refused.error) == (5, "terminal.blocked")
    assert figures_of(working) == unknown
    waiting = office.do("stats")
    assert waiting["entries"] == before["entries"] + 1
    assert waiting["sales"] == before["sales"]

    working.do("shift", "close", "--counted", "cash=1")
    assert working.run("sync").json["unsent"] == 0
    office.do("unblock", device)

    assert working.do("sync")["state"] == "level"
    assert working.do("status")["state"] == "active"
    assert centre_figures(office.do("stats")).since(centre_figures(before)).sales == 1
    assert office.do("verify")["ok"]
    working.do("shift", "open", "--float", "1")
    working.do("sell", item.code)
