import pytest
from escpos.printer import Dummy
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageOps

from desktop.devices.drawer import PIN_2, PIN_5, pulse
from desktop.domain.refusal import Refusal
from desktop.paper import escpos

CP866, CP1251, CP437, CP858 = (escpos.code_page(name) for name in ("cp866", "cp1251", "cp437", "cp858"))
pages = st.sampled_from([escpos.code_page(name) for name in escpos.PAGE_NUMBERS])


@pytest.fixture
def oracle() -> Dummy:
    return Dummy()


def test_styles_are_what_another_encoder_writes(oracle: Dummy) -> None:
    oracle.set(bold=True)
    oracle.set(invert=True)
    oracle.set(align="center")
    oracle.set(align="right")
    oracle.set(align="left", bold=False, invert=False)
    ours = escpos.bold(True) + escpos.inverted(True) + escpos.align("center") + escpos.align("right")
    assert oracle.output == ours + escpos.bold(False) + escpos.align("left") + escpos.inverted(False)


def test_double_size_feed_and_cut_are_what_another_encoder_writes(oracle: Dummy) -> None:
    oracle.set(custom_size=True, width=2, height=2)
    oracle.set(custom_size=True, width=1, height=1)
    oracle.print_and_feed(3)
    oracle.cut(mode="PART", feed=False)
    assert oracle.output == escpos.double(True) + escpos.double(False) + escpos.feed(3) + escpos.cut()


def test_a_picture_is_what_another_encoder_writes(oracle: Dummy) -> None:
    picture = Image.new("1", (64, 40), 1)
    ImageDraw.Draw(picture).ellipse((4, 4, 58, 34), fill=0)
    oracle.image(picture, impl="bitImageRaster")
    assert oracle.output == escpos.raster(ImageOps.invert(picture.convert("L")).convert("1").tobytes(), 8)


@pytest.mark.parametrize(("pin", "number"), [(PIN_2, 2), (PIN_5, 5)])
def test_a_drawer_pulse_is_for_the_pin_that_another_encoder_means(oracle: Dummy, pin: int, number: int) -> None:
    oracle.cashdraw(number)
    assert (pulse(pin)[:3], len(pulse(pin))) == (oracle.output[:3], len(oracle.output))


@pytest.mark.parametrize("text", ["https://shop.example/r/1", "T03-000123", "Чек 7", "x" * 2331])
def test_qr_codes_are_what_another_encoder_writes(oracle: Dummy, text: str) -> None:
    oracle.qr(text, native=True, ec=1, size=5)
    assert oracle.output == escpos.qr(text)


def test_code_128_is_what_another_encoder_writes(oracle: Dummy) -> None:
    oracle.barcode("{BT03-000123", "CODE128", function_type="B", height=64, width=2, pos="BELOW", align_ct=False)
    assert oracle.output == escpos.code128("T03-000123")


@pytest.mark.parametrize("name", escpos.PAGE_NUMBERS)
def test_code_pages_have_the_numbers_that_another_encoder_knows(name: str, oracle: Dummy) -> None:
    oracle.hw("INIT")
    oracle._raw(b"\x1c.")
    oracle.charcode(name.upper())
    assert oracle.output == escpos.init(escpos.code_page(name))


@pytest.mark.parametrize("text", ["Хлеб ржаной, №2", "Сметана 20 %", "Milk 3.5 %", "ёлка Ёж"])
def test_cyrillic_text_is_what_another_encoder_writes(text: str) -> None:
    oracle = Dummy()
    oracle.charcode("CP866")
    oracle.text(text)
    assert oracle.output == b"\x1bt\x11" + escpos.encode(text, CP866)


@pytest.mark.parametrize(
    ("text", "page", "written"),
    [
        ("12 ₽", CP866, "12 руб."),
        ("12 ₽", CP437, "12 rub."),
        ("3 €", CP866, "3 EUR"),
        ("3 €", CP858, "3 €"),
        ("3 €", CP1251, "3 €"),
        ("Сыр", CP437, "Syr"),
        ("Щука", CP858, "Shchuka"),
        ("Ірис її", CP866, "Iрис її"),
        ("Қазы", CP866, "Казы"),
        ("Čips đumbir", CP866, "Cips dumbir"),
        ("Käse süß", CP866, "Kase suss"),
        ("Käse süß", CP437, "Käse süß"),
        ("1\N{NARROW NO-BREAK SPACE}234\N{NO-BREAK SPACE}“a”…", CP866, '1 234\N{NO-BREAK SPACE}"a"...'),
        ("½ l", CP866, "1/2 l"),
        ("e\N{COMBINING ACUTE ACCENT}", CP437, "é"),
        ("zero\N{ZERO WIDTH SPACE}width", CP866, "zerowidth"),
        ("茶 tea", CP866, "? tea"),
    ],
)
def test_missing_letters_are_rewritten(text: str, page: escpos.CodePage, written: str) -> None:
    assert escpos.encode(text, page) == written.encode(page.codec)


@given(st.text(), pages)
def test_any_text_is_encoded_one_byte_a_column_and_never_as_a_command(text: str, page: escpos.CodePage) -> None:
    encoded = escpos.encode(text, page)
    assert len(encoded) == len(escpos.rewritten(text, page))
    assert not set(encoded) & (set(range(0x20)) - {0x0A})
    assert escpos.rewritten(escpos.rewritten(text, page), page) == escpos.rewritten(text, page)


def test_a_products_name_cannot_open_the_drawer() -> None:
    assert escpos.encode("Milk\x1bp\x00\x32\xfa\x1d!", CP866).find(b"\x1b") < 0


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=48))
def test_every_code_128_text_is_escaped_and_counted(text: str) -> None:
    job = escpos.code128(text, with_text=False)
    head, data = job.split(b"\x1dkI", 1)
    assert head.endswith(b"\x1dH\x00")
    assert data[0] == len(data) - 1
    assert data[3:].replace(b"{{", b"{").decode() == text


@pytest.mark.parametrize("text", ["", "x" * 49, "Чек", "a\n"])
def test_what_code_128_cannot_carry_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="No Code 128"):
        escpos.code128(text)


@pytest.mark.parametrize("text", ["", "x" * 2332])
def test_what_a_qr_code_cannot_carry_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="No QR code"):
        escpos.qr(text)


def test_a_printers_own_number_of_a_page() -> None:
    assert escpos.code_page(" CP866:59 ") == escpos.CodePage("cp866", 59)
    assert escpos.init(escpos.code_page("cp866:59")) == b"\x1b@\x1c.\x1bt\x3b"


@pytest.mark.parametrize("setting", ["", "utf-8", "cp866:256", "cp866:x", "866"])
def test_an_unknown_page_is_refused(setting: str) -> None:
    with pytest.raises(Refusal) as refused:
        escpos.code_page(setting)
    assert refused.value.code == "printer.code_page"
