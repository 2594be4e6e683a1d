"""Small pictures of goods, asked for by the SHA-256 that a product is told with."""

PICTURE = "/ECK/API/SYNC/PICTURE/{hash}"
"""GET: the bytes of a JPEG or PNG file; 404 when no product has this picture any more."""
SIDE = 96
"""Pixels: no side is longer."""
MOST_BYTES = 64 * 1024
