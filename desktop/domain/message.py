"""What head office writes to this till: words for a person, or the request for a support bundle."""

from dataclasses import dataclass

WORDS, BUNDLE = "message", "bundle_request"
"""Kinds, as on the wire: somebody's words, and the request for a support bundle."""

SENT, NOT_TAKEN = "bundle_sent", "bundle_not_taken"
"""What becomes of a request that somebody agreed to: head office has the bundle, or did not take it."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `sent_at` is RFC 3339, `person` is the one person it is for, empty for everybody here."""

    id: str
    kind: str
    text: str
    author: str
    sent_at: str
    person: str = ""
