"""The command that scores statements: evaluate. What may go in: that command."""

from __future__ import annotations

import json
from pathlib import Path

import click

from kg.cli.edge import YES, verbose


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("statements", type=click.Path(path_type=Path))
@click.option(
    "--documents",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The articles that were built, in JSON Lines; knowledgenet, carb and coreference need it.",
)
@click.option(
    "--mentions",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="What kg build --mentions wrote beside STATEMENTS: knowledgenet then finds a fact by any"
    " of its entities' names.",
)
@click.option(
    "--measure",
    metavar="NAME",
    help="facts, pairs, knowledgenet, carb, coreference or judged.  [default: by what GOLD holds]",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of a table.")
@click.option("--errors", is_flag=True, help="List what was missed and what was wrong, by rule.")
@verbose
def evaluate(
    gold: Path,
    statements: Path,
    documents: Path | None,
    mentions: Path | None,
    measure: str | None,
    as_json: bool,
    errors: bool,
) -> int:
    """Score statements against what people found in the same articles.

    GOLD is a file of facts, of coded pairs of actors, of KnowledgeNet's facts or of CaRB's tuples,
    or a folder of GUM's .conllu files. STATEMENTS is what kg build --format jsonl wrote, or
    kg build --mentions for GUM.

    Exit code: 0 scored, whatever the score; 2 a file cannot be used.
    """
    from kg.evaluate import evaluate as score
    from kg.evaluate import report as told

    report = score(gold, statements, measure=measure, documents=documents, mentions=mentions)
    if as_json:
        whole = told.as_json(report, with_errors=errors)
        click.echo(json.dumps(whole, ensure_ascii=False, indent=2))
        return YES
    click.echo("\n".join(told.table(report)))
    if errors:
        click.echo("\n".join(told.errors(report)))
    return YES
