"""Where a mail stands, and what is in its way."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.mail import Mail


def state_words(mail: Mail) -> str:
    """Queued, sent or given up, in a few words."""
    translate = QCoreApplication.translate
    if mail.state == "sent":
        return translate("Receipts", "Mail sent")
    if mail.state == "failed":
        return translate("Receipts", "Mail not sent")
    return translate("Receipts", "Mail waits")


def problem_words(mail: Mail) -> str:
    """Why the last try did not do; empty when there was none or it did."""
    translate = QCoreApplication.translate
    problems = {
        "restored": translate(
            "Receipts", "Kept back: this till was restored from a backup. Send it again if it is needed."
        ),
        "unreachable": translate("Receipts", "The mail server cannot be reached; it is tried again."),
        "tls": translate("Receipts", "The mail server cannot be spoken to safely. Ask your administrator."),
        "login": translate("Receipts", "The mail server does not accept our name and password."),
        "refused": translate("Receipts", "The mail server does not take this mail. Check the address."),
    }
    return problems.get(mail.problem, "")
