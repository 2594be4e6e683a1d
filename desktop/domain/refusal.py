"""The trade says no: what was asked is against a rule, and there is a way out."""

from collections.abc import Mapping

Fact = str | int | None


class Refusal(Exception):
    """Shown at the field it concerns, with the way out.

    `code` is stable ("quantity.too_large") and names the translation; `message` and `remedy` are English sentences;
    `field` names the input at fault; `facts` are the figures a translated sentence needs ({"limit_milli": 999000}).
    """

    def __init__(
        self,
        code: str,
        message: str,
        remedy: str = "",
        *,
        field: str | None = None,
        facts: Mapping[str, Fact] | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy
        self.field = field
        self.facts: dict[str, Fact] = dict(facts or {})
