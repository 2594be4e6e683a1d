"""Trouble of the environment: disk, device, network. Shown as a banner with one action, never as a bug."""


class Fault(Exception):
    """What went wrong outside the program, and what a person can do about it.

    `code` is stable ("printer.no_answer") and names the translation; `title`, `message` and `remedy` are English.
    """

    def __init__(self, code: str, title: str, message: str, remedy: str) -> None:
        super().__init__(f"{title}: {message}")
        self.code = code
        self.title = title
        self.message = message
        self.remedy = remedy
