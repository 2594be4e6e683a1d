"""What the enrolment screen may do: register, by hand or unattended by the provisioning file that lies here."""

import asyncio
from collections.abc import Callable

from desktop import provisioning
from desktop.domain.refusal import Refusal
from desktop.enrolling import register
from desktop.settings import Settings
from desktop.station import Station
from desktop.ui.enrolment.presenter import EnrolmentPresenter

LOOK_S = 3.0
"""How often it is asked whether somebody has put a stick in."""


class EnrolmentHand:
    """Registers a station; `settings_changed(before)` is told when an invitation brought settings with it."""

    def __init__(self, station: Station, settings_changed: Callable[[Settings], None]) -> None:
        self._station, self._settings_changed = station, settings_changed
        self._found: provisioning.Found | None = None
        self._refused = ""

    async def register(self, server: str, name: str, token: str) -> str:
        """Register as `enrolling.register`; the file that was put to use is taken away."""
        before = self._station.loaded.settings
        status = await register(self._station, server, name, token)
        if self._found is not None and token == self._found.text:
            await asyncio.to_thread(provisioning.consume, self._found.path)
        if self._station.loaded.settings != before:
            self._settings_changed(before)
        return status

    async def watch(self, presenter: EnrolmentPresenter) -> None:
        """Look until this till is let in: a stick may be put in at any time, and nobody has to be here."""
        while presenter.state.step in ("form", "asking"):
            if presenter.state.step == "form":
                await self.look(presenter)
            await asyncio.sleep(LOOK_S)

    async def look(self, presenter: EnrolmentPresenter) -> None:
        """Look for a file, and enrol by it at once: nobody has to be here."""
        try:
            self._found = await asyncio.to_thread(provisioning.find_file, self._station.data_dir)
        except Refusal as refusal:
            if refusal.message != self._refused:  # said once, not at every look
                presenter.refuse(refusal)
            self._refused = refusal.message
            return
        self._refused = ""
        if self._found is not None:
            presenter.use(self._found.text)
