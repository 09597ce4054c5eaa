"""What has to be said, in order."""

from dataclasses import replace

import pandas as pd

from reports.evening import costliest, failing, handing_in
from reports.tonight import tonight


def test_the_most_urgent_comes_first_and_praise_last(evening):
    said = [finding.head + finding.rest for finding in tonight(evening, "zh")]
    assert said == [
        "赵磊 今天未交表。先补交，再看数字。",
        "何娟 连续 3 天不达标。今天差 12 个电话、还差 9 个进群，说说卡在哪里。",
        "徐娜 迟交。明天会前交齐。",
        # 200 − 145 = 55 calls fewer; 88 − 85 = 3 invites are within a tenth and not worth a sentence
        "电话比平时同一天少 55 个（今天 145，平时 200）。问问是人少了，还是名单用完了。",
        "徐娜 连续 4 天达标。请讲讲做法。",
    ]


def test_english_says_the_same(evening):
    heads = [finding.head for finding in tonight(evening, "en")]
    assert heads[0] == "赵磊: not handed in today. "
    assert heads[1] == "何娟 has not passed for 3 days running. "


def test_the_step_that_costs_most_is_named_with_what_it_costs(evening):
    steps = evening.bottlenecks.assign(verdict=["below", "below"], benchmark=[0.6, 0.4], orders_gained=[21.4, 20.9])
    finding = tonight(replace(evening, bottlenecks=steps), "zh")[1]
    assert finding.head == "客户卡在有效转进店率：50%，标准 60%。"
    assert finding.rest == "补到标准约多 21 单，看看“转化”页。"


def test_a_step_that_may_be_as_it_should_is_not_named(evening):
    assert costliest(evening.bottlenecks) is None
    little = evening.bottlenecks.assign(verdict="below", orders_gained=0.9)
    assert costliest(little) is None


def test_who_is_about_to_be_lost_is_counted_and_the_first_named(evening):
    row = ("旗舰店", "周丽", "李女士", "A1", 6, 23)
    slipping = pd.DataFrame([row], columns=evening.slipping.columns)
    finding = tonight(replace(evening, slipping=slipping), "zh")[1]
    assert finding.head == "23 位 A、B 类客户快流失了。"
    assert finding.rest == "先联系 李女士（A1 类，6 天没联系，周丽）。"


def test_a_customer_without_a_name_or_an_assistant_is_no_gap_in_the_sentence(evening):
    row = ("旗舰店", None, None, "A1", 6, 1)
    slipping = pd.DataFrame([row], columns=evening.slipping.columns)
    finding = tonight(replace(evening, slipping=slipping), "zh")[1]
    assert finding.rest == "先联系 没留名字的客户（A1 类，6 天没联系，没人负责）。"


def test_hints_are_a_request_to_check(evening):
    quiet = replace(evening, readiness=evening.readiness.query("state == 'in'"), daily=evening.daily.iloc[:0])
    said = [finding.head for finding in tonight(quiet, "zh")]
    assert "请核对：周丽 的电话数正好等于任务。" in said


def test_names_carry_their_store_where_there_are_several(two_stores):
    assert tonight(two_stores, "zh")[0].head == "赵磊（城东店）、赵磊（旗舰店） 今天未交表。"


def test_many_names_are_counted(evening):
    rows = [("旗舰店", f"导购{n}", "calls", 0, pd.NaT, "missing") for n in range(6)]
    crowd = replace(evening, readiness=pd.DataFrame(rows, columns=evening.readiness.columns))
    assert tonight(crowd, "zh")[0].head == "导购0、导购1、导购2、导购3等 6 人 今天未交表。"


def test_an_evening_without_anything_says_nothing(evening):
    empty = replace(
        evening,
        readiness=evening.readiness.iloc[:0],
        quota_board=evening.quota_board.iloc[:0],
        day_figures=evening.day_figures.iloc[:0],
        hints=evening.hints.iloc[:0],
        daily=evening.daily.iloc[:0],
    )
    assert tonight(empty, "zh") == []


def test_the_worst_log_counts_for_a_person(evening):
    states = handing_in(evening.readiness).set_index("assistant")["state"]
    assert states.to_dict() == {"周丽": "in", "徐娜": "late", "何娟": "in", "赵磊": "missing"}


def test_days_failed_in_a_row_end_with_the_last_day(evening):
    days = failing(evening.daily).set_index("assistant")["days"]
    assert days.to_dict() == {"周丽": 0, "徐娜": 0, "何娟": 3, "赵磊": 1}
