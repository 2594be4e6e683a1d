"""What came of a badge at an open till."""

from dataclasses import dataclass

from desktop.domain.staff import Person


@dataclass(frozen=True, slots=True)
class Switched:
    """Who works here now; `parked` is the name under which the ticket of whoever was before was put aside.

    `took_over` tells that the ticket goes on, `before` is empty where nobody was, or it is the same person."""

    person: Person
    before: str = ""
    parked: str = ""
    took_over: bool = False
