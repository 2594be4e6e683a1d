"""Card sales taken back on the command line: by the terminal, and by hand where there is none any more."""

from tests.functional.goods import pieces
from tests.functional.programs import Office, Till, start_day


def test_by_the_terminal_or_by_hand(office: Office, till: Till) -> None:
    working = start_day(office, till)
    working.do("config", "set", "card_terminal", "simulated:0")
    goods = pieces(working)[0].code
    working.do("sell", goods, "--pay", "card")
    assert "by_hand" not in working.do("void-last", "--reason", "mistake")
    sold = working.do("sell", goods, "--pay", "card")
    working.do("config", "set", "card_terminal", "")
    assert working.run("void-last", "--reason", "broken").error == "void.card_owed"
    voided = working.do("void-last", "--reason", "broken", "--by-hand")
    assert (voided["by_hand"], voided["refunds"]) == (True, sold["receipt"])
    looked = working.do("shift", "x")
    assert (looked["given_back_by_hand"], looked["voids"]) == (sold["total"], 2)
    assert working.do("sync")["state"] == "level"
    assert office.do("verify")["ok"]
