"""Everything the package raises on purpose. What may go in: exception classes, nothing else.

KGError
├── InputError       an article, folder or option that cannot be used
│   └── ArticleError one article of a batch: reported and skipped
│       └── LimitError more than is read: the article is too long, the archive unpacks too far
├── OntologyError    a file of ontologies/ or --ontology that does not hold together
├── ModelError       a spaCy pipeline that is absent or lacks a component
├── GraphError       a graph file that cannot be read, or is not of this program's form
├── QueryError       SPARQL that does not parse or fails
├── OutputError      a file that cannot be written
├── WorkerError      a process or machine that was to read articles, and ended
└── LoadError        a database that is not there, or refuses what is put into it
"""


class KGError(Exception):
    """Root of the tree. The message names the file, the place, what was wrong, what is allowed."""


class InputError(KGError):
    """An input that cannot be used."""


class ArticleError(InputError):
    """One article that cannot be used; in a batch it is reported and the rest is built."""


class LimitError(ArticleError):
    """An article, file or archive that is over a limit; `kg.limits` has them all."""


class OntologyError(KGError):
    """An ontology file that cannot be parsed, or names what does not exist."""


class ModelError(KGError):
    """A language pipeline that cannot be loaded."""


class GraphError(KGError):
    """A graph that cannot be read."""


class QueryError(KGError):
    """A SPARQL query that does not parse or fails."""


class OutputError(KGError):
    """A file that cannot be written."""


class WorkerError(KGError):
    """Workers that cannot be had, or that end again and again."""


class LoadError(KGError):
    """A database that cannot be reached, or refuses."""
