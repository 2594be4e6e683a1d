"""What head office writes to this till: words for a person, or the request for a support bundle."""

from dataclasses import dataclass

WORDS, BUNDLE, SENT = "message", "bundle_request", "bundle_sent"
"""Kinds: somebody's words, the request for a support bundle (both as on the wire), and that it was carried out."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `sent_at` is RFC 3339, `person` is the one person it is for, empty for everybody here."""

    id: str
    kind: str
    text: str
    author: str
    sent_at: str
    person: str = ""
