"""Whether text read as GB18030 is doubted: never where it is GBK, always where it is something else."""

import random

import pytest

from data.logs import LOGS
from data.reading import samples

FILES = 300
HEADERS = [column.header for log in LOGS.values() for column in log.columns]
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红玲婷雪琳瑶薇雯璐妍晗煜浩宇轩涵梓欣怡佳喆堃玥珺祎"
WORDS = [
    "是",
    "否",
    "接通",
    "未接",
    "拒接",
    "A类",
    "B类客户",
    "冰箱",
    "空调",
    "热水器",
    "床垫",
    "旗舰店",
    "万达店",
    "考虑中",
]


def sparse_file(seed: int) -> str:
    """A log of figures with a few short Chinese words; every third has a single one."""
    chosen = random.Random(seed)

    def word() -> str:
        name = chosen.choice(SURNAMES) + "".join(chosen.choices(GIVEN, k=chosen.choice([1, 2])))
        return chosen.choice([name, chosen.choice(WORDS)])

    rows = [
        [f"2026-11-{chosen.randint(1, 28):02}", str(chosen.randint(1, 9)), f"138{chosen.randint(0, 99999999):08}", ""]
        for _ in range(chosen.randint(3, 60))
    ]
    if seed % 3 == 0:
        chosen.choice(rows)[3] = word()
        return "".join(",".join(row) + "\n" for row in rows)
    for row in chosen.sample(rows, chosen.randint(1, len(rows))):
        row[3] = word()
    rows.insert(0, chosen.sample(HEADERS, 4))
    return "".join(",".join(row) + "\n" for row in rows)


def test_sparse_gbk_files_are_read_and_hardly_ever_doubted(read_file, cells):
    wrong, doubted = [], []
    for seed in range(FILES):
        text = sparse_file(seed)
        reading = read_file(text.encode("gbk"))
        found = {cell for table in reading.tables for row in [table.header, *cells(table)] for cell in row if cell}
        if {cell for line in text.split() for cell in line.split(",") if not cell.isascii()} - found:
            wrong.append(seed)
        if reading.doubt is not None:
            doubted.append(seed)
    assert len(wrong) <= FILES * 0.01, wrong
    assert len(doubted) <= FILES * 0.01, doubted


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("日期,門市,顧問,客戶,電話\n2026-11-21,信義店,陳怡君,林先生,0912345678\n", "big5"),
        ("姓名,備註\n黃小姐,考慮中\n張先生,下週再來\n", "big5"),
        ("日付,店舗,担当,お客様,電話\n2026-11-21,渋谷店,佐藤,鈴木様,0312345678\n", "shift_jis"),
        ("名前,メモ\n田中,また来ます\n", "shift_jis"),
    ],
)
def test_big5_and_shift_jis_are_doubted_or_read_as_such(read_file, text, encoding):
    reading = read_file(text.encode(encoding))
    assert encoding in (reading.doubt, reading.encoding)
    assert read_file(text.encode(encoding), encoding=encoding).doubt is None


def test_western_letters_are_doubted(read_file):
    content = "Kunde;Ort\nMüller;Köln\nGroß;Düsseldorf\nSchäfer;Zürich\n".encode("cp1252")
    assert read_file(content).encoding == "cp1252"


def test_western_letters_that_happen_to_be_gbk_are_doubted(read_file):
    content = "Kunde;Ort\nMüller;Köln\nSchäfer;Zürich\n".encode("cp1252")
    assert read_file(content).doubt == "cp1252"


def test_names_beyond_the_common_characters_are_not_doubted(read_file):
    text = "日期,门店,导购\n2026-11-21,旗舰店,陈玥\n2026-11-21,旗舰店,李喆\n2026-11-21,旗舰店,王堃\n"
    assert read_file(text.encode("gbk")).doubt is None


def test_traditional_characters_in_gbk_are_not_doubted(read_file):
    text = "日期,門市,顧問,客戶,電話\n2026-11-21,信義店,陳怡君,林先生,0912345678\n"
    assert read_file(text.encode("gbk")).doubt is None


def test_samples_show_the_first_telling_line_in_each_encoding():
    content = b"date,1\n" + "門市,顧問\n".encode("big5")
    shown = samples(content, ["gb18030", "big5"])
    assert shown["big5"] == "門市,顧問"
    assert shown["gb18030"] != shown["big5"]


@pytest.mark.parametrize("end", [1, 2])
def test_utf8_cut_within_its_last_character_is_refused(refusal, end):
    refused = refusal("日期,门店\n2026-11-21,旗舰店".encode()[:-end])
    assert (refused.reason, refused.details["line"]) == ("reading.unknown_encoding", 2)


def test_gbk_cut_within_its_last_character_is_refused(refusal):
    refused = refusal("日期,门店\n2026-11-21,旗舰店".encode("gbk")[:-1])
    assert (refused.reason, refused.details["line"]) == ("reading.unknown_encoding", 2)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_of_hardly_anything_but_chinese_is_found(read_file, encoding):
    text = "客户姓名与门店名称,下一次联系时应当说明的事情\n" * 20
    reading = read_file(text.encode(encoding))
    assert reading.encoding == encoding
    assert reading.delimiter == ","


@pytest.mark.parametrize(("first", "second"), [("utf-8", "gbk"), ("gbk", "utf-8"), ("utf-8-sig", "gbk")])
def test_lines_of_two_encodings_are_each_read_in_theirs_and_told(read_file, cells, first, second):
    above, below = "日期,门店,客户姓名\n2026-11-21,旗舰店,李女士\n", "2026-11-22,万达店,陈先生\n" * 3
    reading = read_file(above.encode(first) + below.encode(second))
    assert [row[2] for row in cells(reading.tables[0])] == ["李女士", "陈先生", "陈先生", "陈先生"]
    assert reading.mended == {"mixed_encoding": (1, 2)}
