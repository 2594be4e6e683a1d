"""Secrets laid out through a day's work are in no log, crash file, bundle or backup, and no argument can carry one."""

import asyncio
import re
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest
from typer.main import get_command

from desktop.cli import app as till_app
from desktop.domain.clock import SystemClock
from desktop.logs import set_up_logs
from desktop.mailing import Mailing, MailServer
from desktop.settings import load_settings
from desktop.station import KNOWN_SECRETS, open_station
from server_stub.cli import app as centre_app
from sync.secrets import DATABASE_KEY, IDENTITY, TOKENS
from tests.functional.goods import pieces
from tests.functional.programs import Office, Till, logs_kept
from tests.mail_server import mail_server

MAIL_PASSWORD, CARD, CUSTOMER = "canary-mail-8Q", "4929123412341234", "Katharina Kanarienvogel"
BUYER = "kanari@buyer.example"
MAIL_LOGIN = b64encode(f"\0till\0{MAIL_PASSWORD}".encode())
"""The password as it goes over the line."""


def send_mails(till: Till, folder: Path) -> None:
    """Receipts by mail: one is taken, then one by a command and one by the window's worker are refused by a server that
    repeats what it was told."""
    folder.mkdir()
    with mail_server(folder) as box:
        at = {"MAIL_HOST": "127.0.0.1", "MAIL_PORT": str(box.port), "MAIL_USER": "till"}
        at |= {"MAIL_SENDER": "till@shop.example", "CA_FILE": box.ca_file}
        till.environment |= {f"ECKWMS_{name}": value for name, value in at.items()}
        till.run("mail", "password", stdin=MAIL_PASSWORD + "\n")
        for sent in (1, 0):
            receipt = till.do("sell", pieces(till)[0].code)["receipt"]
            till.do("receipts", "mail", receipt, BUYER)
            assert till.do("mail", "send")["sent"] == sent
            box.refuse["AUTH"] = f"535 {MAIL_LOGIN.decode()} ({MAIL_PASSWORD}) of {BUYER} is wrong"
        till.do("receipts", "mail", receipt, BUYER)
        send_as_the_window(
            till, MailServer("127.0.0.1", box.port, "starttls", "s@shop.example", "till", "x", box.ca_file)
        )
        assert box.verbs.count("AUTH") == 3


def send_as_the_window(till: Till, server: MailServer) -> None:
    """Let the window's worker send what is queued, with the window's log."""
    station = open_station(load_settings(till.folder, {"secrets": "file"}), SystemClock())
    with logs_kept(), closing(station):
        set_up_logs(till.folder, "debug")
        asyncio.run(Mailing(lambda: station.terminal, lambda: server, lambda: MAIL_PASSWORD).send_due())


@pytest.fixture
def canaries(office: Office, till: Till, tmp_path: Path) -> dict[str, bytes]:
    """A day's work with secrets in every place that takes one; gives them by name."""
    till.environment["ECKWMS_LOG_LEVEL"] = "debug"
    till.environment["ECKWMS_SECRETS"] = "file"
    token = office.token()
    till.do("enrol", "--server", office.address, "--name", "Till 1", "--token-stdin", stdin=token + "\n")
    office.sign_in(till)
    till.run("sign-in", office.logins["cashier"], "--pin-stdin", stdin="98127634\n")
    till.do("shift", "open", "--float", "100")
    till.run("sell", CARD)
    till.run("sell", pieces(till)[0].code, "--customer", CUSTOMER)
    till.do("sell", pieces(till)[0].code)
    send_mails(till, tmp_path / "mail")
    till.run("enrol", "--token-stdin", stdin="ECKP1.canary-text-7X\n")
    till.do("sync")
    till.do("backup", "--to", str(tmp_path / "backups"))
    till.do("support-bundle", str(till.folder / "bundle.zip"))
    known = {
        "token": token.encode(), "wrong pin": b"98127634", "mail": MAIL_PASSWORD.encode(), "card": CARD.encode(),
        "invitation": b"canary-text-7X", "customer": CUSTOMER.encode(), "mail in base64": MAIL_LOGIN,
        "address": BUYER.encode(),
    }  # fmt: skip
    station = open_station(load_settings(till.folder, {"secrets": "file"}), SystemClock(), writable=False)
    try:
        for name in (DATABASE_KEY, IDENTITY, TOKENS):
            secret = station.secrets.get(name)
            assert secret, name
            known[name] = secret
            known[f"{name} in hex"] = secret.hex().encode()
    finally:
        station.close()
    assert {DATABASE_KEY, IDENTITY, TOKENS} <= set(KNOWN_SECRETS)
    return known


def written(*folders: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file with its bytes, and what is packed in it."""
    for path in (path for folder in folders for path in folder.rglob("*") if path.is_file()):
        yield path, path.read_bytes()
        if is_zipfile(path):
            with ZipFile(path) as packed:
                yield from ((path / name, packed.read(name)) for name in packed.namelist())


def test_nothing_that_is_written_gives_a_secret_away(
    canaries: dict[str, bytes], office: Office, till: Till, tmp_path: Path
) -> None:
    seen = dict(written(till.folder, tmp_path / "backups", office.folder / "logs"))
    assert any(path.name == "eckwms.log" for path in seen)
    assert any(path.parent.name == "backups" for path in seen)
    assert any(path.parent.name == "bundle.zip" for path in seen)
    leaks = [(name, path.name) for name, secret in canaries.items() for path, text in seen.items() if secret in text]
    assert leaks == []
    pins = [pin.encode() for pin in office.pins.values()]
    logs = b"".join(content for path, content in seen.items() if "log" in path.name)
    assert [pin for pin in pins if re.search(rb"(?<!\d)" + pin + rb"(?!\d)", logs)] == []


@pytest.mark.parametrize("program", [till_app, centre_app], ids=["eckwms", "eckwms-server"])
def test_no_argument_takes_a_secret(program: object) -> None:
    """Whoever may list processes would read it: secrets come from standard input, the environment or a file."""

    def options(command: object, path: str = "") -> Iterator[str]:
        for name, inner in getattr(command, "commands", {}).items():
            yield from options(inner, f"{path} {name}")
        for parameter in getattr(command, "params", ()):
            if not getattr(parameter, "is_flag", False):
                yield from (f"{path} {word}" for word in parameter.opts)

    secret = re.compile(r"pin|pass|secret|token|private|api-?key", re.IGNORECASE)
    assert [option for option in options(get_command(program)) if secret.search(option.rsplit(" ", 1)[-1])] == []  # type: ignore[arg-type]
