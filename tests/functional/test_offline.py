"""The till never asks permission to sell: the centre may be dead from before the first start of the day."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.settings import load_settings
from desktop.station import open_station
from desktop.verbs import carry_out
from tests.edges import SettableClock
from tests.figures import centre_figures
from tests.functional.goods import figures_of, pieces
from tests.functional.programs import Json, Office, Till
from tests.functional.relay import relayed
from tests.sync.certificates import Certificates, make_certificates


def test_a_cold_start_with_the_centre_dead_sells_and_hands_in_later(office: Office, till: Till) -> None:
    before = centre_figures(office.do("stats"))
    with relayed(office.address) as network:
        till.do("enrol", "--server", network.address, "--name", "Till 1", "--token-stdin", stdin=office.token())
        network.cut()
        item = pieces(till)[0]

        office.sign_in(till)
        till.do("shift", "open", "--float", "50")
        sold = till.run("sell", f"2*{item.code}", as_process=True)
        assert sold.exit == 0, sold
        till.do("void-last", "--reason", "wrong goods")
        till.do("sell", item.code, "--pay", "card")
        offline = till.run("sync")
        assert (offline.exit, offline.json["state"], offline.json["cause"]) == (4, "offline", "offline.server")
        assert (offline.json["pushed"], offline.json["unsent"]) == (0, 5)
        told = till.do("status")
        assert told["journal"]["unsent"] == 5
        assert told["journal"]["oldest_unsent_at"]
        assert told["last_contact"]

        network.mend()

        assert till.do("sync")["state"] == "level"
    assert centre_figures(office.do("stats")).since(before) == figures_of(till)
    assert office.do("verify")["ok"]


def test_a_wrong_address_is_told_and_can_be_put_right(office: Office, till: Till, free_port: int) -> None:
    def enrol(server: str) -> tuple[int, str]:
        outcome = till.run("enrol", "--server", server, "--name", "Till", "--no-wait")
        return outcome.exit, outcome.error

    assert enrol("corner shop") == (3, "server.address")
    assert enrol("ftp://127.0.0.1") == (3, "server.address")
    assert enrol(f"http://127.0.0.1:{free_port}") == (4, "offline.server")
    assert till.do("status")["state"] == "unenrolled"
    assert office.enrol(till)["state"] == "active"


def test_a_certificate_that_does_not_verify_stops_nothing_but_replication(
    office: Office, till: Till, tmp_path: Path
) -> None:
    trusted, strange = make_certificates(_folder(tmp_path, "ours")), make_certificates(_folder(tmp_path, "strange"))
    with relayed(office.address, _server_side(trusted)) as network:
        words = ("enrol", "--server", network.address, "--name", "Till 1", "--token-stdin")
        token = office.token()
        for ca_file in ("", str(strange.ca)):
            refused = till.run(*words, stdin=token, ECKWMS_CA_FILE=ca_file)
            assert (refused.exit, refused.error) == (4, "offline.certificate")
            assert "ca_file" in refused.json["error"]["remedy"]

        till.environment["ECKWMS_CA_FILE"] = str(trusted.ca)
        assert till.do(*words, stdin=token)["state"] == "active"
        office.sign_in(till)
        till.do("shift", "open", "--float", "0")

        doubtful = till.run("sync", ECKWMS_CA_FILE=str(strange.ca))
        assert (doubtful.exit, doubtful.json["cause"], doubtful.json["unsent"]) == (4, "offline.certificate", 2)
        till.do("sell", pieces(till)[0].code, ECKWMS_CA_FILE=str(strange.ca))
        assert till.do("sync")["unsent"] == 0

    missing = till.run("sync", ECKWMS_CA_FILE=str(tmp_path / "nowhere.pem"))
    assert (missing.exit, missing.error) == (3, "server.address")


def test_a_certificate_of_tomorrow_blames_the_clock(office: Office, till: Till, tmp_path: Path) -> None:
    tomorrow = make_certificates(tmp_path, begins_in_days=1)
    with relayed(office.address, _server_side(tomorrow)) as network:
        words = ("enrol", "--server", network.address, "--name", "Till 1", "--no-wait")
        refused = till.run(*words, ECKWMS_CA_FILE=str(tomorrow.ca))
    assert (refused.exit, refused.error) == (4, "offline.clock")


def _folder(parent: Path, name: str) -> Path:
    folder = parent / name
    folder.mkdir()
    return folder


def _server_side(certificates: Certificates) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates.server, certificates.key)
    return context


def _carry_out(till: Till, clock: SettableClock, verb: str, /, **values: object) -> Json:
    """Run a command in a station whose clock is set by the test."""
    station = open_station(load_settings(till.folder), clock)
    try:
        answer = asyncio.run(carry_out(station, verb, values))
    finally:
        station.close()
    assert answer["exit"] == 0, answer
    result = answer["result"]
    assert isinstance(result, dict)
    return result


@pytest.mark.parametrize(("days", "word"), [(1, "24.0 h ahead of"), (-1, "24.0 h behind")])
def test_a_clock_that_is_a_day_off_is_told_and_stops_nothing(office: Office, till: Till, days: int, word: str) -> None:
    clock = SettableClock(datetime.now(UTC) + timedelta(days=days))
    _carry_out(till, clock, "enrol", server=office.address, name="Late", token=office.token())
    _carry_out(till, clock, "sign-in", user=office.logins["manager"], pin=office.pins["manager"])
    _carry_out(till, clock, "shift open", amount="10")
    _carry_out(till, clock, "sell", items=[pieces(till)[0].code])

    level = _carry_out(till, clock, "sync")

    assert (level["state"], level["unsent"]) == ("level", 0)
    assert word in level["notices"][0]
    told = _carry_out(till, clock, "status")
    assert word in told["notices"][0]
    assert abs(told["clock_offset_s"] + days * 86_400) < 60
