"""What is kept of a badge: the same at both ends, so that a scanned badge is found by one look into the table."""

import hashlib

SHORTEST = 10
"""Characters of a badge; what is shorter could be found by trying."""


def badge_hash(code: str) -> str:
    """Give the hash of a scanned badge, in hex; slow on purpose (about 40 ms), and without a salt of each person's own,
    for a badge has to be found among all people at once.
    """
    return hashlib.scrypt(code.strip().encode(), salt=b"eckwms.badge.1", n=2**14, r=8, p=1, dklen=32).hex()
