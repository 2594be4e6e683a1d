"""Trouble that is not a bug: what the trade refuses, and what the environment does not give."""


class _Told(Exception):
    """Trouble a person is told about: `code` is for programs, `message` and `remedy` for people."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


class Refusal(_Told):
    """A rule says no and nothing happened: exit code 3, HTTP 409."""


class Fault(_Told):
    """Disk, network or database do not do their part, and trying later may help: exit code 4, HTTP 503."""


class Denied(Exception):
    """A request that is not taken as it is; `status` is the HTTP status that says so."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
