import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.devices.framing import Frame, Framer

GS = b"\x1d"
data = st.binary(min_size=1, max_size=30).filter(lambda frame: not set(frame) & set(b"\r\n\t\x03"))


def fed(framer: Framer, stream: bytes, cuts: list[int]) -> list[Frame]:
    places = sorted(cut % (len(stream) + 1) for cut in cuts)
    chunks = [stream[start:end] for start, end in zip([0, *places], [*places, len(stream)], strict=True)]
    return [frame for chunk in chunks for frame in framer.feed(chunk)]


@given(st.lists(data), st.sampled_from([b"\r", b"\n", b"\r\n", b"\t", b"\x03"]), st.lists(st.integers(0, 999)))
def test_frames_come_whole_and_in_order_however_the_stream_is_cut(
    frames: list[bytes], suffix: bytes, cuts: list[int]
) -> None:
    stream = b"".join(frame + suffix for frame in frames)
    assert fed(Framer(), stream, cuts) == [Frame(frame) for frame in frames]


@given(st.binary(max_size=300), st.lists(st.integers(0, 999)), st.integers(1, 20))
def test_no_byte_is_lost_without_a_frame_that_tells(stream: bytes, cuts: list[int], cap_bytes: int) -> None:
    framer = Framer(b"\n", cap_bytes=cap_bytes)
    frames = fed(framer, stream, cuts) + framer.silence()
    lines = [line for line in stream.split(b"\n") if line]
    assert [frame.data for frame in frames] == [line[:cap_bytes] for line in lines]
    assert [frame.problem == "overlong" for frame in frames] == [len(line) > cap_bytes for line in lines]


def test_a_group_separator_is_data() -> None:
    assert Framer().feed(b"]d201" + GS + b"10A\r") == [Frame(b"]d201" + GS + b"10A")]


def test_only_the_devices_own_suffix_ends_a_frame() -> None:
    assert Framer(b"\r").feed(b"a\tb\r") == [Frame(b"a\tb")]


def test_silence_breaks_a_frame_off_but_ends_one_without_suffix() -> None:
    framer = Framer()
    assert framer.feed(b"40063") == []
    assert framer.silence() == [Frame(b"40063", "partial")]
    assert framer.silence() == []
    bare = Framer(b"")
    assert bare.feed(b"4006381333931") == []
    assert bare.silence() == [Frame(b"4006381333931")]


def test_the_rest_of_an_overlong_frame_is_skipped_and_the_next_one_read() -> None:
    framer = Framer(cap_bytes=4)
    assert framer.feed(b"12345678") == [Frame(b"1234", "overlong")]
    assert framer.feed(b"90\r56\r") == [Frame(b"56")]


def test_silence_ends_the_skipping_too() -> None:
    framer = Framer(b"", cap_bytes=4)
    assert framer.feed(b"1234567") == [Frame(b"1234", "overlong")]
    assert framer.silence() == []
    assert framer.feed(b"89") == []
    assert framer.silence() == [Frame(b"89")]


def test_a_header_is_taken_off_where_it_is() -> None:
    assert Framer(header=b"\x02").feed(b"\x0212\x0334\x03\x02\x03") == [Frame(b"12"), Frame(b"34")]


def test_reset_forgets_a_half_frame() -> None:
    framer = Framer()
    framer.feed(b"half")
    framer.reset()
    assert framer.feed(b"whole\r") == [Frame(b"whole")]


@pytest.mark.parametrize("stream", [b"", b"\r\n", b"\r\n\r\n\t\t"])
def test_empty_frames_vanish(stream: bytes) -> None:
    assert Framer().feed(stream) == []
