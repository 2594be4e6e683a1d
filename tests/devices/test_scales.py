"""Scales: what they are asked, what they answer, and which of it counts."""

import queue
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.devices.known import SCALES, scale_protocol
from desktop.devices.ports import finder
from desktop.devices.scale import Scale
from desktop.devices.scale_protocols import SAME_LINES, massa_check, massa_packet, milligrams
from desktop.devices.serial_port import Line, PortState
from desktop.devices.simulated import SimulatedScale, on_port, on_tcp
from desktop.devices.weights import EMPTY_MG, OTHER_MG, Weighing, Weight, WeightState
from desktop.faults import Fault

KINDS = ("cas", "toledo8217", "massak", "generic")
ASKED = {"generic": r"generic:W\r|" + r"(?P<stable>ST)?(?P<overload>OL)?.*?,(?P<weight>[+-] *[\d.]+)(?P<unit>kg)"}
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")


def answer(kind: str, simulated: SimulatedScale) -> Weight:
    """One question and the answer of it, without a port."""
    protocol = scale_protocol(ASKED.get(kind, kind))
    say = protocol.ask
    for _ in range(3):
        told = protocol.feed(simulated.feed(say))
        if told.weights:
            return told.weights[0]
        say = told.reply
    raise AssertionError("The scale said nothing.")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("weight_g", "state", "expected"),
    [
        (1234, "stable", Weight("stable", 1_234_000)),
        (0, "stable", Weight("stable", 0)),
        (5, "stable", Weight("stable", 5_000)),
    ],
)
def test_a_weight_is_read_as_it_lies_there(kind: str, weight_g: float, state: WeightState, expected: Weight) -> None:
    simulated = SimulatedScale(kind)
    simulated.put(weight_g, state)
    assert answer(kind, simulated) == expected


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", ["moving", "overload"])
def test_what_moves_or_is_too_heavy_is_no_stable_weight(kind: str, state: WeightState) -> None:
    simulated = SimulatedScale(kind)
    simulated.put(700, state)
    assert answer(kind, simulated).state == state


@pytest.mark.parametrize("kind", KINDS)
def test_below_zero_is_never_stable(kind: str) -> None:
    simulated = SimulatedScale(kind)
    simulated.put(-40)
    assert answer(kind, simulated).state == "below_zero"


@pytest.mark.parametrize("kind", SCALES)
@given(noise=st.binary(max_size=300), cuts=st.lists(st.integers(1, 9), max_size=9))
@settings(max_examples=60, deadline=None)
def test_no_noise_breaks_a_protocol_and_what_follows_it_is_read(kind: str, noise: bytes, cuts: list[int]) -> None:
    protocol = scale_protocol(ASKED.get(kind, kind))
    for cut in [*cuts, len(noise)]:
        protocol.feed(noise[:cut])
        noise = noise[cut:]
    protocol.reset()
    simulated = SimulatedScale(kind)
    simulated.put(555)
    whole = simulated.feed(b"\x11" if kind == "cas" else protocol.ask)
    weights = [weight for byte in whole for weight in protocol.feed(bytes([byte])).weights]
    assert weights == [Weight("stable", 555_000)], "read byte by byte"


@given(mg=st.integers(0, 30_000_000), flip=st.integers(0, 14), bit=st.integers(0, 7))
@settings(max_examples=80, deadline=None)
def test_a_flipped_bit_never_makes_another_weight(mg: int, flip: int, bit: int) -> None:
    simulated = SimulatedScale("massak")
    simulated.put(mg // 1000)
    packet = bytearray(simulated.feed(b""))
    packet[flip] ^= 1 << bit
    assert scale_protocol("massak").feed(bytes(packet)).weights == ()


def test_the_check_of_massa_k_is_the_makers_own() -> None:
    assert massa_packet(b"\x23").hex(" ") == "f8 55 ce 01 00 23 23 00", "CMD_GET_MASSA as the maker prints it"
    assert massa_check(b"\x00" * 9) == 0
    assert massa_check(bytes.fromhex("24 00000000 01 01 00 01 00000000")) == 0x23FC, "an answer as a scale sent it"


def test_a_format_without_a_word_for_stable_is_stable_when_lines_agree() -> None:
    protocol = scale_protocol(r"generic:(?P<weight>[\d.]+) *(?P<unit>g)")
    states = [protocol.feed(b"  120.5 g\r\n").weights[0].state for _ in range(SAME_LINES)]
    assert states == ["moving"] * (SAME_LINES - 1) + ["stable"]
    assert protocol.feed(b"  121.0 g\r\n").weights == (Weight("moving", 121_000),)


@pytest.mark.parametrize("line", [b"ST,GS,+  1.234kg\r\n", b"ST,NT, 0001234 g\r", b"ST   1,234 kg\n"])
def test_the_usual_lines_are_understood_without_a_pattern(line: bytes) -> None:
    assert scale_protocol("generic").feed(line).weights == (Weight("stable", 1_234_000),)


@pytest.mark.parametrize("options", ["generic:(", "generic:[0-9]+", "toledo8217:stone"])
def test_options_that_cannot_be_are_told_with_the_way_out(options: str) -> None:
    with pytest.raises(Fault) as told:
        scale_protocol(options)
    assert told.value.code == "scale.pattern"
    assert told.value.remedy


def test_an_unknown_driver_is_told() -> None:
    with pytest.raises(Fault, match=r"driver\.unknown|no such driver"):
        scale_protocol("libra")


def test_units_are_exact() -> None:
    assert (milligrams("1,005", "kg"), milligrams("0.5", "lb")) == (1_005_000, 226_796)


# --- which weight counts


def at(at_s: float, weight_g: float, state: WeightState = "stable") -> Weight:
    return Weight(state, round(weight_g * 1000), at_s)


def test_only_a_stable_weight_newer_than_the_selection_counts() -> None:
    weighing = Weighing()
    assert weighing.offer(at(1, 500)) is None, "nothing waits for it"
    weighing.select(2.0)
    assert weighing.offer(at(1.9, 500)) is None, "asked before the goods were chosen"
    assert weighing.offer(at(2.1, 500, "moving")) is None
    assert weighing.offer(at(2.2, 500)) == 500_000
    assert weighing.offer(at(2.3, 500)) is None, "once"


def test_the_last_weight_never_counts_again() -> None:
    weighing = Weighing()
    weighing.select(1.0)
    assert weighing.offer(at(1.1, 500)) == 500_000
    weighing.select(2.0)
    assert weighing.offer(at(2.1, 500)) is None
    assert weighing.offer(at(2.2, 505)) is None, "the same goods, pressed a little"
    assert weighing.offer(at(2.3, 0)) is None
    assert weighing.offer(at(2.4, 500)) == 500_000, "taken off and another one put on"


def test_quite_another_weight_counts_without_an_empty_pan() -> None:
    weighing = Weighing()
    weighing.select(1.0)
    assert weighing.offer(at(1.1, 500)) == 500_000
    weighing.select(2.0)
    assert weighing.offer(at(2.1, 900)) == 900_000


def test_nothing_counts_after_the_choice_was_dropped() -> None:
    weighing = Weighing()
    weighing.select(1.0)
    weighing.cancel()
    assert weighing.offer(at(1.5, 500)) is None


said = st.builds(
    Weight,
    st.sampled_from(["stable", "moving", "overload", "below_zero", "error"]),
    st.integers(-1_000_000, 30_000_000),
    st.floats(0, 100),
)


@given(st.lists(st.tuples(st.booleans(), said), max_size=40))
@settings(max_examples=150, deadline=None)
def test_every_taken_weight_is_stable_positive_new_and_another(steps: list[tuple[bool, Weight]]) -> None:
    weighing, selected_at_s, taken, empty = Weighing(), None, None, True
    for now, (select, weight) in enumerate(steps):
        if select:
            selected_at_s = float(now)
            weighing.select(selected_at_s)
        mg = weighing.offer(weight)
        if weight.state == "below_zero" or (weight.state == "stable" and weight.weight_mg <= EMPTY_MG):
            empty = True
        if mg is not None:
            assert weight.state == "stable"
            assert mg == weight.weight_mg > EMPTY_MG
            assert selected_at_s is not None
            assert weight.at_s > selected_at_s
            assert empty or taken is None or abs(mg - taken) >= OTHER_MG
            selected_at_s, taken, empty = None, mg, False


# --- on a port

Heard = Callable[[], Weight]


@contextmanager
def listening(kind: str, simulated: SimulatedScale, link: Path) -> Iterator[tuple[Heard, "queue.Queue[PortState]"]]:
    weights: queue.Queue[Weight] = queue.Queue()
    states: queue.Queue[PortState] = queue.Queue()
    with on_port(simulated, link):
        scale = Scale(
            "scale",
            lambda: str(link),
            scale_protocol(ASKED.get(kind, kind)),
            weights.put,
            lambda state, name: states.put(state),
            line=Line(),
            ask_every_s=0.01,
        )
        scale.start()
        try:
            yield lambda: weights.get(timeout=5), states
        finally:
            scale.close()


def test_a_scale_in_the_network_is_asked_as_on_a_port() -> None:
    simulated = SimulatedScale("massak")
    simulated.put(251)
    weights: queue.Queue[Weight] = queue.Queue()
    states: queue.Queue[PortState] = queue.Queue()

    def note(state: PortState, name: str) -> None:
        states.put(state)

    with on_tcp(simulated) as port:
        find = finder(f"tcp:127.0.0.1:{port}")
        scale = Scale("scale", find, scale_protocol("massak"), weights.put, note, ask_every_s=0.01)
        scale.start()
        assert weights.get(timeout=5).weight_mg == 251_000
        scale.close()
    assert states.get(timeout=5).is_open
    gone = Scale("scale", find, scale_protocol("massak"), weights.put, note)
    gone.start()
    assert states.get(timeout=5).code == "port.unreachable"
    gone.close()


@posix_only
@pytest.mark.parametrize("kind", KINDS)
def test_a_scale_on_a_port_is_asked_until_the_pan_is_quiet(kind: str, tmp_path: Path) -> None:
    simulated = SimulatedScale(kind)
    simulated.put(250, "moving")
    with listening(kind, simulated, tmp_path / "scale") as (heard, _):
        first = heard()
        assert first.state == "moving"
        simulated.put(251)
        later = next(weight for weight in iter(heard, None) if weight.state == "stable")
    assert later.weight_mg == 251_000
    assert later.at_s > first.at_s > 0


@posix_only
def test_a_scale_that_falls_silent_is_told_once_and_heard_again(tmp_path: Path) -> None:
    simulated = SimulatedScale("cas")
    simulated.silent = True
    with listening("cas", simulated, tmp_path / "scale") as (heard, states):
        assert states.get(timeout=5).fault is None, "the port is there"
        silent = states.get(timeout=5)
        assert (silent.is_open, silent.code) == (True, "scale.silent")
        simulated.silent = False
        assert heard().state == "stable"
        assert states.get(timeout=5) == PortState(True)
