"""Bodies of older and newer versions."""

import msgspec
import pytest

from sync.wire.facts import KINDS, DrawerOpened, Fields, UnknownFact, decode_fact, encode_fact, upcast

LOOK = DrawerOpened(shift_id="s", purpose="look", amount_minor=0, reason="a look")


def test_a_body_of_an_older_version_is_read_as_the_newest() -> None:
    kind, version, body = encode_fact(LOOK)
    assert decode_fact(kind, version - 1, body) == LOOK, "without a step it only lacks what has a default"


def test_steps_follow_one_another() -> None:
    def rename(fields: Fields) -> Fields:
        return {"why": fields["cause"]}

    def extend(fields: Fields) -> Fields:
        return fields | {"who": "nobody"}

    steps = {("x", 1): rename, ("x", 3): extend}
    assert upcast({"cause": "c"}, "x", 1, 4, steps) == {"why": "c", "who": "nobody"}
    assert upcast({"why": "c"}, "x", 2, 3, steps) == {"why": "c"}


@pytest.mark.parametrize(("kind", "more"), [("drawer.opened", 1), ("drawer.wiped", 0)])
def test_the_future_is_not_guessed_at(kind: str, more: int) -> None:
    version = KINDS.get(kind, (1, None))[0] + more
    with pytest.raises(UnknownFact):
        decode_fact(kind, version, msgspec.json.encode(LOOK))
