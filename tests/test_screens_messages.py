"""The station's own window shows what head office writes, whatever screen is on."""

from desktop.domain.message import WORDS, Message
from desktop.store import messages
from desktop.store.topics import Topic
from tests.test_screens_composition import House, house  # noqa: F401 - a fixture


def test_a_message_is_in_the_window_before_and_after_enrolment(house: House) -> None:  # noqa: F811
    house.screens.begin()
    with house.station.terminal.database.writing(Topic.MESSAGES) as connection:
        messages.add(connection, Message("m1", WORDS, "Please ring", "Vera", ""), messages.OPEN, "")
    assert house.screens.shell.letter.text == "Vera: Please ring"
    house.become_active()
    house.load_goods()
    house.screens.begin()
    assert house.screens.shell.letter.text == "Vera: Please ring"
