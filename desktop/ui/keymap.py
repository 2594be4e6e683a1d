"""Other keys for what the screens bind: a shop whose cashiers know another till gives its keys to this one."""

from collections.abc import Mapping

from desktop.domain.refusal import Refusal
from desktop.ui.pressing import is_key


class _Chosen:
    keys: Mapping[str, str] = {}


def parse_keys(text: str) -> dict[str, str]:
    """Read `F9=F10, F10=F9`: the key of this program, then the one to press instead.

    Refusal `settings.keys` for what is no key, and where two would be the same.
    """
    pairs = [part.split("=", 1) for part in text.split(",") if part.strip()]
    keys: dict[str, str] = {}
    for pair in pairs:
        names = [name.strip() for name in pair]
        if len(names) != 2 or not all(map(is_key, names)) or names[0] in keys:
            raise _refused("=".join(names))
        keys[names[0]] = names[1]
    doubled = [new for new in keys.values() if list(keys.values()).count(new) > 1 or (new in _OURS and new not in keys)]
    if doubled:
        raise _refused(doubled[0])
    return keys


def _refused(what: str) -> Refusal:
    return Refusal(
        "settings.keys",
        f"These keys cannot be: {what}",
        "Write pairs such as F9=F10, F10=F9: no key twice, and none that does something else.",
        field="keys",
        facts={"what": what},
    )


_OURS = frozenset(f"F{number}" for number in range(1, 13))


def use_keys(text: str) -> None:
    """Put these keys in force for every screen that is built from now on. Refusal `settings.keys`."""
    _Chosen.keys = parse_keys(text)


def chosen_key(shortcut: str) -> str:
    """Give the key to bind and to show for a key of this program."""
    return _Chosen.keys.get(shortcut, shortcut)


def own_key(shown: str) -> str:
    """Give the key of this program for one that is shown: what a code on paper means, whatever keys are chosen."""
    return next((own for own, new in _Chosen.keys.items() if new == shown), shown)
