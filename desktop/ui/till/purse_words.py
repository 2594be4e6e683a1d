"""What a customer has with the shop, and what they pay in, in words."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.purse import ACCOUNT, Seen
from desktop.ui import formats


def pay_in_words(purse: str) -> str:
    """The name of what is paid in."""
    if purse == ACCOUNT:
        return QCoreApplication.translate("PurseWords", "Debt paid")
    return QCoreApplication.translate("PurseWords", "Into store credit")


def purse_line(seen: Seen) -> str:
    """Store credit, debt and limit, points, and how old that is; nothing of what they have none of."""
    has, translate = seen.purse, QCoreApplication.translate
    parts = []
    if has.currency and has.credit_minor:
        parts.append(
            translate("PurseWords", "credit {0}").replace("{0}", formats.money(has.credit_minor, has.currency))
        )
    if has.currency and (has.owed_minor or has.limit_minor):
        words = translate("PurseWords", "owes {0} of {1}") if has.limit_minor else translate("PurseWords", "owes {0}")
        owed, limit = formats.money(has.owed_minor, has.currency), formats.money(has.limit_minor, has.currency)
        parts.append(words.replace("{0}", owed).replace("{1}", limit))
    if has.points:
        parts.append(translate("PurseWords", "%n point(s)", "", has.points))
    if parts and seen.age_s:
        parts.append(_age(seen.age_s))
    return " · ".join(part.replace(" ", formats.NO_BREAK) for part in parts)


def _age(age_s: int) -> str:
    minutes, hours, days = age_s // 60, age_s // 3600, age_s // 86_400
    if days:
        return QCoreApplication.translate("PurseWords", "%n day(s) ago", "", days)
    if hours:
        return QCoreApplication.translate("PurseWords", "%n hour(s) ago", "", hours)
    return QCoreApplication.translate("PurseWords", "%n min ago", "", minutes)
