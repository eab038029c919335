"""The program that reads a PDF's pages: bytes on standard input, JSON on standard output.

    python -P kg/ingest/pdf_pages.py SECONDS CHARACTERS < FILE

What may go in here: all use of pypdf. It runs in a process of its own, so that nothing that a file
does to it reaches the build; it imports nothing of the package. 0 lifts a limit.
"""

from __future__ import annotations

import io
import json
import logging
import math
import sys
from typing import Any

MEMORY = 1 << 30  # bytes of address space


def pages(data: bytes, *, characters: float) -> dict[str, Any]:
    """Give the title and the text of each page, or what is wrong.

    Args:
        data: the file.
        characters: the most that is read; 0 for all.

    Returns:
        `title` and `pages`; or `error`; or `too_long`.
    """
    try:
        import pypdf
    except ImportError:
        return {"error": "PDF needs a library: pip install 'kg-news[pdf]'"}
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return _pages(pypdf.PdfReader(io.BytesIO(data)), characters or math.inf)
    except pypdf.errors.FileNotDecryptedError:
        return {"error": "encrypted PDF; save it without its password first"}
    except MemoryError:
        return {"error": "not a PDF that can be read: it takes too much memory"}
    except Exception as error:  # pypdf lets through whatever a damaged file makes it do
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        return {"error": f"not a PDF that can be read: {reason}"}


def _pages(reader: Any, characters: float) -> dict[str, Any]:
    found: list[str] = []
    size = 0
    for page in reader.pages:
        found.append(page.extract_text())
        size += len(found[-1])
        if size > characters:
            return {"too_long": True}
    title = reader.metadata.title if reader.metadata else None
    return {"title": title, "pages": found}


def main(seconds: str, characters: str) -> int:
    """Read standard input, write standard output."""
    _limit(math.ceil(float(seconds)))
    told = pages(sys.stdin.buffer.read(), characters=float(characters))
    sys.stdout.write(json.dumps(told))
    return 0


def _limit(seconds: int) -> None:
    """Let the system end this process; on Windows only whoever waits for it can."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if seconds:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
