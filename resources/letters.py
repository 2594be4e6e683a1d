"""Which letters come from which font: the till's own has those of every day, others are there for names of goods."""

OWN = ("InterTill-Regular", "InterTill-SemiBold", "InterTill-Bold")
BLOCKS = {
    "NotoSansArabic-Regular": ((0x600, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE)),
    "NotoSansDevanagari-Regular": ((0x900, 0x97F), (0xA8E0, 0xA8FF)),
    "NotoSansBengali-Regular": ((0x980, 0x9FF),),
    "NotoSansGurmukhi-Regular": ((0xA00, 0xA7F),),
    "NotoSansGujarati-Regular": ((0xA80, 0xAFF),),
    "NotoSansOriya-Regular": ((0xB00, 0xB7F),),
    "NotoSansTamil-Regular": ((0xB80, 0xBFF),),
    "NotoSansTelugu-Regular": ((0xC00, 0xC7F),),
    "NotoSansKannada-Regular": ((0xC80, 0xCFF),),
    "NotoSansMalayalam-Regular": ((0xD00, 0xD7F),),
    "NotoSansSinhala-Regular": ((0xD80, 0xDFF),),
    "DroidSansFallback": (
        *((0x1100, 0x11FF), (0x2E80, 0x9FFF), (0xAC00, 0xD7AF)),
        *((0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF)),
    ),
}
"""File of a font of other scripts -> its code points, first and last of each block."""
JOINED = frozenset(name for name in BLOCKS if name not in ("DroidSansFallback", "NotoSansArabic-Regular"))
"""Fonts of India, whose letters are joined when they are drawn."""
