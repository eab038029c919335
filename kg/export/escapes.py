"""What a format cannot hold, as `\\u` and four hexadecimal digits. What may go in: that, both ways.

A `\\u` of the text itself becomes `\\u005cu`, so that no two texts become one.
"""

from __future__ import annotations

import re

_BEFORE_U = r"\\(?=u)"
_CODE = re.compile(r"\\u([0-9a-f]{4})")

HALVES = re.compile("[\ud800-\udfff]")  # of surrogate pairs: no Unicode text; JSON has `\u` itself
SURROGATES = re.compile(rf"{_BEFORE_U}|[\ud800-\udfff]")
NOT_XML = re.compile(rf"{_BEFORE_U}|[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def encode(text: str, forbidden: re.Pattern[str]) -> str:
    """Replace every character that a pattern finds, all of them below U+10000.

    Example:
        >>> print(encode("bell \\a, \\\\u", NOT_XML))
        bell \\u0007, \\u005cu
    """
    return forbidden.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def decode(text: str) -> str:
    """Undo `encode`.

    Example:
        >>> decode("bell \\\\u0007, \\\\u005cu") == "bell \\a, \\\\u"
        True
    """
    return _CODE.sub(lambda found: chr(int(found[1], 16)), text)
