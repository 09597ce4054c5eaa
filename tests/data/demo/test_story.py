"""What the fourteen logs of the demo tell together, asked of the shop they were imported into."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from data.demo.people import STORES
from data.logs import LOGS

Ask = Callable[[str], list[Any]]


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


def test_orders_and_invites_agree_on_the_last_day(ask: Ask) -> None:
    told = ask("select store, amount from invites where closed_on = $last")
    sold = ask("select store, sum(amount) from orders where day = $last group by store, order_id")
    assert told
    assert set(told) <= set(sold)


def test_the_last_evening_is_a_usual_one_with_one_late_and_one_missing(ask: Ask) -> None:
    [(visited, closed)] = ask("""
        select
            sum(visited) filter (day = $last) / sum(visited) filter (day in ($last - 7, $last - 14)) * 2,
            sum(closed) filter (day = $last) / sum(closed) filter (day in ($last - 7, $last - 14)) * 2,
        from daily
    """)
    assert 0.7 < visited < 1.4
    assert 0.7 < closed < 1.4
    late_or_missing = ask("""
        select d.assistant, h.received_at is null as missing, count(*)
        from duty($last, $last) as d
        cross join (values ('calls'), ('invites')) as r (kind)
        left join handed_in as h
            on d.store = h.store and d.assistant = h.assistant and d.day = h.day and r.kind = h.kind
        where not d.on_leave and coalesce(h.received_at > d.day + time '20:00', true)
        group by all
        order by all
    """)
    assert late_or_missing == [("林可欣", False, 2), ("赵文博", True, 2)]


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
    assert min(intent.values()) > 0.32


def test_one_store_has_too_few_buyers_in_its_groups_for_sure_and_others_enough(ask: Ask) -> None:
    verdicts = ask("""
        select store, verdict(wilson_low(intent, members), wilson_high(intent, members), 0.3)
        from (
            select store, count(*) as members, count(*) filter (part = 'intent') as intent
            from members_on($last)
            group by store, group_name
        )
    """)
    assert {store for store, verdict in verdicts if verdict == "below"} == {"大学城店"}
    assert {"pass", "too_few"} <= {verdict for _, verdict in verdicts}


def test_the_cost_of_an_intent_customer_is_held_to_a_month_before_and_some_leads_became_cheaper(ask: Ask) -> None:
    sides = ask("select store, span, leads, leads_with_cost, cost_cny, intent from intent_costs($last - 27, $last)")
    assert all(leads == with_cost > 0 < intent for _, _, leads, with_cost, _, intent in sides)
    paid = {(store, span): cost / leads for store, span, leads, _, cost, _ in sides}
    fell = {store for store in STORES if paid[store, "now"] < paid[store, "before"] * Decimal("0.75")}
    assert fell == {"滨江店", "新城店", "湖滨店"}


def test_a_stores_target_is_the_sum_of_its_assistants_targets(ask: Ask) -> None:
    sums = ask("""
        select
            month, store, max(orders) filter (assistant is null) as whole,
            sum(orders) filter (assistant is not null) as parts,
        from targets group by all
    """)
    assert len(sums) == 2 * 12  # the days of October and November
    assert all(whole == parts for _, _, whole, parts in sums)
