"""Sticks are found from the table of mounts, in a thread, and what is on a network is left alone."""

import queue
from pathlib import Path

from desktop.devices.sticks import Stick, find_sticks, linux_sticks

MOUNTS = r"""/dev/sda2 / ext4 rw,relatime 0 0
/dev/sdb1 /media/anna/TILL\040STICK vfat rw,nosuid 0 0
/dev/sdc1 /run/media/anna/Флешка exfat rw 0 0
/dev/sdd1 /media/anna/LOCKED vfat ro,nosuid 0 0
server:/books /mnt/books nfs4 rw,hard 0 0
//server/share /mnt/share cifs rw 0 0
anna@server:/ /media/anna/far fuse.sshfs rw 0 0
/dev/sda3 /home ext4 rw 0 0
"""


def test_sticks_are_read_from_the_table_of_mounts(tmp_path: Path) -> None:
    table = tmp_path / "mounts"
    table.write_text(MOUNTS, encoding="utf-8")
    assert linux_sticks(table) == [
        Stick("TILL STICK", "/media/anna/TILL STICK"),
        Stick("Флешка", "/run/media/anna/Флешка"),
    ]


def test_this_machine_is_looked_at_in_a_thread() -> None:
    told: queue.Queue[object] = queue.Queue()
    find_sticks(told.put)
    assert isinstance(told.get(timeout=5), list)
