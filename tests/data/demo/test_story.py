"""What the thirteen logs of the demo tell together, asked of the store they were imported into."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import duckdb
import pytest

from data.demo import load
from data.demo.people import MISSING_STORE, STORES
from data.logs import LOGS
from data.store import Store

AT = datetime(2026, 11, 21, 21)
FIRST = AT.date() - timedelta(days=89)
SETTLED = AT.date() - timedelta(days=30)

Ask = Callable[[str], list[Any]]


@pytest.fixture(scope="module")
def cursor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    with Store(tmp_path_factory.mktemp("story")) as store:
        for _ in load(store, AT):
            pass
        with store.cursor(store.all_stores()) as seen:
            yield seen


@pytest.fixture
def ask(cursor: duckdb.DuckDBPyConnection) -> Ask:
    dates = {"first": FIRST, "settled": SETTLED, "last": AT.date()}
    return lambda question: cursor.execute(
        question, {name: day for name, day in dates.items() if f"${name}" in question}
    ).fetchall()


def by_store(rows: list[Any]) -> dict[str, float]:
    return {store: float(value) for store, value in rows}


def test_every_file_is_read_as_the_log_its_name_says(ask: Ask) -> None:
    files = ask("select file_name, kinds, rows from uploads")
    for name, kinds, rows in files:
        assert [LOGS[kind].title for kind in kinds] == [name.split("_")[1]]
        assert rows > 0
    assert {kind for _, kinds, _ in files for kind in kinds} == set(LOGS)


def test_nothing_is_refused_but_what_was_mistyped(ask: Ask) -> None:
    refused = ask("""
        select unnest(u.kinds) as kind, unnest(r.problems).cell as cell
        from refused_rows as r inner join uploads as u on r.batch_id = u.batch_id
        order by all
    """)
    assert [row for row in refused if row[0] not in ("calls", "invites")] == [
        ("leads", "1.38E+10"),
        ("leads", "E"),
        ("orders", "待定"),
        ("visits", "2062-11-20"),
    ]


def test_visits_stop_at_two_stores_and_come_at_the_others(ask: Ask) -> None:
    rates = by_store(
        ask("""
            select store, avg((visited_on is not null)::integer)
            from stage_dates where valid_on between $first and $settled group by store
        """)
    )
    assert set(rates) == set(STORES)
    assert 0.35 < rates["城北店"] < 0.48
    assert 0.45 < rates["会展店"] < 0.58
    assert all(0.58 < rate < 0.82 for store, rate in rates.items() if store not in ("城北店", "会展店"))


def test_orders_stop_at_two_stores(ask: Ask) -> None:
    rates = by_store(
        ask("""
            select store, avg((ordered_on is not null)::integer)
            from stage_dates where lead_on >= $first and visited_on is not null group by store
        """)
    )
    assert all(rates[store] < 0.32 for store in ("城南店", "大学城店"))
    assert all(0.42 < rate < 0.58 for store, rate in rates.items() if store not in ("城南店", "大学城店"))


def test_each_lost_order_has_its_stores_reason(ask: Ask) -> None:
    shares = ask("""
        select
            store,
            avg((lost_reason = '价格')::integer) filter (lost_reason <> '再考虑') as price,
            avg((gift_only)::integer) as gifts,
            avg((lost_reason is null)::integer) filter (not gift_only) as unsaid,
        from visits where not closed group by store
    """)
    price, gifts, unsaid = (by_store([(row[0], row[at]) for row in shares]) for at in (1, 2, 3))
    assert price.pop("城南店") > 0.5
    assert gifts.pop("大学城店") > 0.25
    assert unsaid.pop("滨江店") > 0.3
    assert max(price.values()) < 0.45
    assert max(gifts.values()) < 0.12
    assert max(unsaid.values()) < 0.2


def test_second_contacts_and_validity_fall_short_at_one_store_each(ask: Ask) -> None:
    won = ask("""
        select
            store,
            avg(got_wechat::integer) filter (first_contact = 'phone' and valid) as wechat,
            avg(got_phone::integer) filter (first_contact = 'wechat' and valid) as phone,
            avg(valid::integer) as valid,
        from leads where day >= $first group by store
    """)
    wechat, phone, valid = (by_store([(row[0], row[at]) for row in won]) for at in (1, 2, 3))
    for rates, store, below, above in ((wechat, "机场路店", 0.82, 0.88), (phone, "滨江店", 0.72, 0.8)):
        assert rates.pop(store) < below
        assert min(rates.values()) > above
    assert valid.pop("新城店") < 0.65
    assert min(valid.values()) > 0.8


def test_grade_a_means_an_order_but_at_one_store(ask: Ask) -> None:
    ordered = by_store(
        ask("""
            select l.store, avg((s.ordered_on is not null)::integer)
            from leads as l
            inner join stage_dates as s on l.store = s.store and l.customer_key = s.customer_key
            where l.day < $first and l.grade = 'A' group by l.store
        """)
    )
    assert ordered.pop("高新店") < 0.45
    assert min(ordered.values()) > 0.6
    assert sum(ordered.values()) / len(ordered) > 0.75


def test_a_fifth_of_the_customers_bring_four_fifths_and_some_cost_more_than_they_bring(ask: Ask) -> None:
    [(customers, top, losing)] = ask("""
        with customers as (
            select customer_key, sum(amount) as revenue, sum(amount - coalesce(cost, 0)) as margin
            from orders group by customer_key
        ),

        ranked as (
            select *, percent_rank() over (order by revenue desc) as place from customers
        )

        select
            count(*), sum(revenue) filter (place <= 0.2) / sum(revenue), avg((margin < 0)::integer)
        from ranked
    """)
    assert customers > 3000
    assert 0.7 < top < 0.85
    assert 0.03 < losing < 0.15


def test_refunds_are_negative_however_they_were_written(ask: Ask) -> None:
    [(sold, returned, share)] = ask("""
        select
            count(*) filter (kind = 'sale'),
            count(*) filter (kind = 'refund'),
            -sum(amount) filter (amount < 0) / sum(amount) filter (amount > 0),
        from orders where (kind = 'refund') = (amount < 0)
    """)
    assert [(sold + returned,)] == ask("select count(*) from orders")
    assert returned > 150
    assert 0.02 < share < 0.1


def test_old_customers_bought_before_the_period_and_some_come_back(ask: Ask) -> None:
    [(old, back)] = ask("""
        with customers as (
            select customer_key, min(day) as first_on, max(day) as last_on
            from orders where kind = 'sale' group by customer_key
        )

        select count(*), count(*) filter (last_on >= $first) from customers where first_on < $first
    """)
    assert old == 90 * 12
    assert 0.15 < back / old < 0.4


def test_orders_and_invites_agree_on_the_last_day(ask: Ask) -> None:
    told = ask("select store, sum(amount) from invites where closed_on = $last group by store order by store")
    assert told
    assert ask("select store, sum(amount) from orders where day = $last group by store order by store") == [
        row for row in told if row[0] not in (MISSING_STORE, "机场路店")
    ]


def test_referrals_are_two_levels_deep_with_one_circle_and_one_who_refers_himself(ask: Ask) -> None:
    pairs = set(ask("select customer_key, referred_key from referrals where action = 'refer'"))
    referrers, referred = {one for one, _ in pairs}, {other for _, other in pairs}
    assert len(referrers & referred) > 50
    assert len([pair for pair in pairs if pair[0] == pair[1]]) == 1
    assert len([pair for pair in pairs if pair[::-1] in pairs and pair[0] != pair[1]]) == 2  # both ways of one circle
    given = by_store(ask("select store, sum(referrals_given) / count(*) from services group by store"))
    assert given.pop("城东店") < 2
    assert min(given.values()) > 2.4


def test_groups_hold_junk_of_every_reason_and_one_advertiser_in_every_store(ask: Ask) -> None:
    assert {row[0] for row in ask("select distinct junk_reason from group_members")} == {
        "no_intent", "troublemaker", "competitor", "advertiser", "other", None,
    }  # fmt: skip
    [(everywhere,)] = ask("""
        select max(stores) from (
            select customer_key, count(distinct store) as stores
            from group_members where junk_reason = 'advertiser' group by all
        )
    """)
    assert everywhere == len(STORES)
    intent = by_store(
        ask("""
            select store, avg((grade in ('A', 'B'))::integer)
            from group_members where grade is not null and not removed group by store
        """)
    )
    assert intent.pop("大学城店") < 0.3
    assert min(intent.values()) > 0.35


def test_replies_are_poor_where_visits_stop(ask: Ask) -> None:
    rates = by_store(ask("select store, sum(replied) / sum(sent) from replies group by store"))
    assert rates["城北店"] <= 0.4
    assert 0.4 < rates["会展店"] < 0.5
    assert len([rate for rate in rates.values() if rate >= 0.8]) >= 8


def test_a_stores_target_is_the_sum_of_its_assistants_targets(ask: Ask) -> None:
    sums = ask("""
        select
            month, store, max(orders) filter (assistant is null) as whole,
            sum(orders) filter (assistant is not null) as parts,
        from targets group by all
    """)
    assert len(sums) == 4 * 12
    assert all(whole == parts for _, _, whole, parts in sums)


def test_the_leavers_customers_are_handed_over_in_part(ask: Ask) -> None:
    states = dict(ask("select status, count(*) from handovers where from_assistant = '任浩宇' group by status"))
    assert set(states) == {"done", "waiting", "refused"}
    assert 0.4 < states["done"] / sum(states.values()) < 0.7
    [(held, taken)] = ask("""
        select count(*) filter (holder = '任浩宇'), count(*) filter (holder <> '任浩宇')
        from customer_state where store = '新城店'
            and customer_key in (select customer_key from handovers where status = 'done')
    """)
    assert (held, taken) == (0, states["done"])
    [(left_behind,)] = ask("select count(*) from customer_state where store = '新城店' and holder = '任浩宇'")
    assert left_behind > states["waiting"]
