"""A card terminal that is not there, for tests, demonstrations and trying a till out at a desk.

Its memory is a folder, so it survives the till like a real one. The last two digits of an amount say how it behaves:
01 declines, 02 charges and falls silent, 03 falls silent and charges nothing; anything else is approved.
"""

import json
import threading
from pathlib import Path

from desktop.devices.card_terminal import Outcome

DECLINED, SILENT_CHARGED, SILENT = 1, 2, 3
_UNKNOWN = Outcome("unknown", detail="the terminal did not answer in time")


class SimulatedCardTerminal:
    """`thinking_s` is how long the customer takes, during which it can be cancelled; `silent` makes it answer nothing.

    `charged_minor()` is what all cards paid, less what was given back.
    """

    def __init__(self, folder: Path, thinking_s: float = 0.0) -> None:
        self._folder = folder
        self._thinking_s = thinking_s
        self._cancelled = threading.Event()
        self.silent = False

    def begin(self, attempt_id: str, amount_minor: int, currency: str) -> Outcome:
        """Take an amount from a card, once for an id."""
        return self._do(attempt_id, amount_minor, currency)

    def refund(self, attempt_id: str, amount_minor: int, currency: str, original: str) -> Outcome:
        """Give an amount back, once for an id."""
        del original
        return self._do(attempt_id, -amount_minor, currency)

    def ask(self, attempt_id: str) -> Outcome:
        """Tell what became of an id."""
        if self.silent:
            return _UNKNOWN
        known = self._read(attempt_id)
        return known or Outcome("declined", detail="this id was never charged")

    def cancel(self, attempt_id: str) -> Outcome:
        """Break off, unless it is done."""
        self._cancelled.set()
        return self.ask(attempt_id)

    def charged_minor(self) -> int:
        """What is on the merchant's account."""
        files = sorted(self._folder.glob("*.json"))
        made = [json.loads(file.read_text("utf-8")) for file in files]
        return sum(one["amount_minor"] for one in made if one["state"] == "approved")

    def _do(self, attempt_id: str, amount_minor: int, currency: str) -> Outcome:
        known = self._read(attempt_id)
        if known:
            return known
        self._cancelled.clear()
        if self._thinking_s and self._cancelled.wait(self._thinking_s):
            return self._note(attempt_id, 0, currency, Outcome("declined", detail="cancelled"))
        way = abs(amount_minor) % 100
        if self.silent or way == SILENT:
            return _UNKNOWN
        if way == DECLINED:
            return self._note(attempt_id, 0, currency, Outcome("declined", detail="declined by the bank"))
        reference = f"SIM-{attempt_id[-12:].upper()}"
        made = self._note(attempt_id, amount_minor, currency, Outcome("approved", reference))
        return _UNKNOWN if way == SILENT_CHARGED else made

    def _read(self, attempt_id: str) -> Outcome | None:
        path = self._folder / f"{attempt_id}.json"
        if not path.exists():
            return None
        made = json.loads(path.read_text("utf-8"))
        return Outcome(made["state"], made["reference"], made["detail"])

    def _note(self, attempt_id: str, amount_minor: int, currency: str, outcome: Outcome) -> Outcome:
        self._folder.mkdir(parents=True, exist_ok=True)
        made = {
            "state": outcome.state,
            "reference": outcome.reference,
            "detail": outcome.detail,
            "amount_minor": amount_minor,
            "currency": currency,
        }
        part = self._folder / f"{attempt_id}.part"
        part.write_text(json.dumps(made), "utf-8")
        part.replace(self._folder / f"{attempt_id}.json")
        return outcome
