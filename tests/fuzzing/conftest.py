"""Which files of this folder pytest looks at: the one for atheris only where atheris is."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore = [] if find_spec("atheris") else ["atheris_readers.py"]
