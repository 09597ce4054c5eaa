"""How far customers have come in their life with the shop."""

from datetime import date

import pytest

LOGS = {
    "leads": (
        "客资日期,门店,导购,客户,电话,是否有效,客户等级\n"
        "2026-10-01,S,Li,甲,13800138001,,\n"
        "2026-10-01,S,Li,乙,13800138002,是,\n"
        "2026-10-01,S,Li,丙,13800138003,否,B2\n"
        "2026-10-01,S,Li,丁,13800138004,,C\n"
    ),
    "calls": (
        "日期,门店,导购,客户,电话,通话结果,是否同意到店\n"
        "2026-10-02,S,Li,戊,13800138005,接通,\n"
        "2026-10-02,S,Li,己,13800138006,未接,\n"
        "2026-10-02,S,Li,庚,13800138007,接通,是\n"
    ),
    "visits": "进店日期,门店,接待人,客户,电话\n2026-10-03,S,Li,丁,13800138004\n",
    "orders": (
        "成交日期,订单号,门店,导购,客户,电话,金额\n"
        "2026-10-04,D1,S,Li,辛,13800138008,500\n"
        "2026-10-04,D1,S,Li,辛,13800138008,300\n"
        "2026-10-04,D2,S,Li,壬,13800138009,500\n"
        "2026-10-09,D3,S,Li,壬,13800138009,400\n"
        "2026-10-05,D4,S,Li,癸,13800138010,700\n"
        "2026-10-06,D4,S,Li,癸,13800138010,-100\n"
    ),
    "referrals": (
        "日期,门店,导购,老顾客,老顾客电话,动作,新客户,新客户电话\n"
        "2026-10-07,S,Li,癸,13800138010,推荐客户,辛,13800138008\n"
        "2026-10-07,S,Li,壬,13800138009,推荐客户,壬,13800138009\n"
        "2026-10-07,S,Li,辛,13800138008,推荐客户,己,13800138006\n"
    ),
}
# 甲 is only known, 己 was called in vain. 乙 is valid, 戊 was reached. 丙 is graded B though not valid, 丁 came,
# 庚 means to. 辛 ordered once, and whom it brought has not. 壬 ordered twice, 癸 brought 辛. Nobody brings itself.
STAGES = {
    "potential": ["甲", "己"],
    "target": ["乙", "戊"],
    "prospect": ["丙", "丁", "庚"],
    "customer": ["辛"],
    "loyal": ["壬", "癸"],
}


@pytest.fixture
def full(shop):
    for kind, log in LOGS.items():
        shop.bring(kind, log)
    return shop


def named(shop, day: date) -> dict[str, list[str]]:
    return {
        stage: sorted(
            name
            for (name,) in shop.ask("value/in_stage", "customer", day=day, assistant=None, life_stage=stage, most=9)
        )
        for stage in STAGES
    }


def test_everybody_is_at_the_latest_stage_that_any_log_shows(full) -> None:
    assert named(full, date(2026, 10, 31)) == {stage: sorted(names) for stage, names in STAGES.items()}
    assert full.ask("value/stages", day=date(2026, 10, 31), assistant=None) == [
        ("potential", 2, 0, 0),
        ("target", 2, 0, 0),
        ("prospect", 3, 0, 0),
        ("customer", 1, 1, 800),
        ("loyal", 2, 3, 1500),
    ]


def test_a_past_day_answers_as_it_stood_then(full) -> None:
    # Until 4 October only D1 and D2 were placed, and nobody had brought anybody.
    found = named(full, date(2026, 10, 4))
    assert (found["customer"], found["loyal"]) == (["壬", "辛"], [])
    assert named(full, date(2026, 10, 1))["prospect"] == ["丙"]
