"""A mail with a paper in it, and how often it is tried."""

import re
from dataclasses import dataclass
from typing import Literal

from desktop.domain.refusal import Refusal

MailState = Literal["queued", "sent", "failed"]
MAX_TRIES = 24
"""About a day with the waits below."""
FIRST_WAIT_S, LONGEST_WAIT_S = 60, 3600
_ADDRESS = re.compile(r"[^\s@<>\"(),:;\[\]\\]{1,64}@[^\s@<>\"(),:;\[\]\\]+\.[^\s@<>\"(),:;\[\]\\.]{2,}")
LONGEST_ADDRESS = 254


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail; `content` is the PDF, empty once it is sent. `problem` is why the last try did not do."""

    mail_id: str
    sale_id: str
    recipient: str
    subject: str
    text: str
    file_name: str
    content: bytes
    state: MailState
    tries: int
    next_at: str
    problem: str
    made_at: str
    done_at: str


def check_recipient(address: str) -> str:
    """Give an address without spaces around. Refusal `mail.address` for what cannot be one."""
    address = address.strip()
    if len(address) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(address):
        raise Refusal("mail.address", "This is no e-mail address.", "Type it as name@example.com.", field="email")
    return address


def wait_s(tries: int) -> int:
    """Seconds before the next try, after so many that failed: a minute, doubled each time, an hour at most."""
    return int(min(FIRST_WAIT_S * 2 ** max(0, tries - 1), LONGEST_WAIT_S))
