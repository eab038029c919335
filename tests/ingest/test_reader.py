"""From INPUT to articles: order, ids, defaults, and what becomes of bad input."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.ingest import READERS, Options, Skip, read_articles
from kg.limits import Limits
from kg.model import Article


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def ids(found: list[Article | Skip]) -> list[str]:
    return [item.id if isinstance(item, Article) else f"skip {item.path}" for item in found]


def only_skip(path: Path | str) -> Skip:
    [found] = read_articles([str(path)])
    assert isinstance(found, Skip)
    assert "\n" not in str(found)
    return found


def test_readers_are_these() -> None:
    assert list(READERS) == [
        ".atom", ".csv", ".htm", ".html", ".json", ".jsonl", ".markdown", ".md", ".ndjson",
        ".parquet", ".pdf", ".rdf", ".rss", ".tsv", ".txt", ".xml",
    ]  # fmt: skip


def test_folder_is_read_recursively_in_sorted_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "b.txt": "B.",
            "a.md": "A.",
            "sub/c.TXT": "C.",
            "sub/deep/d.html": "<html><body><p>D says so.</p></body></html>",
            "e.jsonl": '{"text":"E1."}\n\n{"text":"E3.","id":"given"}',
            "f.json": '[{"text":"F1."},{"text":"F2."}]',
            "g.json": '{"text":"G."}',
            "sub.a.txt": "Dots.",
            "notes.doc": "not read",
            "README": "not read",
            ".hidden.txt": "not read",
            ".git/x.txt": "not read",
        },
    )
    found = list(read_articles([str(tmp_path)]))
    assert ids(found) == [
        "a", "b", "e-1", "given", "f-1", "f-2", "g", "sub/c", "sub/deep/d", "sub.a",
    ]  # fmt: skip
    assert found == list(read_articles([f"{tmp_path}/"]))


def test_ids_do_not_depend_on_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"in/x/a.txt": "A.", "in/b.txt": "B."})
    absolute = list(read_articles([str(tmp_path / "in")]))
    monkeypatch.chdir(tmp_path / "in")
    assert list(read_articles(["."])) == absolute
    assert ids(absolute) == ["b", "x/a"]


def test_file_takes_its_stem_and_any_suffix(tmp_path: Path) -> None:
    write(tmp_path, {"sub/a.txt": "A.", "b.news": "B.", "c": "C.", "d.e.txt": "D.", ".f.txt": "F."})
    names = ["sub/a.txt", "b.news", "c", "d.e.txt", ".f.txt"]
    found = list(read_articles([str(tmp_path / name) for name in names]))
    assert ids(found) == ["a", "b", "c", "d.e", ".f"]


def test_given_id_goes_before_the_file_s_own(tmp_path: Path) -> None:
    path = write(tmp_path, {"a.txt": "---\nid: own\n---\nA."}) / "a.txt"
    assert ids(list(read_articles([str(path)]))) == ["own"]
    assert ids(list(read_articles([str(path)], id="given"))) == ["given"]


def test_options_fill_in_only_what_is_absent(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"a.txt": "---\ndate: 2016-08-16\nsource: Own\n---\nA.", "b.txt": "B.", "c.txt": "C."},
    )
    first, second, _ = read_articles([str(tmp_path)], date="1 May 2017", source=" Desk ")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.published, first.source) == ("2016-08-16", "Own")
    assert (second.published, second.source) == ("2017-05-01", "Desk")
    [bare] = read_articles([str(tmp_path / "b.txt")])
    assert isinstance(bare, Article)
    assert (bare.published, bare.source, bare.title, bare.url) == (None, None, None, None)


@pytest.mark.parametrize(
    "stdin",
    [io.StringIO("\ufeffIran.\r\n"), io.BytesIO(b"\xef\xbb\xbfIran.\r\n"),
     io.TextIOWrapper(io.BytesIO(b"Iran.\r\n"), encoding="ascii")],
)  # fmt: skip
def test_standard_input_is_text(stdin: io.StringIO) -> None:
    assert list(read_articles(["-"], id="a", stdin=stdin)) == [Article.of(id="a", text="Iran.\n")]


def test_standard_input_that_looks_like_json_is_text() -> None:
    [found] = read_articles(["-"], id="a", stdin=io.StringIO('{"text": "Iran."}'))
    assert isinstance(found, Article)
    assert found.text == '{"text": "Iran."}'


def test_bad_standard_input_is_skipped() -> None:
    [found] = read_articles(["-"], id="a", stdin=io.BytesIO(b"caf\xe9"))
    assert str(found) == "-: not UTF-8: byte 0xe9 at offset 3; save the file as UTF-8 text"


def test_the_process_s_own_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "sys.stdin", io.TextIOWrapper(io.BytesIO("Café.".encode()), encoding="ascii")
    )
    assert list(read_articles(["-"], id="a")) == [Article.of(id="a", text="Café.")]


@pytest.mark.parametrize(
    ("inputs", "options", "message"),
    [
        ([], {}, "no input"),
        (["-"], {}, "-: standard input needs an id"),
        (["-", "-"], {"id": "a"}, "can be read only once"),
        (["x"], {"date": "soon"}, "--date: date 'soon' cannot be read; allowed: 2016-08-16"),
        (["x"], {"date": ""}, "--date: it is empty"),
        (["x"], {"id": " "}, "--id: it is empty"),
        (["x"], {"source": "\udcff"}, r"--source: source holds U\+DCFF"),
    ],
)
def test_impossible_options_are_refused_at_once(
    inputs: list[str], options: dict[str, Any], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        read_articles(inputs, **options)


def test_two_articles_of_one_id_name_both_places(tmp_path: Path) -> None:
    write(tmp_path, {"one/a.txt": "A.", "two/b.jsonl": '{"text":"B."}\n{"text":"C.","id":"a"}'})
    found = read_articles([str(tmp_path / "one"), str(tmp_path / "two")])
    assert ids([next(found), next(found)]) == ["a", "b-1"]
    with pytest.raises(InputError) as caught:
        next(found)
    assert str(caught.value).startswith(
        f"{tmp_path}/two/b.jsonl (line 2): article id 'a' is taken by {tmp_path}/one/a.txt; "
    )


def test_same_file_twice_is_two_articles_of_one_id(tmp_path: Path) -> None:
    path = str(write(tmp_path, {"a.txt": "A."}) / "a.txt")
    with pytest.raises(InputError, match="article id 'a' is taken by"):
        list(read_articles([path, path]))


@pytest.mark.parametrize(
    "content", ['{"text":"A."}\n{"text":"B."}', '{"text":"A."}\nx\n{"text":"B."}']
)
def test_one_id_for_two_articles_is_refused(tmp_path: Path, content: str) -> None:
    path = write(tmp_path, {"a.jsonl": content}) / "a.jsonl"
    found = read_articles([str(path)], id="one")
    with pytest.raises(InputError, match="--id names one article, but there are more"):
        next(found)


def test_one_id_for_a_folder_of_one_article(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "A.", "b.txt": ""})
    found = list(read_articles([str(tmp_path)], id="one"))
    assert ids(found) == ["one", f"skip {tmp_path}/b.txt"]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "text is empty; an article needs words"),
        ("a.txt", b" \n", "text is empty; an article needs words"),
        ("a.xyz", b"\x7fELF\x00", "binary file: NUL byte at offset 4; only UTF-8 text is read"),
        ("a.txt", b"\xff\xd8\xff", "not UTF-8: byte 0xff at offset 0; save the file as UTF-8 text"),
        ("a.md", b"caf\xe9", "not UTF-8: byte 0xe9 at offset 3; save the file as UTF-8 text"),
        ("a.html", b"<html/>", "no main text found in the HTML; a page with paragraphs is needed"),
    ],
)  # fmt: skip
def test_bad_file_is_skipped_and_the_rest_read(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    write(tmp_path, {name: content, "z.txt": "Good."})
    found = list(read_articles([str(tmp_path / name), str(tmp_path / "z.txt")]))
    assert found == [Skip(f"{tmp_path}/{name}", reason), Article.of(id="z", text="Good.")]


def test_bad_lines_are_skipped_by_line(tmp_path: Path) -> None:
    write(tmp_path, {"a.jsonl": '{"text":"One."}\n{"text":\n{"id":"x"}\n{"text":"Four."}'})
    found = list(read_articles([str(tmp_path)]))
    name = f"skip {tmp_path}/a.jsonl"
    assert ids(found) == ["a-1", name, name, "a-4"]
    assert [str(s)[len(name) - 3 :][:10] for s in found if isinstance(s, Skip)] == [
        "line 2: no", "line 3: no",
    ]  # fmt: skip


def test_missing_path_is_skipped(tmp_path: Path) -> None:
    skip = only_skip(tmp_path / "none.txt")
    assert skip.path == f"{tmp_path}/none.txt"
    assert skip.reason.startswith("no such file or folder; a folder, - or a file (.atom .csv")


@pytest.mark.parametrize("path", ["", "a\0b", "x" * 5000])
def test_impossible_path_is_skipped(path: str) -> None:
    assert only_skip(path).reason


def test_folder_without_articles_is_skipped(tmp_path: Path) -> None:
    write(tmp_path, {"a.doc": "x", ".b.txt": "x"})
    assert only_skip(tmp_path).reason.startswith("no articles in this folder; read are .atom")


def test_denied_file_and_folder_are_skipped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Permissions do not bind root, so that the operating system's answer is put on.
    write(tmp_path, {"a.txt": "A.", "b.txt": "B.", "no/c.txt": "C."})
    opened, scanned = Path.open, os.scandir

    def open_(self: Path, *args: Any) -> Any:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *args)

    def scandir(path: str) -> object:
        if Path(path).name == "no":
            raise PermissionError(13, "Permission denied", path)
        return scanned(path)

    monkeypatch.setattr(Path, "open", open_)
    monkeypatch.setattr(os, "scandir", scandir)
    found = list(read_articles([str(tmp_path)]))
    assert ids(found) == [f"skip {tmp_path}/no", f"skip {tmp_path}/a.txt", "b"]
    assert {s.reason for s in found if isinstance(s, Skip)} == {
        "permission denied; the file must be readable"
    }


def test_linked_folders_are_not_followed_and_dead_links_are_named(tmp_path: Path) -> None:
    write(tmp_path, {"in/a.txt": "A.", "out/b.txt": "B.", "c.txt": "C."})
    (tmp_path / "in/link").symlink_to(tmp_path / "out")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/c.txt").symlink_to(tmp_path / "c.txt")
    (tmp_path / "in/dead.txt").symlink_to(tmp_path / "none.txt")
    found = list(read_articles([str(tmp_path / "in")]))
    assert ids(found) == ["a", "c", f"skip {tmp_path}/in/dead.txt"]


def test_pipes_in_a_folder_do_not_block(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "A."})
    os.mkfifo(tmp_path / "pipe.txt")
    assert ids(list(read_articles([str(tmp_path)]))) == ["a"]


def test_file_name_that_is_not_utf8_is_skipped(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text("A.")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    skip = only_skip(os.fsdecode(path))
    assert skip.path == f"{tmp_path}/caf\\xe9.txt"
    assert skip.reason.startswith("the file's name holds U+DCE9 at offset 3")


def test_articles_are_read_lazily(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "A.", "b.txt": "B."})
    found = read_articles([str(tmp_path)])
    next(found)
    (tmp_path / "b.txt").write_text("Changed.")
    last = next(found)
    assert isinstance(last, Article)
    assert last.text == "Changed."


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_twenty_megabytes(tmp_path: Path, suffix: str) -> None:
    paragraph = "Iran hosts Russia, the minister said on Tuesday — twice.\n\n"
    text = paragraph * (20_000_000 // len(paragraph.encode()) + 1)
    write(tmp_path, {f"a{suffix}": text})
    options = Options(limits=Limits(article_characters=30_000_000))
    [found] = read_articles([str(tmp_path)], options=options)
    assert isinstance(found, Article)
    assert found.text.rstrip("\n") == text.rstrip("\n")


@pytest.mark.parametrize("start", [b"%PDF-1.4\n", b"PK\x03\x04", b"{\\rtf1 "])
def test_documents_of_other_programs_are_no_text(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "story.doc"
    path.write_bytes(start + b"Iran hosts Russia.")
    (found,) = read_articles([str(path)])
    assert isinstance(found, Skip)
    assert "binary file" in found.reason
