"""The page of mail and of the customer's screen: kept as typed, the password among the secrets alone."""

import pytest

from desktop.mailing import MAIL_PASSWORD
from desktop.settings import FILE
from tests.ui.test_settings import Desk, desk

__all__ = ["desk"]


@pytest.fixture
def page(desk: Desk) -> Desk:
    desk.presenter.show_page("mail")
    return desk


def test_a_server_is_kept_and_its_password_is_never_written_down(page: Desk) -> None:
    mail = page.view.mail
    assert mail.fields["mail_port"].value() == "587"
    assert not mail.keep.isEnabled()
    for name, value in (("mail_host", "mail.example"), ("mail_port", "2525"), ("mail_sender", "till@shop.example")):
        mail.fields[name].edit.clear()
        mail.fields[name].edit.insert(value)
        mail.fields[name].edited.emit(value)
    mail.password.set_value("s3cret")
    mail.keep.click()
    assert (page.kept("mail_host"), page.kept("mail_port"), page.kept("mail_sender")) == (
        "mail.example",
        2525,
        "till@shop.example",
    )
    assert page.station.secrets.get(MAIL_PASSWORD) == b"s3cret"
    assert mail.password.value() == ""
    assert not mail.keep.isEnabled()
    assert "s3cret" not in (page.station.data_dir / FILE).read_text("utf-8")


def test_a_port_that_is_none_is_refused(page: Desk) -> None:
    field = page.view.mail.fields["mail_port"]
    field.set_value("25a")
    field.submitted.emit("25a")
    assert page.presenter.state.refusal.code == "settings.value"
    assert page.kept("mail_port") == 587


def test_the_customers_display_is_chosen(page: Desk) -> None:
    page.view.mail.display.segments.chosen.emit("2")
    assert page.kept("customer_screen") == "2"
    assert page.devices == ["opened"], "the window is told at once"
    page.view.mail.security.segments.chosen.emit("tls")
    assert page.kept("mail_security") == "tls"
