"""A picking or packing in words: the next step, what to look at, and the lines."""

from PySide6.QtCore import QCoreApplication

from desktop.ui import formats
from desktop.ui.warehouse.filling_rows import FillState, LineRow, StepRow, Weighed, some_names
from desktop.ui.warehouse.task_words import day_words
from desktop.ui.words_picking import CARDS, ENOUGH, FILL_LOOKS, RIGHT_REASONS, SHORT_REASONS, STEPS, VERDICTS


def step_words(state: FillState) -> str:
    """The next step, large."""
    step, named = state.step, state.step.kind
    if step.kind == "place" and not step.place:
        named = "place.anywhere"  # type: ignore[assignment]
    elif step.kind == "tote" and not step.tote:
        named = "tote.free"  # type: ignore[assignment]
    words = STEPS.get(_key(state, named), "")
    given = {
        "place": step.place,
        "quantity": formats.packed(step.quantity_milli, step.unit, step.pack_milli),
        "goods": step.goods,
        "tote": step.tote,
        "order": step.order,
        "parcel": str(step.parcel),
        "slot": str(step.slot),
    }
    said = QCoreApplication.translate("Tasks", words) if words else ""
    for name, value in given.items():
        said = said.replace(f"{{{name}}}", value)
    return said


def _key(state: FillState, named: str) -> str:
    packs = state.task is not None and state.task.kind == "pack"
    refills = state.task is not None and state.task.kind == "refill"
    if state.step.instead:
        return "pack.instead" if packs else "instead"
    if state.step.slot:
        return "sort.finish" if named == "finish" else "sort.into"
    if named == "finish":
        whole = "pack.finish" if packs else "refill.finish" if refills else "finish"
        return whole if packs or state.done >= state.lines else "finish.missing"
    return named


def card_words(step: StepRow) -> str:
    """What the large card shows."""
    named = "instead" if step.instead else "pack" if step.parcel else "sort.into" if step.slot else step.kind
    return QCoreApplication.translate("Tasks", CARDS[named]) if named else ""


def about_words(state: FillState) -> str:
    """Below the step: what it is for, and how far it is."""
    if state.task is None:
        return ""
    done = QCoreApplication.translate("Tasks", "{0} of {1} lines")
    done = done.replace("{0}", str(state.done)).replace("{1}", str(state.lines))
    check = QCoreApplication.translate("Tasks", "or type its check code") if state.step.typed_code else ""
    reference = f"№{formats.NO_BREAK}{state.task.reference}" if state.task.reference else ""
    enough = QCoreApplication.translate("Tasks", ENOUGH[state.step.kind]) if state.step.enough else ""
    bundle = (
        QCoreApplication.translate("Tasks", "for {0}").replace("{0}", state.step.bundle) if state.step.bundle else ""
    )
    left = QCoreApplication.translate("Tasks", "still to be sorted: {0}").replace("{0}", str(state.step.unsorted))
    done = left if state.step.unsorted else done
    parts = (reference, bundle, "" if check or enough else state.partner, done, enough or check)
    return " · ".join(part for part in parts if part)


def look_words(state: FillState) -> str:
    """What a person should look at, empty for nothing."""
    if state.look not in FILL_LOOKS:
        return ""
    return QCoreApplication.translate("Tasks", FILL_LOOKS[state.look]).replace("{about}", state.about)


def reason_words(reason: str) -> str:
    """Why a place has too little, or a weight is right that cannot be."""
    return QCoreApplication.translate("Tasks", (SHORT_REASONS | RIGHT_REASONS)[reason])


def verdict_words(verdict: str) -> str:
    """What became of a parcel's weight, where it is not simply right."""
    return QCoreApplication.translate("Tasks", VERDICTS[verdict]) if verdict in VERDICTS else ""


def lot_words(lot: str, expiry: str) -> str:
    """Lot and expiry of what is to be taken."""
    named = QCoreApplication.translate("Tasks", "Lot {0}").replace("{0}", lot) if lot else ""
    until = QCoreApplication.translate("Tasks", "until {0}").replace("{0}", day_words(expiry)) if expiry else ""
    return " · ".join(part for part in (named, until) if part)


def line_quantity(row: LineRow) -> str:
    """How many of a line: to take, or done of what was wanted, in packs where they were taken in packs."""
    wanted = formats.quantity(row.wanted_milli, row.unit)
    return f"{formats.packed(row.done_milli, '', row.pack_milli)}/{wanted}" if row.done_milli else wanted


def weight_words(weighed: Weighed) -> str:
    """What the parcel should weigh, and how far it is off."""
    known = formats.quantity(weighed.expected_milli, "kg")
    off = weighed.weight_milli - weighed.expected_milli
    if weighed.unknown:
        lacks = QCoreApplication.translate("Tasks", "Weight not known: {0}.")
        part = QCoreApplication.translate("Tasks", "What is known weighs {0}.").replace("{0}", known)
        words = f"{part if weighed.expected_milli else ''} {lacks.replace('{0}', some_names(weighed.unknown))}".strip()
    else:
        words = QCoreApplication.translate("Tasks", "It should weigh {0}.").replace("{0}", known)
    if not weighed.weight_milli or (weighed.unknown and off >= 0):
        return words
    sign = "+" if off > 0 else formats.MINUS if off < 0 else ""
    difference = QCoreApplication.translate("Tasks", "Difference: {0}")
    return f"{words} {difference.replace('{0}', sign + formats.quantity(abs(off), 'kg'))}"
