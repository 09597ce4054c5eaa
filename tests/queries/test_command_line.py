"""``python -m queries``: what programs and people at a terminal rely on."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from data import importing
from data.store import Store
from queries.__main__ import COMPUTED, main
from queries.catalogue import questions


@pytest.fixture
def filled(home: Path, shop_of) -> Path:
    with Store(home) as store:
        shop = shop_of(store)
        shop.employ("李, 雷")
        shop.employ("韩梅", store="T")
        shop.rule("reward_pass", "20")
        shop.hand_in(20, "李, 雷", calls=10)
        shop.hand_in(21, "李, 雷", at=datetime(2026, 11, 21, 20, 0, 30))
    return home


def test_without_a_name_every_question_is_listed(capsys) -> None:
    assert main([]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in listed] == sorted({*questions(), *COMPUTED})
    assert all(line.endswith("?") for line in listed)


def test_csv_has_iso_dates_small_truths_and_nothing_for_null(filled, capsys) -> None:
    assert main(["meeting/quota_board", "--from", "2026-11-21", "--to", "2026-11-21", "--format", "csv"]) == 0
    assert capsys.readouterr().out == (
        "store,assistant,calls,call_quota,invites,invite_quota,visits_agreed,passed,streak,reward_cny\n"
        'S,"李, 雷",50,50,30,30,0,true,1,20.00\n'
        "T,韩梅,,50,,30,,false,0,\n"
    )


def test_a_moment_is_written_with_a_space(filled, capsys) -> None:
    assert main(["meeting/readiness", "--stores", "S", "--format", "csv"]) == 0
    assert '"李, 雷",calls,3,2026-11-21 20:00:30,late\n' in capsys.readouterr().out


def test_without_days_it_is_the_last_day_with_data(filled, capsys) -> None:
    assert main(["quotas/daily", "--stores", "S", "--format", "csv"]) == 0
    assert [line.split(",")[0] for line in capsys.readouterr().out.splitlines()[1:]] == ["2026-11-21"]


def test_a_period_and_json(filled, capsys) -> None:
    assert (
        main(["quotas/daily", "--from", "2026-11-20", "--to", "2026-11-21", "--stores", "S", "--format", "json"]) == 0
    )
    answer = json.loads(capsys.readouterr().out)
    assert [(row["day"], row["calls"], row["passed"]) for row in answer] == [
        ("2026-11-20", 10, False),
        ("2026-11-21", 50, True),
    ]


def test_a_table_lines_up_with_wide_letters(filled, capsys) -> None:
    assert main(["meeting/duty", "--stores", "S,T"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "store  assistant  on_leave",
        "S      李, 雷     false",
        "T      韩梅       false",
    ]


@pytest.fixture
def imported(home: Path) -> Path:
    header = "日期,门店,导购,客户,电话,是否同意到店"
    rows = ["2026-11-21,S,李雷,王,13800138001,是", "2026-11-21,S,韩梅,王,13800138001,否"]
    with Store(home) as store:
        for number in (1, 2):
            content = "\n".join([header, *rows[:number]]) + "\n"
            at = datetime(2026, 11, 21, 19, number)
            prepared = importing.prepare(store, content.encode(), f"{number}.csv", received_at=at)
            importing.commit(store, prepared, at=at, user="command_line")
    return home


def test_the_rows_behind_a_figure_of_an_assistant(imported, capsys) -> None:
    assert main(["records/rows_behind", "--figure", "visits_agreed", "--assistant", "李雷", "--format", "json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["customer"], row["counted"], row["file_name"], row["row_no"]) == ("王", "yes", "2.csv", 2)


def test_what_changed_is_by_default_what_the_last_version_changed(imported, capsys) -> None:
    assert main(["records/changed", "--format", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["S,韩梅,2026-11-21,calls,,1.00,1.00,2"]
    assert main(["records/changed", "--first-version", "0", "--second-version", "1", "--format", "csv"]) == 0
    assert [line.split(",")[1:5] for line in capsys.readouterr().out.splitlines()[1:]] == [
        ["李雷", "2026-11-21", "calls", ""],
        ["李雷", "2026-11-21", "visits_agreed", "0.00"],
    ]


def test_an_unknown_store_is_refused(filled, capsys) -> None:
    assert main(["meeting/duty", "--stores", "S,Nowhere"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Nowhere" in printed.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["meeting/nothing"],
        ["meeting/duty", "--to", "yesterday"],
        ["meeting/duty", "--from", "2026-11-22", "--to", "2026-11-21"],
        ["meeting/duty", "--format", "xml"],
        ["records/history"],
        ["records/rows_behind", "--figure", "nothing"],
        ["meeting/duty", "--figure", "calls"],
        ["funnel/stages", "--funnel", "calls"],
        ["funnel/rates", "--reading", "yearly"],
        ["funnel/stages", "--reading", "period"],
        ["customers/found"],
    ],
)
def test_wrong_usage_is_2(arguments) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2


def test_an_empty_store_answers_with_a_header(home, capsys) -> None:
    assert main(["meeting/duty", "--format", "csv"]) == 0
    assert capsys.readouterr().out == "store,assistant,on_leave\n"
