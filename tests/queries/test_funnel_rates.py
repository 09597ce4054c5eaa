"""Every rate of the funnel: what counts above and below the line, and the verdict in the end."""

from datetime import date

OCTOBER = date(2026, 10, 1)
LAST = date(2026, 11, 30)  # who came up to 31 October is judged, see the rule mature_days (30)

LEADS = """\
客资日期,门店,导购,客户,电话,微信号,首次联系方式,是否有效,是否转微信,是否转电话
2026-10-01,S,Li,赵,13800138001,,,是,是,
2026-10-02,S,Li,钱,13800138002,,,是,,
2026-10-03,S,Li,孙,,sun_03,,是,,是
2026-10-04,S,Li,李,13800138004,li_04,,,,
2026-10-05,S,Li,周,13800138005,zhou_05,电话,,,
2026-10-06,S,Li,吴,13800138006,wu_06,,否,,
2026-10-07,S,Li,郑,13800138007,,,否,是,
2026-10-08,S,Li,王,13800138008,,,,,
"""
# 赵 and 钱 came by phone, and one has WeChat by now. 孙 is the mirror. 李 came with both, so by neither alone, and is
# valid because both are known. 周 came with both, by phone as was said. 吴 has both and 郑 got WeChat, but both are
# invalid. Of 王 nobody said whether she is valid, but she came.
VISITS = """\
进店日期,门店,接待人,客户,电话,是否成交
2026-10-10,S,Li,赵,13800138001,否
2026-10-12,S,Li,王,13800138008,是
"""
NONE = (0, 0)


def test_each_rate_counts_what_its_definition_says(shop) -> None:
    shop.bring("leads", LEADS)
    shop.bring("visits", VISITS)
    assert shop.rates(OCTOBER, LAST) == {
        "valid_rate": (6, 8),  # all but 吴 and 郑
        "wechat_rate": (2, 4),  # 赵, 周 of 赵, 钱, 周, 王
        "phone_rate": (1, 1),  # 孙
        "visit_rate": (2, 6),  # 赵, 王
        "close_rate": (1, 2),  # 王
        "valid_close_rate": (1, 6),
        "reply_rate": NONE,
        "lost_rate": (1, 2),  # 赵
        "reach_rate": NONE,
        "agree_rate": NONE,
        "join_rate": NONE,
        "group_visit_rate": NONE,
        "group_close_rate": NONE,
    }


def test_the_verdict_is_on_the_interval_not_on_the_rate(shop) -> None:
    shop.bring("leads", LEADS)
    shop.bring("visits", VISITS)
    columns = ("metric", "rate", "low", "high", "benchmark", "verdict")
    answer = shop.ask("funnel/rates", *columns, first=OCTOBER, last=LAST, assistant=None, reading="cohort")
    found = {metric: [None if cell is None else round(cell, 3) for cell in cells] for metric, *cells, _ in answer}
    # Wilson with z² = 3.841: of 2 in 4, (2 + 1.921) / 7.841 ± 1.960 / 7.841 · √(2 · 2 / 4 + 0.960) = 0.5 ± 0.35.
    assert found["wechat_rate"] == [0.5, 0.150, 0.850, 0.9]
    # Of 1 in 1: 2.921 / 4.841 ± 1.960 / 4.841 · √0.960 = 0.603 ± 0.397.
    assert found["phone_rate"] == [1, 0.207, 1, 0.8]
    # Of 2 in 6: 3.921 / 9.841 ± 1.960 / 9.841 · √(2 · 4 / 6 + 0.960) = 0.398 ± 0.302.
    assert found["visit_rate"] == [0.333, 0.097, 0.700, 0.6]
    assert found["valid_rate"][3] is None
    verdicts = {metric: verdict for metric, *_, verdict in answer}
    assert verdicts["wechat_rate"] == "below"  # 0.850 < 0.9
    assert verdicts["phone_rate"] == "too_few"  # 0.207 < 0.8 ≤ 1
    assert verdicts["visit_rate"] == "too_few"
    assert verdicts["valid_rate"] is None


def test_without_anybody_a_rate_is_null_and_too_few_to_tell(shop) -> None:
    columns = ("metric", "rate", "low", "high", "verdict")
    answer = shop.ask("funnel/rates", *columns, first=OCTOBER, last=LAST, assistant=None, reading="cohort")
    benchmarks = {"wechat_rate", "phone_rate", "visit_rate", "reply_rate"}
    assert len(answer) == 13
    assert {row[1:4] for row in answer} == {(None, None, None)}
    assert {metric: verdict for metric, *_, verdict in answer if verdict} == dict.fromkeys(benchmarks, "too_few")


def test_who_visits_without_a_lead_is_in_the_lost_rate_alone(shop) -> None:
    shop.bring("visits", VISITS)
    assert {metric: found for metric, found in shop.rates(OCTOBER, LAST).items() if found != NONE} == {
        "lost_rate": (1, 2)
    }


def test_who_ordered_before_the_lead_is_no_new_lead(shop) -> None:
    # 赵 bought in September. 钱 bought on the day of her lead, so hers was won. 王 didn't come.
    orders = (
        "成交日期,门店,导购,客户,电话,金额\n2026-09-20,S,Li,赵,13800138001,900\n2026-10-02,S,Li,钱,13800138002,900\n"
    )
    shop.bring("leads", LEADS)
    shop.bring("orders", orders)
    found = shop.rates(OCTOBER, LAST)
    assert (found["valid_rate"], found["valid_close_rate"]) == ((4, 7), (1, 4))  # 赵 is missing in both
    assert shop.rates(OCTOBER, LAST, reading="period")["valid_rate"] == (4, 7)


def test_a_refund_takes_no_order_back(shop) -> None:
    header = "成交日期,订单号,门店,导购,客户,电话,产品,金额\n"
    shop.bring("leads", LEADS)
    shop.bring(
        "orders", header + "2026-10-09,D1,S,Li,赵,13800138001,床,900\n2026-10-20,D1,S,Li,赵,13800138001,床,-900\n"
    )
    shop.bring("orders", header + "2026-10-21,D2,S,Li,钱,13800138002,床,-50\n")  # of an order nobody wrote down
    found = shop.rates(OCTOBER, LAST)
    assert (found["visit_rate"], found["close_rate"]) == ((1, 5), (1, 1))  # 赵: the order implies the visit
    shop.bring("visits", VISITS.replace("2026-10-10", "2026-10-20"))
    assert shop.rates(OCTOBER, LAST)["lost_rate"] == (1, 2)  # a refund on the day of the visit makes it no sale


def test_a_lead_handed_over_counts_for_who_holds_it(shop) -> None:
    handover = "交接日期,门店,原导购,接手导购,客户,电话,状态\n2026-11-20,S,Li,Wu,{},{},{}\n"
    shop.bring("leads", LEADS)
    shop.bring("handovers", handover.format("赵", "13800138001", "已接"))
    shop.bring("handovers", handover.format("钱", "13800138002", "待接"))  # not taken over yet
    assert (
        shop.rates(OCTOBER, LAST, assistant="Li")["wechat_rate"],
        shop.rates(OCTOBER, LAST, assistant="Wu")["wechat_rate"],
    ) == ((1, 2), (1, 1))


def test_an_undone_batch_leaves_the_figures_as_before_it(shop) -> None:
    shop.bring("leads", LEADS)
    before = shop.rates(OCTOBER, LAST)
    batch = shop.bring("visits", VISITS)
    assert shop.rates(OCTOBER, LAST) != before
    shop.undo(batch)
    assert shop.rates(OCTOBER, LAST) == before


def test_a_customer_of_two_stores_is_one_lead_in_each(shop) -> None:
    shop.bring("leads", LEADS)
    # In T she was valid and came by WeChat, whatever S knows.
    shop.bring("leads", "客资日期,门店,导购,客户,电话,首次联系方式,是否有效\n2026-10-09,T,Li,郑,13800138007,微信,是\n")
    found = {scope: shop.rates(OCTOBER, LAST, scope=scope) for scope in (("S",), ("T",), ("S", "T"))}
    assert [rate["valid_rate"] for rate in found.values()] == [(5, 8), (1, 1), (6, 9)]
    assert [rate["phone_rate"] for rate in found.values()] == [(1, 1), (1, 1), (2, 2)]
