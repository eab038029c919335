"""Lets `python -m kg` do what `kg` does. What may go in: that call."""

from kg.cli import main

if __name__ == "__main__":
    main(prog_name="kg")
