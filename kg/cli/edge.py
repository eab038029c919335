"""Where errors become exit codes and log records become lines on standard error.

What may go in: what holds for every command: the one place that turns a `KGError` into a line of
text, and the option -v. Exit codes: 0 yes; 1 no, or some articles skipped; 2 nothing could be
done; and, as of any program that a signal ends, 130 for Ctrl-C and 141 for a closed pipe.
"""

from __future__ import annotations

import errno
import gc
import io
import logging
import os
import sys
from typing import Any, NoReturn, TextIO

import click

from kg.errors import KGError, OutputError

YES, NO, BROKEN = 0, 1, 2
_INTERRUPTED, _PIPE_CLOSED = 130, 141
_JOINERS = "\u200c\u200d"  # of letters, and of emoji: they steer nothing


def tell(*lines: str, err: bool = False) -> None:
    """Print lines that articles had a hand in: what would steer a terminal is a blank.

    Args:
        err: on standard error.

    Example:
        >>> tell("red \\x1b[31m, of two\\nlines")
        red  [31m, of two lines
    """
    for line in lines:
        shown = "".join(c if c.isprintable() or c in _JOINERS else " " for c in line)
        click.echo(shown, err=err)


class Edge(click.Group):
    """A group whose commands return their exit code and may raise any `KGError`."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run a command, print what went wrong on one line, and exit."""
        for stream in (sys.stdout, sys.stderr):
            _never_fail_on_letters(stream)
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except KGError as error:
            code = _fail(str(error))
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "kg"
            code = _fail(f"{error.format_message()} ({command} --help tells what is allowed)")
        except click.ClickException as error:
            code = _fail(error.format_message())
        except MemoryError:
            code = _fail("out of memory: give fewer or shorter articles, or a larger machine")
        except ImportError as error:
            if "failed to map segment" not in str(error):
                raise
            code = _fail(f"out of memory: a library cannot be loaded: {error}")
        except click.Abort:
            click.echo("Aborted", err=True)
            code = _INTERRUPTED
        if not args and "args" not in extra:  # called by the shell, not by a program that goes on
            gc.freeze()  # or Python looks for garbage in all that is left, for a tenth of a second
        sys.exit(code)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a reader that stops reading, as `head` does, is no error."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Python flushes once more when it ends; let that go nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(_PIPE_CLOSED) from None
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EIO, errno.EFBIG):
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise OutputError(f"standard output: cannot be written: {error.strerror}") from error
        return code


def _fail(message: str) -> int:
    tell(f"Error: {' '.join(message.split())}", err=True)
    return BROKEN


def _never_fail_on_letters(stream: TextIO) -> None:
    """Let a terminal that lacks a letter show its code instead."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")


def log_to_stderr(ctx: click.Context, parameter: click.Parameter, count: int) -> None:
    """Show what happens inside: once, the steps; twice, every detail."""
    if not count:
        return
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(relativeCreated)6d ms  %(name)s: %(message)s"))
    logger = logging.getLogger("kg")
    logger.handlers = [handler]
    logger.setLevel(logging.DEBUG if count > 1 else logging.INFO)


verbose = click.option(
    "-v",
    "--verbose",
    count=True,
    expose_value=False,
    callback=log_to_stderr,
    help="Tell on standard error what happens inside (-vv: every detail).",
)
