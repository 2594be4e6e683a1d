"""What the figures were measured on."""

import os
import platform
import statistics
import tempfile
from pathlib import Path
from time import perf_counter

import psutil
from sqlcipher3 import dbapi2


def facts(folder: Path) -> dict[str, str]:
    """Describe the machine; `folder` is where the databases of the benchmarks lie."""
    load = os.getloadavg()
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores, {psutil.virtual_memory().total / 2**30:.0f} GiB",
        "system": f"{platform.freedesktop_os_release().get('PRETTY_NAME', '')}, Linux {platform.release()}"
        if platform.system() == "Linux"
        else platform.platform(),
        "Python": platform.python_version(),
        "SQLite": dbapi2.sqlite_version,
        "fsync of 4 kB": f"{_fsync_ms(folder):.2f} ms",
        "load when it began": " ".join(f"{value:.1f}" for value in load),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _fsync_ms(folder: Path, times: int = 50) -> float:
    taken = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _ in range(times):
            file.write(b"x" * 4096)
            file.flush()
            began = perf_counter()
            os.fsync(file.fileno())
            taken.append(perf_counter() - began)
    return statistics.median(taken) * 1000
