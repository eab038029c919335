"""Sixty short articles, made from templates, of which it is known who is who.

What may go in: templates in our own words about invented people and firms, and the truth: for each
name that an article uses, the key of who or what it means. `python -m tests.merging.corpus DIR`
writes the articles as text files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kg.model import Article

FIRST_DAY = date(2021, 3, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article, and who is meant by each name in it."""

    article: Article
    truth: dict[str, str]


# Two people of each name: who they are, where, and beside whom.
NAMESAKES = (
    ("Daniel Morvane",
     ("the chief executive of Brastel Foods", "Brastel Foods", "Ines Calloway", "he"),
     ("a professor at Wexmoor University", "Wexmoor University", "Tobias Renning", "he")),
    ("Clara Vandeleur",
     ("the director of Halvert Museum", "Halvert Museum", "Piers Oakham", "she"),
     ("a spokeswoman for Redmarsh Energy", "Redmarsh Energy", "Ulf Brandeker", "she")),
    ("Robin Ashdale",
     ("the chairman of Corvane Shipping", "Corvane Shipping", "Lena Okafor-Hale", "he"),
     ("the chief executive of Pellamy Bank", "Pellamy Bank", "Marcus Thirlby", "she")),
    ("Thomas Erlund",
     ("Norway's ambassador to Kenya", "Norway", "Grace Wanderi", "he"),
     ("the head coach of Falkirk Rovers", "Falkirk Rovers", "Jamie Struthers", "he")),
    ("Maria Santoval",
     ("Peru's health minister", "Peru", "Hector Quillay", "she"),
     ("the founder of Lumetra Systems", "Lumetra Systems", "Owen Fairclough", "she")),
    ("Viktor Hallberg",
     ("the president of Tessin University", "Tessin University", "Agnes Morel", "he"),
     ("the finance director of Ostrava Steelworks", "Ostrava Steelworks", "Pavel Dvornik", "he")),
)  # fmt: skip

# Former name, name of today, seat, head.
RENAMED = (
    ("Kestrel Holdings", "Norvane Group", "Rotterdam", "Judith Aspern"),
    ("Baltic Freight Union", "Meridian Cargo Alliance", "Riga", "Juris Kalvane"),
    ("Palmer Textile Company", "Veltessa Industries", "Manchester", "Hugh Penhallow"),
    ("Sunrise Telecom", "Orbeline Networks", "Nairobi", "Peter Mwangale"),
    ("Harrow Mining Corporation", "Terrastone Resources", "Perth", "Alison Brightwater"),
)
RENAMINGS = (
    "{new}, formerly known as {old}, opened an office in Madrid on Monday.",
    "{old} has renamed itself {new}. The change took effect on Monday.",
    "{old} changed its name to {new} on Monday. Shareholders backed the change.",
    "{new} (formerly {old}) presented its first report on Monday.",
    "{old} was renamed {new} on Monday after a vote of its owners.",
)

# Country, adjective, two politicians and what they were and became, a body that others have too.
OFFICES = (
    ("Portugal", "Portuguese", "Duarte Almeirim", "Filipa Serrano", "finance minister"),
    ("Kenya", "Kenyan", "Samuel Kiprotai", "Esther Njambi", "energy minister"),
    ("Norway", "Norwegian", "Henrik Solvang", "Astrid Lunde-Moe", "defense minister"),
    ("Peru", "Peruvian", "Ricardo Huamani", "Lucia Quispe-Rojas", "labor minister"),
)

STORIES = (
    ("storm", "A storm closed the port of {place} for two days, and {who}, the chief executive of"
     " {firm}, said that forty ships were waiting at sea. {firm} moved its cargo to smaller ports"
     " along the coast. {who} told reporters that the delay would cost the company five million"
     " euros. The harbor master hoped to open two piers by the weekend, if the wind allowed it."),
    ("strike", "Workers at {firm} stopped work in {place} on Tuesday and demanded higher wages."
     " {who}, the chairman of {firm}, rejected the demand and called the strike illegal. The union"
     " asked a court to decide. {firm} employs nine thousand people and builds railway cars for"
     " twelve countries, most of them in the workshops that have now fallen silent."),
    ("museum", "{firm} bought a painting for the new gallery in {place}, and {who}, the director of"
     " {firm}, praised the donors who had paid for it. The painting had hung in a private house for"
     " eighty years. {who} expects two hundred thousand visitors in the first year. Critics asked"
     " why the price was kept secret and who had advised the seller before the auction."),
)  # fmt: skip
FIRMS = (
    ("Marseille", "Odile Ferrand", "Calanque Lines"),
    ("Gdansk", "Marek Zelinow", "Motlawa Works"),
    ("Antwerp", "Griet Vanholme", "Scheldt Gallery"),
)
DATELINES = (
    "{text}",
    "{place} (Northern Wire) - {text}",
    "{text} The agency could not reach the company for comment.",
)


def corpus() -> list[Told]:
    """Make the sixty articles."""
    made = [*_namesakes(), *_renamed(), *_offices(), *_copies()]
    assert len(made) == 60, len(made)
    return made


def _told(number: int, name: str, text: str, **truth: str) -> Told:
    day = FIRST_DAY + timedelta(days=9 * number)
    article = Article.of(id=name, text=text, published=day.isoformat(), source="kg templates")
    return Told(article=article, truth={k.replace("_", " "): v for k, v in truth.items()})


def _namesakes() -> Iterator[Told]:
    """Four articles a name: two about each of two people."""
    for number, (name, *people) in enumerate(NAMESAKES):
        surname = name.split()[-1]
        for which, (role, body, colleague, pronoun) in enumerate(people):
            him = {"he": "him", "she": "her"}[pronoun]
            texts = (
                f"{name}, {role}, met {colleague} on Monday. {surname} praised {colleague} for"
                f" the results of last year. The talks lasted two hours.",
                f"{colleague} defended {name} on Monday. {name}, {role}, had criticized the"
                f" newspapers. Friends of {surname} urged {him} to stay calm. {pronoun.title()}"
                f" thanked them.",
            )
            for part, text in enumerate(texts):
                yield _told(
                    number * 4 + which * 2 + part,
                    f"namesake-{number}-{which}-{part}",
                    text,
                    **{name: f"{name} {which}", colleague: colleague, body: body},
                )


def _renamed() -> Iterator[Told]:
    """Three articles a body: under the old name, of the change, under the new name."""
    for number, (old, new, seat, head) in enumerate(RENAMED):
        before = (
            f"{head}, the head of {old}, signed a contract in {seat} on Monday. {old} will hire two"
            " hundred people this year."
        )
        change = RENAMINGS[number].format(old=old, new=new) + f" {head} leads {new}."
        after = (
            f"{new} reported a loss on Monday. {new} blamed high prices and plans to close a"
            f" factory near {seat}."
        )
        names = ({old: old, head: head}, {old: old, new: old, head: head}, {new: old})
        for part, (text, truth) in enumerate(zip((before, change, after), names, strict=True)):
            yield _told(number * 3 + part, f"renamed-{number}-{part}", text, **truth)


def _offices() -> Iterator[Told]:
    """Three articles a country: a minister, the one who follows, and what became of the first."""
    for number, (country, adjective, first, second, post) in enumerate(OFFICES):
        surname = first.split()[-1]
        texts = (
            f"{adjective} {post.title()} {first} resigned on Monday. {first} had clashed with the"
            f" Interior Ministry for months. The Interior Ministry of {country} rejected the"
            " criticism.",
            f"{second} was appointed as {country}'s {post} on Monday. She replaces {first}."
            f" {second} thanked {surname} and promised new talks with the Interior Ministry.",
            f"{first}, a former {post} of {country}, founded a party on Monday. {surname} accused"
            f" {second} of breaking promises.",
        )
        ministry = f"Interior Ministry of {country}"
        truths = (
            {first: first, "Interior Ministry": ministry},
            {first: first, second: second, "Interior Ministry": ministry},
            {first: first, second: second},
        )
        for part, (text, truth) in enumerate(zip(texts, truths, strict=True)):
            yield _told(number * 3 + part, f"office-{number}-{part}", text, **truth)


def _copies() -> Iterator[Told]:
    """Three articles a story: the agency's text, with a dateline, with a sentence more."""
    for (name, story), (place, who, firm) in zip(STORIES, FIRMS, strict=True):
        text = story.format(place=place, who=who, firm=firm)
        for part, frame in enumerate(DATELINES):
            made = frame.format(text=text, place=place.upper())
            yield _told(part, f"copy-{name}-{part}", made, **{who: who, firm: firm})


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for one in corpus():
        head = f"---\ndate: {one.article.published}\n---\n"
        (folder / f"{one.article.id}.txt").write_text(head + one.article.text, encoding="utf-8")
