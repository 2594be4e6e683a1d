"""What the screen of a task tells of labels for goods that come in, as one frozen value."""

from dataclasses import dataclass
from typing import Literal

from desktop.domain.refusal import Refusal
from desktop.faults import Fault


@dataclass(frozen=True)
class ArrivalLabelsState:
    """`count` labels were `printed`, or are `waiting` among the print jobs for what stands in their way.

    `offered` tells whether goods come in that labels are printed for; `busy` while some are on their way.
    """

    offered: bool = False
    busy: bool = False
    done: Literal["", "printed", "waiting"] = ""
    count: int = 0
    refusal: Refusal | None = None
    fault: Fault | None = None
