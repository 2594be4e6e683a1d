"""What a key of the pad makes of a shift's page: of the count, or of the cash that is moved."""

from dataclasses import replace

from desktop.domain.drawer_count import DrawerCount, with_amount, with_pieces
from desktop.domain.money import exponent
from desktop.ui.shift.shift_rows import CashMove, ShiftState

MARK, BACK = ".", ""
"""The decimal mark, and the key that takes the last sign back; the others are digits."""

_LONGEST, _MOST_PIECES = 10, 4


def press(state: ShiftState, key: str) -> CashMove | DrawerCount | None:
    """Give what stands there after a key, None where it does nothing; the first sign in a slot begins it anew."""
    decimals = exponent(state.currency)
    if state.page == "cash":
        return replace(state.move, typed=_after(state.move.typed, key, decimals))
    if state.page not in ("open", "count"):
        return None
    goes_on = key == BACK or not state.fresh
    if isinstance(state.slot, str):
        typed = state.count.amounts.get(state.slot, "") if goes_on else ""
        return with_amount(state.count, state.slot, _after(typed, key, decimals))
    if key == MARK:
        return None
    pieces = _after(str(state.count.pieces.get(state.slot, "")) if goes_on else "", key, 0, _MOST_PIECES)
    return with_pieces(state.count, state.slot, int(pieces) if pieces else None)


def _after(typed: str, key: str, decimals: int, longest: int = _LONGEST) -> str:
    """What the currency has no place for is not taken, and a decimal mark once."""
    if key == BACK:
        return typed[:-1]
    whole, mark, fraction = typed.partition(".")
    if key == MARK:
        return typed if mark or not decimals else (whole or "0") + MARK
    if len(typed) >= longest or (mark and len(fraction) >= decimals):
        return typed
    return key if typed == "0" else typed + key
