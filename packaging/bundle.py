"""The program's folder: frozen by PyInstaller, stripped, and checked before anything is made of it."""

import ast
import os
import shutil
import sys
from pathlib import Path

import contents
from libraries import elf_files
from workshop import ROOT, Failed, Workshop, run, say

HERE = Path(__file__).resolve().parent


def manifest_file() -> Path:
    """The committed list of what the folder holds on this system."""
    return HERE / f"manifest-{sys.platform}.txt"


def freeze(shop: Workshop) -> tuple[Path, list[str]]:
    """Make the folder; gives it and the names of the modules in it."""
    say("freezing the program")
    out, work = shop.place / "frozen", shop.place / "freezing"
    shutil.rmtree(out, ignore_errors=True)
    command = [shop.python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    run([*command, "--distpath", out, "--workpath", work, HERE / "eckwms.spec"], **shop.steady)
    folder = out / "eckwms"
    if sys.platform.startswith("linux"):
        strip(folder)
    return folder, frozen_modules(work, shop.place)


def strip(folder: Path) -> None:
    """Drop symbols that only a debugger reads; libraries that cannot be stripped stay as they are."""
    before = size(folder)
    for path in elf_files(folder):
        if path.parent != folder:  # the program carries its modules behind its code
            path.chmod(0o755)
            try:
                run(["strip", "--strip-unneeded", path])
            except Failed as failed:
                say(f"not stripped: {path.name} ({str(failed).splitlines()[-1]})")
    say(f"stripped from {before // 2**20} to {size(folder) // 2**20} MB")


def size(folder: Path) -> int:
    """Bytes of all files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def frozen_modules(work: Path, place: Path) -> list[str]:
    """The modules that PyInstaller packed, from its own table. Raises Failed for one of ours from elsewhere."""
    table = ast.literal_eval(next(work.rglob("PYZ-*.toc")).read_text("utf-8"))
    entries = next(item for item in table if isinstance(item, list))
    ours = [entry for entry in entries if entry[0].partition(".")[0] in ("desktop", "sync", "resources")]
    if strange := [entry[0] for entry in ours if entry[1] != "-" and not Path(entry[1]).is_relative_to(place)]:
        raise Failed(f"{len(strange)} modules are not of the commit that is packed, among them {strange[0]}")
    return sorted(str(entry[0]) for entry in entries)


def check(shop: Workshop, folder: Path, modules: list[str], *, renew: bool) -> None:
    """Compare with the manifest, look for what is banned. Raises Failed with every finding."""
    names = [f"/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*")]
    wrong = list(contents.banned(names, modules))
    wrong += contents.leaks(folder, [str(ROOT), str(Path.home()) + os.sep])
    wrong += [f"{name}: a migration is missing" for name in missing_migrations(shop.source, folder / "_internal")]
    listed = contents.listing(folder, modules)
    manifest = manifest_file()
    if renew and not wrong:
        manifest.write_text("\n".join(listed) + "\n", "utf-8")
        say(f"manifest written: {manifest.relative_to(ROOT)}, {len(listed)} lines")
    elif manifest.exists():
        wrong += contents.differences(listed, manifest.read_text("utf-8").splitlines())
    else:
        wrong.append(f"there is no {manifest.name}: look at the folder and run this with --renew-manifest")
    if wrong:
        raise Failed("the program's folder is not what it should be:\n" + "\n".join(wrong))


def missing_migrations(source: Path, packed: Path) -> list[str]:
    """Scripts that the database is upgraded with and that are not in the folder: Alembic finds them by their files."""
    wanted = {path.relative_to(source) for path in source.glob("desktop/store/migrations/**/*.py")}
    return sorted(str(name) for name in wanted if not (packed / name).is_file())
