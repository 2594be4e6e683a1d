"""What the presenters of the warehouse's screens have in common: a state that is shown, steps that may be refused."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.refusal import Refusal
from desktop.faults import Fault
from desktop.ui.warehouse.task_rows import Alarm


class ScreenPresenter(QObject):
    """`changed(state)`, `sounded(str)`, `faulted(Fault)`; the state is a frozen row with a `refusal`."""

    changed = Signal(object)
    sounded = Signal(str)
    faulted = Signal(object)
    state: Any

    def _attempt(self, step: Callable[[], object], scanned: str = "") -> None:
        """Do a step; what is refused of a scan makes the whole screen red, anything else is said beside the work."""
        try:
            step()
        except Refusal as refusal:
            if scanned:
                alarm = Alarm(scanned, refusal)
                self._set(alarm=alarm)
                self._flash(alarm.sound)
            else:
                self._show(refusal=refusal)
                self.sounded.emit("stop")
        except Fault as fault:
            self.faulted.emit(fault)

    def _flash(self, kind: Any) -> None:
        self._show(flash=self.state.flash + 1, flash_kind=kind)
        self.sounded.emit(kind)

    def _set(self, **values: Any) -> None:
        self.state = replace(self.state, **values)

    def _show(self, **values: Any) -> None:
        self._set(**values)
        self.changed.emit(self.state)
