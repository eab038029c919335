"""Files and folders written whole, or not at all. What may go in: that, for any content."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from threading import get_ident
from typing import IO

from kg.errors import OutputError


def write_file(path: Path | str, write: Callable[[IO[bytes]], None]) -> None:
    """Write a file whole, or not at all. Missing folders are made.

    Args:
        path: a device or pipe (`/dev/stdout`) is written to directly.
        write: puts the content into a binary handle.

    Raises:
        OutputError: the file cannot be written.
    """
    target = Path(os.path.realpath(path)) if Path(path).is_file() else Path(path)
    try:
        if target.exists() and not (target.is_file() or target.is_dir()):
            with target.open("wb") as handle:
                write(handle)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, write)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
    except OutputError as error:
        raise OutputError(f"{path}: {error}") from error


def write_text(path: Path | str, text: str) -> None:
    """Write a text as UTF-8, whole or not at all; see `write_file`.

    Raises:
        OutputError: the file cannot be written.
    """
    content = text.encode()

    def write(handle: IO[bytes]) -> None:
        handle.write(content)

    write_file(path, write)


def write_folder(
    path: Path | str, write: Callable[[Path], None], *, files: Collection[str]
) -> None:
    """Write a folder of files whole, or not at all. Missing folders above it are made.

    Args:
        path: a folder that is there already is replaced if it holds nothing but such files.
        write: puts the files into an empty folder.
        files: the names that it may give them.

    Raises:
        OutputError: the folder cannot be written, or holds what is not the format's.
    """
    target = Path(os.path.realpath(path))
    try:
        _check_replaceable(target, files)
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace_folder(target, write)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
    except OutputError as error:
        raise OutputError(f"{path}: {error}") from error


def _replace(target: Path, write: Callable[[IO[bytes]], None]) -> None:
    temporary = _beside(target, "tmp")
    try:
        with temporary.open("wb") as handle:
            write(handle)
        os.replace(temporary, target)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _check_replaceable(target: Path, files: Collection[str]) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputError("cannot be written: this format is a folder, and a file is there")
    others = sorted({path.name for path in target.iterdir()} - set(files))
    if others:
        raise OutputError(
            f"cannot be written: this folder holds {', '.join(others[:3])}, which would be lost"
        )


def _replace_folder(target: Path, write: Callable[[Path], None]) -> None:
    temporary, old = _beside(target, "tmp"), _beside(target, "old")
    try:
        temporary.mkdir()
        write(temporary)
        if target.exists():
            os.replace(target, old)
        try:
            os.replace(temporary, target)
        except OSError:
            if old.exists():
                os.replace(old, target)
            raise
    finally:
        for folder in (temporary, old):
            shutil.rmtree(folder, ignore_errors=True)


def _beside(target: Path, suffix: str) -> Path:
    return target.with_name(f".kg-{os.getpid()}-{get_ident()}.{suffix}")
