"""What this program uses of qasync, which ships no types."""

import asyncio
from types import TracebackType

from PySide6.QtCore import QCoreApplication

class QEventLoop(asyncio.BaseEventLoop):
    def __init__(
        self, app: QCoreApplication | None = ..., set_running_loop: bool = ..., already_running: bool = ...
    ) -> None: ...
    def __enter__(self) -> QEventLoop: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
