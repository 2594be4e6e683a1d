"""Composition root: one process, one window, one loop; what is started here is ended here, in order."""

import asyncio
import gc
import sys
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import qasync
import structlog
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.domain.clock import SystemClock
from desktop.faults import Fault
from desktop.logs import crashes_kept, set_up_logs
from desktop.owner import Ownership, own_or_ask, serve
from desktop.rehearsal import prepare, start_program
from desktop.settings import Loaded
from desktop.signals import closing_on_signals
from desktop.station import open_station
from desktop.ui.language import install_language
from desktop.ui.no_start import show_until_read
from desktop.ui.theme.theme import apply_theme, begin_rehearsal
from desktop.verbs import carry_out
from desktop.window import Window

_log = structlog.get_logger("desktop.app")


def run_window(loaded: Loaded, *, kiosk: bool = False) -> int:
    """Open the window and stay until it is closed; a second program only shows the first. Raises Fault."""
    leaving: list[Window] = []
    owned = own_or_ask(loaded.data_dir, "show", {})
    if not isinstance(owned, Ownership):
        return 0
    try:
        code = run_on_qt(loaded, lambda window: _until_closed(window, leaving, kiosk=kiosk))
    finally:
        owned.release()
    if leaving[0].to_rehearsal:
        start_program(loaded.data_dir, "rehearse", "--then-run", *(["--kiosk"] if kiosk else []))
    return code


def run_rehearsal(loaded: Loaded, *, then_run: bool, kiosk: bool = False) -> int:
    """Open the window of a rehearsal made anew, and the till's own after it where it came from there. Raises Fault."""
    try:
        ours = prepare(loaded, SystemClock())
        begin_rehearsal()
        return run_window(ours, kiosk=kiosk)
    finally:
        if then_run:
            start_program(loaded.data_dir, "run", *(["--kiosk"] if kiosk else []))


def run_on_qt(loaded: Loaded, work: Callable[[Window], Awaitable[int]]) -> int:
    """Build the window of a data directory on a fresh loop, give it to `work`, and shut everything down after it."""
    set_up_logs(loaded.data_dir, loaded.settings.log_level)
    qInstallMessageHandler(_log_qt)
    application = make_application(loaded)
    with (
        crashes_kept(loaded.data_dir) as has_crashed,
        asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner,
    ):
        if has_crashed:
            _log.warning("the program died the last time")
        return runner.run(_live(loaded, application, work))


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """What Qt has to say goes to the log; what it dies of goes to the terminal too."""
    _log.info("qt", kind=kind.name, text=message)
    if kind in (QtMsgType.QtFatalMsg, QtMsgType.QtCriticalMsg):
        sys.stderr.write(message + "\n")


def make_application(loaded: Loaded) -> QApplication:
    """Make the Qt application with the settings' theme and language; the one that is there already is used."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("eckWMS")
    settings = loaded.settings
    apply_theme(
        application,
        settings.theme,  # type: ignore[arg-type]
        settings.density,  # type: ignore[arg-type]
        settings.scale_percent,
        settings.pixels_per_mm or None,
    )
    install_language(application, settings.language)  # type: ignore[arg-type]
    return application


async def _live(loaded: Loaded, application: QApplication, work: Callable[[Window], Awaitable[int]]) -> int:
    try:
        station = open_station(loaded, SystemClock())
    except Fault as fault:
        await show_until_read(fault)
        raise
    try:
        window = Window(station, application)
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: window.report_bug(context))
        server = await serve(loaded.data_dir, lambda name, values: _carry_out(window, name, values))
        try:
            async with asyncio.TaskGroup() as group:
                window.start(group)
                gc.freeze()  # what is there now stays: walking through all of it again would stop a scan for 80 ms
                try:
                    code = await work(window)
                finally:
                    await window.stop()
        finally:
            server.close()
            await server.wait_closed()
            (loaded.data_dir / "owner.json").unlink(missing_ok=True)
    finally:
        station.close()
    return code


async def _until_closed(window: Window, leaving: list[Window], *, kiosk: bool) -> int:
    leaving.append(window)
    window.show(kiosk=kiosk)
    with closing_on_signals(window.closed.set):
        await window.closed.wait()
    return 0


async def _carry_out(window: Window, name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Carry out what another process of this user asks for, in the process that owns the directory."""
    if name == "show":
        window.show()
        return {"result": {}, "exit": 0}
    if name == "sync" and window.link is not None:
        return await window.sync_now()
    answer = await carry_out(window.station, name, values)
    if name == "enrol":
        window.take_station()
    return answer
