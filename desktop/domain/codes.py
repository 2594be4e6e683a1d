"""Trade item numbers as digits: check digits, and the forms one number may have in a catalogue.

A catalogue holds what somebody typed or a spreadsheet left of it, so one scanned number is looked up in several forms.
Rules: GS1 General Specifications 7.9 (check digits), 3.3 (GTIN-14), 5.2.2.4 (UPC-E).
"""

GTIN_LENGTHS = (8, 12, 13, 14)
SSCC_LENGTH = 18
# Shorter remains collide with article numbers: 0000000012345 must not find the article 12345.
_SHORTEST_STRIPPED = 7


def is_digits(text: str) -> bool:
    """ASCII digits only; `str.isdigit` also takes other scripts' digits."""
    return text.isascii() and text.isdigit()


def check_digit(payload: str) -> int:
    """The mod-10 digit that closes `payload` (digits without their check digit); weights 3, 1 from the right."""
    weighted = sum(int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(payload)))
    return -weighted % 10


def closed(payload: str) -> str:
    """`payload` with its check digit appended."""
    return f"{payload}{check_digit(payload)}"


def _closes(digits: str) -> bool:
    return is_digits(digits) and check_digit(digits[:-1]) == int(digits[-1])


def is_gtin(digits: str) -> bool:
    """A GTIN-8, -12, -13 or -14 whose check digit is right."""
    return len(digits) in GTIN_LENGTHS and _closes(digits)


def is_sscc(digits: str) -> bool:
    """A serial shipping container code (18 digits) whose check digit is right."""
    return len(digits) == SSCC_LENGTH and _closes(digits)


def expand_upc_e(digits: str) -> str | None:
    """The UPC-A behind a UPC-E of 8 digits (system 0 or 1, six digits, check digit); None if it is none."""
    if len(digits) != 8 or not is_digits(digits) or digits[0] not in "01":
        return None
    system, body, check = digits[0], digits[1:7], digits[7]
    last = body[5]
    if last in "012":
        payload = f"{system}{body[:2]}{last}0000{body[2:5]}"
    elif last == "3":
        payload = f"{system}{body[:3]}00000{body[3:5]}"
    elif last == "4":
        payload = f"{system}{body[:4]}00000{body[4]}"
    else:
        payload = f"{system}{body[:5]}0000{last}"
    return payload + check if check_digit(payload) == int(check) else None


def contained_item(gtin14: str) -> str | None:
    """The GTIN-13 inside an outer case (GTIN-14 with indicator 1-8, valid); None for everything else.

    A hit on it means a case of unknown size, not one piece.
    """
    if len(gtin14) != 14 or gtin14[0] in "09" or not is_gtin(gtin14):
        return None
    return closed(gtin14[1:13])


def normal_gtin(digits: str) -> str | None:
    """The GTIN padded to 14 digits, the form to compare with; None if the check digit or the length is wrong."""
    return digits.zfill(14) if is_gtin(digits) else None


def candidates(digits: str, *, upc_e: bool = False) -> tuple[str, ...]:
    """What to look up for a scanned digit string, most trusted first, each once; at least the string itself.

    Order: exact; UPC-A and EAN-13 as each other; padded to 14 or unpadded; zeros that a spreadsheet took; a UPC-E
    expanded; the item inside an outer case. A wrong check digit leaves the exact form alone: real lists hold such
    codes, but nothing may be derived from them. `upc_e`: the scanner says EAN/UPC and 8 digits, so it is no EAN-8.
    """
    found = [digits]
    expanded = expand_upc_e(digits)
    if upc_e and expanded:
        found += _forms(expanded)
    else:
        found += _forms(_restored(digits))
        found += _forms(expanded) if expanded else []
    case = contained_item(digits)
    if case:
        found += _forms(case)
    return tuple(dict.fromkeys(found))


def _restored(digits: str) -> str:
    """The number with lost leading zeros put back (7, 9, 10 and 11 digits), if that closes it."""
    if is_digits(digits) and len(digits) in (7, 9, 10, 11):
        return digits.zfill(8 if len(digits) == 7 else 12)
    return digits


def _forms(digits: str) -> list[str]:
    if not is_gtin(digits):
        return []
    bare = digits.lstrip("0")
    by_trust = [digits]
    if len(digits) == 12:
        by_trust.append(digits.zfill(13))
    elif len(digits) == 13 and len(bare) <= 12:
        by_trust.append(digits[1:])
    by_trust += [bare.zfill(length) for length in (13, 12, 8, 14) if len(bare) <= length]
    if len(bare) >= _SHORTEST_STRIPPED:
        by_trust.append(bare)
    return by_trust
