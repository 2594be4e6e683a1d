"""How much somebody has done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """Finished tasks, the lines of their documents, and the scans they took."""

    tasks: int = 0
    lines: int = 0
    scans: int = 0

    def __add__(self, other: "Done") -> "Done":
        """Both together."""
        return Done(self.tasks + other.tasks, self.lines + other.lines, self.scans + other.scans)
