"""Photos of goods that were marked: the camera's newest picture or a file, read aside, on disk before it is shown."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from desktop.domain.photo import Photo
from desktop.domain.refusal import Refusal
from desktop.domain.task import Scan, Task
from desktop.operations import photos
from desktop.operations.terminal import Terminal
from desktop.store import photos as kept

Told = Callable[[Photo | Refusal], None]


class Camera(Protocol):
    """Where pictures come from."""

    @property
    def has_folder(self) -> bool:
        """Whether there is a folder into which a camera puts pictures."""

    def read(self, file: str, told: Told) -> None:
        """Make a photo of a file, or of the newest in the folder where none is named; told on the window's thread."""


class PhotoTaking(QObject):
    """`file_wanted()` asks a person for a file, where no camera has a folder.

    `attempt` does a step that may be refused; `show` shows a photo of a task, which is on disk by then.
    """

    file_wanted = Signal()

    def __init__(
        self,
        terminal: Terminal,
        camera: Camera | None,
        attempt: Callable[[Callable[[], None]], None],
        show: Callable[[Task, Scan], None],
    ) -> None:
        super().__init__()
        self._terminal, self._camera, self._reading = terminal, camera, 0
        self._attempt, self._show = attempt, show

    @property
    def is_offered(self) -> bool:
        """Whether there is anything to take photos with."""
        return self._camera is not None

    def take(self, task: Task, file: str = "") -> None:
        """Begin to take a photo of the goods that were marked last. Refusals of `find_marked`."""
        marked = photos.find_marked(self._terminal, task.id)
        if self._camera is None:
            return
        if not file and not self._camera.has_folder:
            self.file_wanted.emit()
            return
        self._reading += 1
        self._camera.read(file, lambda told: self._take(task, marked, told))

    def check_done(self) -> None:
        """Refuse to finish a task before its photos are kept: `photo.busy`."""
        if self._reading:
            raise Refusal("photo.busy", "A photo is still being read.", "Try again in a moment.")

    def read(self, name: str) -> bytes | None:
        """Give a photo of a task in hand, to be shown."""
        with self._terminal.database.reading() as connection:
            return kept.read(connection, name)

    def _take(self, task: Task, marked: Scan, told: Photo | Refusal) -> None:
        self._reading -= 1
        self._attempt(lambda: self._show(task, self._keep(task, marked, told)))

    def _keep(self, task: Task, marked: Scan, told: Photo | Refusal) -> Scan:
        if isinstance(told, Refusal):
            raise told
        return photos.add_photo(self._terminal, task.id, told, marked)
