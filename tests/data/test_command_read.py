"""The tables of files as text, from the command line."""

import csv
import io

from data.__main__ import main
from data.opening import FILE
from tests.data.forms import GOOD


def test_read_prints_the_tables_as_text_and_needs_no_store(run, file, home):
    content = '旗舰店,,\n日期,导购,电话\n2026-11-20,"周,丽",1.38E+10\n'
    code, out, _ = run("read", file("表.csv", content.encode("gbk")))
    assert code == 0
    assert list(csv.reader(io.StringIO(out))) == [["日期", "导购", "电话"], ["2026-11-20", "周,丽", "1.38E+10"]]
    assert not (home / FILE).exists()


def test_read_writes_one_file_each_where_it_is_told_to(run, file, tmp_path):
    code, out, _ = run("read", file("一.csv", GOOD), file("二.csv", GOOD), "--out", str(tmp_path / "neu" / "out"))
    assert (code, out) == (0, "")
    written = sorted((tmp_path / "neu" / "out").iterdir())
    assert [path.name for path in written] == ["一.csv.csv", "二.csv.csv"]
    assert written[0].read_text(encoding="utf-8").splitlines() == GOOD.splitlines()


def test_read_says_where_it_cannot_write(run, file, tmp_path):
    (tmp_path / "out").write_bytes(b"")
    code, out, err = run("read", file("一.csv", GOOD), "--out", str(tmp_path / "out"))
    assert (code, out) == (1, "")
    assert err.startswith(f"写不进 {tmp_path / 'out'}：")


def test_what_is_printed_is_utf_8_with_line_feeds_alone(file, monkeypatch):
    printed = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(printed, encoding="gbk", newline="\r\n", write_through=True))
    assert main(["read", str(file("表.csv", GOOD))]) == 0
    assert printed.getvalue() == GOOD.encode()
