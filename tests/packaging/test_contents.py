"""What may be in the program's folder: the committed list keeps the rules, and every rule can fail."""

from pathlib import Path

import contents
import pytest

from tests.packaging.conftest import RECIPES

MANIFESTS = sorted(RECIPES.glob("manifest-*.txt"))
SHIPPED = "_internal/PySide6/Qt/"


@pytest.mark.parametrize("manifest", MANIFESTS, ids=lambda path: path.stem)
def test_the_committed_list_has_nothing_that_is_banned(manifest: Path) -> None:
    lines = manifest.read_text("utf-8").splitlines()
    assert lines == sorted(set(lines), key=lambda line: (line.startswith("python: "), line))
    files = [f"/{line}" for line in lines if not line.startswith("python: ")]
    assert list(contents.banned(files, (line.removeprefix("python: ") for line in lines))) == []
    for needed in ("eckwms", f"{SHIPPED}plugins/platforms/libqxcb.so", "_internal/resources/translations/ru.qm",
                   "_internal/desktop/store/migrations/env.py",
                   "_internal/desktop/store/migrations/versions/*.py", "licences/NOTICES.txt",
                   "licences/LGPL-3.0.txt"):  # fmt: skip
        assert needed in lines


@pytest.mark.parametrize(
    "path",
    [
        f"/{SHIPPED}lib/libQt6VirtualKeyboard.so.6",
        f"/{SHIPPED}plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        f"/{SHIPPED}lib/libQt6Charts.so.6",
        f"/{SHIPPED}lib/libQt6Qml.so.6",
        "/_internal/PySide6/Qt6Quick.dll",
        "/_internal/tests/conftest.py",
        "/_internal/mypy/api.so",
        "/_internal/psycopg_binary/pq.so",
        "/_internal/resources/tls/server.key",
        "/_internal/.env",
        "/_internal/journal.db",
    ],
)
def test_a_file_that_is_banned_is_found(path: str) -> None:
    assert list(contents.banned([path], []))


@pytest.mark.parametrize("module", ["_pytest.assertion", "greenlet.tests", "server_stub.app", "pip", "sqlite3.dbapi2"])
def test_a_module_that_is_banned_is_found(module: str) -> None:
    assert list(contents.banned([], [module]))


def test_what_belongs_there_is_let_through() -> None:
    paths = ["/eckwms", f"/{SHIPPED}lib/libQt6Core.so.6", "/_internal/resources/icons/tag.svg"]
    modules = ["desktop.selftest", "sqlalchemy.dialects.sqlite", "sqlalchemy.dialects.postgresql.psycopg", "pytz"]
    assert not list(contents.banned(paths, [*modules, "PySide6.QtTest", "structlog.testing", "desktop.ui.widgets.key"]))


def test_keys_and_the_builders_paths_are_found(tmp_path: Path) -> None:
    (tmp_path / "fine.txt").write_text("-----BEGIN PRIVATE KEY----- is how a key begins")
    assert list(contents.leaks(tmp_path, ["/build/here"])) == []
    (tmp_path / "a.so").write_bytes(b"\0-----BEGIN PRIVATE KEY-----\n" + b"MC4CAQAwBQYDK2VwBCIEIA\n")
    (tmp_path / "b.json").write_text('{"url": "file:///build/here"}')
    assert [line.partition(":")[0] for line in contents.leaks(tmp_path, ["/build/here"])] == ["a.so", "b.json"]


def test_the_list_does_not_change_with_versions_and_changes_with_files() -> None:
    old = ["lib/libicudata.so.73", "x/libssl-1a2b3c4d.so.3", "eckwms_desktop-0.1.0.dist-info/METADATA"]
    new = ["lib/libicudata.so.75.1", "x/libssl-99999999.so.3.1", "eckwms_desktop-0.2.0.dist-info/METADATA"]
    assert [contents.normalised(name) for name in old] == [contents.normalised(name) for name in new]
    assert list(contents.differences(["a", "b"], ["b", "c"])) == ["+ a", "- c"]


def test_libraries_of_the_system_stay_the_systems() -> None:
    assert not contents.is_wanted("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3")
    assert contents.is_wanted("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0")
    assert not contents.is_wanted(f"PySide6/Qt/plugins/sqldrivers/{'libqsqlite.so'}", "/venv/x")
    assert contents.is_wanted("PySide6/Qt/translations/qtbase_de.qm", "/venv/x")
    assert not contents.is_wanted("PySide6/Qt/translations/qtbase_fr.qm", "/venv/x")
    assert not contents.is_wanted(
        "libQt6EglFSDeviceIntegration.so.6", "PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6"
    )
