"""Names in RDF: closed namespaces, and the only place that mints IRIs.

What may go in: vocabularies as closed lists of terms, and functions from words to IRIs.
The project's own terms are read from `ontologies/kg.ttl`, so a term that is not declared there
cannot be written by accident.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from kg.errors import OntologyError

KG = "https://kg.example/ontology#"
DEFAULT_BASE = "https://kg.example/id/"

PREFIXES = {
    "kg": KG,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "dcterms": "http://purl.org/dc/terms/",
    "ontolex": "http://www.w3.org/ns/lemon/ontolex#",
    "lexinfo": "http://www.lexinfo.net/ontology/3.0/lexinfo#",
}

PROPERTY_NAME = re.compile(r"[A-Za-z][A-Za-z_]*")


class Namespace:
    """A closed set of names under one IRI; asking for another name raises.

    Args:
        iri: what every name is appended to.
        names: the local names that exist.

    Example:
        >>> rdf = Namespace(PREFIXES["rdf"], ["type"])
        >>> rdf["type"]
        'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
        >>> rdf["tpye"]
        Traceback (most recent call last):
        kg.errors.OntologyError: no term 'tpye' in <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
    """

    def __init__(self, iri: str, names: Iterable[str]) -> None:
        self.iri = iri
        self.names = frozenset(names)

    def __getitem__(self, name: str) -> str:
        if name not in self.names:
            raise OntologyError(f"no term {name!r} in <{self.iri}>")
        return self.iri + name


# https://www.w3.org/TR/rdf11-schema/
RDF = Namespace(PREFIXES["rdf"], "type Statement subject predicate object reifies".split())
RDFS = Namespace(PREFIXES["rdfs"], "label comment subClassOf subPropertyOf domain range".split())
SKOS = Namespace(PREFIXES["skos"], "altLabel prefLabel exactMatch definition".split())
XSD = Namespace(
    PREFIXES["xsd"],
    "string date boolean decimal nonNegativeInteger integer double gYear gYearMonth".split(),
)
# https://www.w3.org/TR/prov-o/
PROV = Namespace(
    PREFIXES["prov"],
    "wasAttributedTo wasDerivedFrom wasGeneratedBy Activity SoftwareAgent".split(),
)
# https://schema.org/NewsArticle
SCHEMA = Namespace(
    PREFIXES["schema"],
    "NewsArticle headline datePublished publisher url sha256 identifier softwareVersion".split(),
)
# https://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core/nif-core.html
NIF = Namespace(
    PREFIXES["nif"],
    "Context isString beginIndex endIndex anchorOf referenceContext Phrase Sentence".split(),
)
# https://semanticweb.cs.vu.nl/2009/11/sem/
SEM = Namespace(
    PREFIXES["sem"],
    "Event eventType hasActor hasPlace hasBeginTimeStamp hasEndTimeStamp".split(),
)


def ontologies_folder() -> Path:
    """Give the folder of ontology files: inside the installed package, else of the checkout.

    Raises:
        OntologyError: neither place has it.
    """
    package = Path(str(resources.files("kg")))
    for folder in (package / "ontologies", package.parent / "ontologies"):
        if (folder / "kg.ttl").is_file():
            return folder
    raise OntologyError(f"no ontologies/kg.ttl in {package} or beside it: reinstall the package")


@lru_cache(maxsize=32_768)  # names come back within an article, and between articles
def fold(text: str) -> str:
    """Fold a name for comparison: no accents, no dots, lower case, single blanks.

    Example:
        >>> fold("U.S.  Détente")
        'us detente'
    """
    plain = text.replace("’", "'").replace(".", "")
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


def slug(text: str) -> str:
    """Make a readable IRI part of words; words without a Latin letter become a hash.

    Example:
        >>> slug("Mohamed al-Ahmed")
        'mohamed-al-ahmed'
    """
    ascii_only = fold(text).encode("ascii", "ignore").decode()
    made = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
    return made or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def relation_name(*words: str) -> str:
    """Make a property's local name of words ("operates", "from").

    Example:
        >>> relation_name("operates", "from")
        'operates_from'
    """
    ascii_only = fold(" ".join(words)).encode("ascii", "ignore").decode()
    made = re.sub(r"[^A-Za-z]+", "_", ascii_only).strip("_")
    return made if PROPERTY_NAME.fullmatch(made) else "relates_to"


def check_base(base: str) -> str:
    """Check the IRI that instance names start with.

    Raises:
        OntologyError: it is no absolute IRI, or does not end in "/" or "#".
    """
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#:]", base):
        raise OntologyError(f"not a base IRI: {base!r}: give one like https://news.example/id/")
    return base


def relation_iri(name: str) -> str:
    """Give the IRI of a relation, canonical or minted."""
    if not PROPERTY_NAME.fullmatch(name):
        raise OntologyError(f"not a property name: {name!r}: only letters and underscores")
    return KG + name


def named_iri(base: str, kind: str, label: str) -> str:
    """Give the IRI of a named entity of class `kind`.

    Example:
        >>> named_iri(DEFAULT_BASE, "Country", "Iran")
        'https://kg.example/id/entity/country/iran'
    """
    return f"{base}entity/{kind.lower()}/{slug(label)}"


def apart_iri(iri: str, article: str) -> str:
    """Give the IRI of one of several entities of a name: that which this article has first.

    Example:
        >>> apart_iri(named_iri(DEFAULT_BASE, "Person", "Ann Lee"), "harbour")
        'https://kg.example/id/entity/person/ann-lee_harbour-aa74f6'
    """
    digest = hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{iri}_{slug(article)[:40]}-{digest}"


def article_iri(base: str, article: str) -> str:
    """Give the IRI of an article."""
    return f"{base}article/{quote(article, safe='/-_.~')}"


def nominal_iri(base: str, article: str, label: str) -> str:
    """Give the IRI of an entity that has no name and lives in one article."""
    return f"{article_iri(base, article)}/thing/{slug(label)}"


def statement_iri(base: str, key: str) -> str:
    """Give the IRI of the statement with this key."""
    return f"{base}statement/{key}"


def event_iri(base: str, key: str) -> str:
    """Give the IRI of an event."""
    return f"{base}event/{key}"


def evidence_iri(base: str, key: str) -> str:
    """Give the IRI of one piece of evidence."""
    return f"{base}evidence/{key}"


def rule_iri(base: str, rule: str) -> str:
    """Give the IRI of the rule of extraction or inference with this name."""
    return f"{base}rule/{quote(rule, safe='-_.~')}"


def graph_iri(base: str) -> str:
    """Give the IRI of the graph itself."""
    return f"{base}graph"


def role_iri(role: str) -> str:
    """Give the IRI of the property that stands for a role ("from")."""
    return relation_iri("role_" + relation_name(role))


def span_iri(base: str, article: str, start: int, end: int) -> str:
    """Give the IRI of a slice of an article (RFC 5147 fragment, as NIF uses it)."""
    return f"{article_iri(base, article)}#char={start},{end}"
