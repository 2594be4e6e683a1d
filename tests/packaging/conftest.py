"""The modules of `packaging/`, which is no package: they are imported as the build imports them."""

import sys
from pathlib import Path

RECIPES = Path(__file__).resolve().parents[2] / "packaging"
sys.path[:0] = [str(RECIPES), str(RECIPES / "linux")]
