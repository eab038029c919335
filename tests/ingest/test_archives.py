"""gzip, Zstandard, zip and tar: ids, order, and what becomes of hostile or broken ones."""

from __future__ import annotations

import gzip
import io
import json
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest
from backports import zstd

from kg.errors import InputError
from kg.ingest import Skip, read_articles
from kg.limits import Limits
from kg.model import Article
from tests.ingest.packed import read, tarred, told, zipped

LINES = "".join(json.dumps({"text": f"Iran hosts Russia in place {n}."}) + "\n" for n in range(5))


def test_ids_of_packed_articles(tmp_path: Path) -> None:
    inner = {"2016/a.txt": "A.", "b.md": "# B\n\nB.", "c.jsonl": LINES, "./d.txt": "D."}
    (tmp_path / "one.zip").write_bytes(zipped(inner))
    (tmp_path / "two.tar").write_bytes(tarred(inner))
    (tmp_path / "three.tar.gz").write_bytes(gzip.compress(tarred({"x/a.txt": "A."})))
    (tmp_path / "four.tgz").write_bytes(gzip.compress(tarred({"a.txt": "A."})))
    (tmp_path / "five.tar.zst").write_bytes(zstd.compress(tarred({"a.txt": "A."})))
    (tmp_path / "six.txt.gz").write_bytes(gzip.compress(b"Six."))
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/seven.jsonl.zst").write_bytes(zstd.compress(LINES.encode()))
    ids = ["2016/a", "b", *(f"c-{n}" for n in range(1, 6)), "d"]
    assert told(read(tmp_path)) == [
        "five/a", "four/a", *(f"one/{id}" for id in ids), "six",
        *(f"sub/seven-{n}" for n in range(1, 6)), "three/x/a", *(f"two/{id}" for id in ids),
    ]  # fmt: skip


def test_texts_of_packed_articles_are_those_of_the_files(tmp_path: Path) -> None:
    text = "---\ntitle: A base\ndate: 2016-08-16\n---\nIran hosts Russia — twice.\n"
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": text}))
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    packed, plain = read(tmp_path / "a.zip")[0], read(tmp_path / "a.txt")[0]
    assert isinstance(packed, Article)
    assert isinstance(plain, Article)
    assert packed == Article.of(
        id="a/a", text=plain.text, title=plain.title, published=plain.published
    )


def test_a_packed_file_that_is_named_may_have_any_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.news.gz").write_bytes(gzip.compress(b"A."))
    assert told(read(tmp_path / "a.news.gz")) == ["a"]
    assert told(read(tmp_path))[0].startswith(f"{tmp_path.name}: no articles in this folder")


def test_hidden_and_unknown_files_are_passed_over(tmp_path: Path) -> None:
    files = {"a.txt": "A.", ".b.txt": "x", "__MACOSX/a.txt": "x", "c.exe": "x", "d/": ""}
    (tmp_path / "a.zip").write_bytes(zipped(files))
    assert told(read(tmp_path / "a.zip")) == ["a/a"]
    (tmp_path / "b.zip").write_bytes(zipped({"c.exe": "x"}))
    [skip] = told(read(tmp_path / "b.zip"))
    assert skip.startswith("b.zip: no articles in this archive; read are .atom .csv")


def test_archives_in_archives_up_to_the_limit(tmp_path: Path) -> None:
    data: bytes | str = "Deep."
    name = "a.txt"
    for depth in range(4):
        data, name = zipped({name: data}), f"{depth}.zip"
    (tmp_path / "deep.zip").write_bytes(data)
    assert told(read(tmp_path / "deep.zip")) == ["deep/2/1/0/a"]
    limits = Limits(archive_depth=3)
    [skip] = read(tmp_path / "deep.zip", limits=limits)
    assert isinstance(skip, Skip)
    assert (skip.kind, skip.reason) == (
        "limit", "4 archives in each other; the limit is 3 (--limit archive-depth=N)",
    )  # fmt: skip
    assert skip.path.endswith("deep.zip/2.zip/1.zip/0.zip")


def bomb(kind: str, size: int = 300_000_000) -> bytes:
    """Zeros, which pack a thousandfold."""
    zeros = b"0" * size
    if kind == "zip":
        return zipped({"a.txt": "A.", "bomb.jsonl": zeros, "c.txt": "C."})
    return gzip.compress(zeros, 1) if kind == "gz" else zstd.compress(zeros)


@pytest.mark.parametrize(
    ("kind", "read_before"), [("zip", ["bomb/a"]), ("gz", []), ("zst", [])]
)  # fmt: skip
def test_bombs_are_told_of_and_not_unpacked(
    tmp_path: Path, kind: str, read_before: list[str]
) -> None:
    name = "bomb.zip" if kind == "zip" else f"bomb.jsonl.{kind}"
    (tmp_path / name).write_bytes(bomb(kind))
    *before, last = read(tmp_path / name)
    assert told(before) == read_before
    assert isinstance(last, Skip)
    assert last.kind == "limit"
    assert "unpacks to more than 200 times its size" in last.reason
    assert "(--limit archive-ratio=N)" in last.reason


def test_a_bomb_in_an_archive_ends_the_whole_file(tmp_path: Path) -> None:
    bombs = {f"{n}.zip": bomb("zip", 100_000_000) for n in range(3)}
    (tmp_path / "a.zip").write_bytes(zipped(bombs))
    found = read(tmp_path / "a.zip")
    assert len([one for one in found if isinstance(one, Skip)]) == 1
    assert isinstance(found[-1], Skip)
    assert found[-1].path.endswith("a.zip")


def test_a_short_text_that_repeats_itself_is_no_bomb(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"Iran hosts Russia.\n" * 25_000))
    assert told(read(tmp_path / "a.txt.gz")) == ["a"]


@pytest.mark.parametrize("name", ["../../etc/a.txt", "/etc/a.txt", "x/../../a.txt", "C:\\a.txt"])
def test_names_that_lead_out_are_told_of(tmp_path: Path, name: str) -> None:
    for archive, pack in (("a.zip", zipped), ("a.tar", tarred)):
        (tmp_path / archive).write_bytes(pack({name: "Out.", "b.txt": "B."}))
        found = read(tmp_path / archive)
        assert [one.reason for one in found if isinstance(one, Skip)] == [
            "its name leads out of the archive"
        ]
        assert told(found[1:]) == ["a/b"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.tar", "a.zip"]


def test_links_and_devices_in_archives_are_not_followed(tmp_path: Path) -> None:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, type_ in (("a.txt", tarfile.SYMTYPE), ("b.txt", tarfile.LNKTYPE),
                            ("c.txt", tarfile.FIFOTYPE), ("d.txt", tarfile.CHRTYPE)):  # fmt: skip
            member = tarfile.TarInfo(name)
            member.type, member.linkname = type_, "/etc/passwd"
            archive.addfile(member)
    (tmp_path / "a.tar").write_bytes(made.getvalue())
    link = "a link; links are not followed"
    assert told(read(tmp_path / "a.tar")) == [
        f"a.txt: {link}", f"b.txt: {link}", "c.txt: not a plain file", "d.txt: not a plain file",
    ]  # fmt: skip
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        info = zipfile.ZipInfo("a.txt")
        info.create_system, info.external_attr = 3, 0o120777 << 16
        packed.writestr(info, "/etc/passwd")
    assert told(read(tmp_path / "b.zip")) == [f"a.txt: {link}"]


def test_an_encrypted_file_is_told_of(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": "A.", "b.txt": "B."}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    assert told(read(tmp_path / "a.zip")) == [
        "a.txt: encrypted; unpack it with its password first", "a/b",
    ]  # fmt: skip


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_ids_that_meet_in_an_archive_stop_no_build(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"x.txt": "X.", "x.md": "X again.", "y.txt": "Y."}))
    found = read(tmp_path / "a.zip")
    assert [one.id for one in found if isinstance(one, Article)] == ["a/x", "a/y"]
    [skip] = [one for one in found if isinstance(one, Skip)]
    assert (skip.kind, skip.path.endswith("a.zip/x.md")) == ("id", True)
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        packed.writestr("x.txt", "X.")
        packed.writestr("x.txt", "Another.")
    assert told(read(tmp_path / "b.zip"))[1] == ("x.txt: a second file of this name in the archive")
    (tmp_path / "x.txt").write_text("X.")
    (tmp_path / "x.md").write_text("X.")
    with pytest.raises(InputError, match="ids must differ"):  # those are the user's to choose
        list(read_articles([str(tmp_path / "x.txt"), str(tmp_path / "x.md")]))


def test_names_that_hold_anything_are_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tarred({"a\n\x1b[31m.txt": b"\xff", "b.txt": "B."}))
    first, second = told(read(tmp_path / "a.tar"))
    assert first.startswith("a\\n\\x1b[31m.txt: not UTF-8")
    assert second == "a/b"


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst", "a.zip", "a.tar", "a.tar.gz"])
def test_what_is_cut_off_anywhere_is_told_of(tmp_path: Path, name: str) -> None:
    content = {"a.jsonl": LINES * 40, "b.jsonl": LINES * 40}
    whole = {
        "a.jsonl.gz": gzip.compress((LINES * 80).encode()),
        "a.jsonl.zst": zstd.compress((LINES * 80).encode()),
        "a.zip": zipped(content),
        "a.tar": tarred(content).rstrip(b"\0"),
        "a.tar.gz": gzip.compress(tarred(content)),
    }[name]
    (tmp_path / name).write_bytes(whole)
    for length in range(1, len(whole) - 1, max(1, len(whole) // 37)):
        (tmp_path / name).write_bytes(whole[:length])
        found = read(tmp_path / name)
        assert any(isinstance(one, Skip) for one in found), f"cut at {length} of {len(whole)}"


@pytest.mark.parametrize("name", ["a.gz", "a.txt.gz", "a.zst", "a.zip", "a.tar", "a.tgz"])
@pytest.mark.parametrize("content", [b"", b"\0" * 600, b"no archive at all" * 99, b"PK\x05\x06"])
def test_what_is_no_archive_is_told_of(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    [skip] = read(tmp_path / name)
    assert isinstance(skip, Skip)


def test_a_long_header_of_a_tar_archive_is_not_held(tmp_path: Path) -> None:
    header = bytearray(tarfile.TarInfo("x").tobuf())
    header[124:136] = b"%011o\0" % 60_000_000
    header[156:157] = tarfile.XHDTYPE
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    with (tmp_path / "a.tar").open("wb") as file:
        file.write(header)
        file.truncate(80_000_000)
    [skip] = read(tmp_path / "a.tar")
    assert isinstance(skip, Skip)
    assert "a header larger than what is held at once" in skip.reason


def test_too_many_files(tmp_path: Path) -> None:
    files = {f"{n}.txt": "A." for n in range(5)}
    (tmp_path / "a.zip").write_bytes(zipped(files))
    (tmp_path / "a.tar").write_bytes(tarred(files))
    limits = Limits(archive_files=3)
    assert (
        "5 files in an archive; the limit is 3" in told(read(tmp_path / "a.zip", limits=limits))[0]
    )
    *ids, last = told(read(tmp_path / "a.tar", limits=limits))
    assert ids == ["a/0", "a/1", "a/2"]
    assert "more than 3 files in an archive" in last


def test_a_file_without_a_name_is_passed_over(tmp_path: Path) -> None:
    data = zipped({"q": "X.", "a.txt": "A."}).replace(b"q", b"\0")
    (tmp_path / "a.zip").write_bytes(data)
    assert "a/a" in told(read(tmp_path / "a.zip"))


def test_a_zip_whose_table_lies(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": "Iran hosts Russia."}))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 2**31)  # the size unpacked
    (tmp_path / "a.zip").write_bytes(data)
    found = read(tmp_path / "a.zip")
    assert len(found) == 1
