"""A real product list, or one invented in its shape, imported, sold by scanning and compared at both ends."""

import shutil
import tempfile
from pathlib import Path

from server_stub.launch import launched_centre
from tests.functional.lists import sell_list
from tests.functional.programs import seed as seed_shop
from tests.product_lists import invent_list

INVENTED_ROWS = 2500


def prove(source: Path | None, seed: int) -> tuple[bool, str]:
    """Give whether both ends agree, and the figures."""
    folder = Path(tempfile.mkdtemp(prefix="list-"))
    folder.chmod(0o711)  # PostgreSQL's own account has to pass when this is root
    try:
        if source is None:
            source = folder / "invented.csv"
            invent_list(source, INVENTED_ROWS, seed)
        with launched_centre(folder / "centre") as centre:
            sold = sell_list(seed_shop(folder / "centre", centre.address), source, folder, seed)
    finally:
        shutil.rmtree(folder)
    told = {name: value if isinstance(value, int) else len(value) for name, value in sold.imported.items()}
    figures = f"{source.name}: {told}; terminal {sold.terminal}, centre {sold.centre}, {sold.pushed} entries pushed"
    wrong = [*sold.wrong_prices, *sold.problems]
    return sold.is_equal, f"{figures} {'; '.join(wrong[:3])}".rstrip()
