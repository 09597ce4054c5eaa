"""A store that the previous schema made: opening it brings it up to date, and it answers as before."""

from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest

from data.importing import undo
from data.opening import FILE, STORAGE
from data.store import Store

SCHEMA = Path(__file__).parents[2] / "data" / "schema" / "001_ledger.sql"
WHERE = "batch_id integer, table_no integer, row_no integer"
WHO = "store varchar, assistant varchar, customer varchar, phone_key ubigint, phone_word varchar, wechat_key ubigint"
INVITES = (
    f"{WHERE}, day date, moment timestamp, {WHO}, grade varchar, product varchar, agreed_to varchar, "
    "agreed_to_word varchar, joined_group boolean, joined_on date, visited boolean, visited_on date, closed boolean, "
    "closed_on date, amount decimal(18, 2), next_contact_on date, note varchar, contact_key ubigint"
)
STAFF = (
    f"{WHERE}, store varchar, assistant varchar, role varchar, role_word varchar, hired_on date, left_on date, "
    "account varchar"
)
TASKS = (
    f"{WHERE}, day date, moment timestamp, store varchar, assistant varchar, call_quota integer, "
    "invite_quota integer, visit_quota integer, on_leave boolean"
)
FACTS = {
    "calls": f"{WHERE}, day date, moment timestamp, {WHO}, channel varchar, channel_word varchar, outcome varchar, "
    "outcome_word varchar, duration integer, grade varchar, product varchar, wechat_added boolean, "
    "group_agreed boolean, visit_agreed boolean, visit_on date, note varchar, contact_key ubigint",
    "invites": INVITES,
    "invites_current": INVITES,
    "staff": STAFF,
    "staff_current": STAFF,
    "tasks": TASKS,
    "tasks_current": TASKS,
}
# On the evening of the 20th two calls of 周丽; on the evening of the 21st three that replace them, and an invite of the
# 20th that joined on the 21st. 李 (key 11) has a WeChat id (key 21), which alone identifies a call of her.
ROWS = """
insert into raw.migrations values (1, '001_ledger', '2026-11-01');
insert into raw.batches values
    (1, '2026-11-20 19:00', '2026-11-20 19:01', '一.csv', 'a', 99, 'utf-8', ',', '测试', false),
    (2, '2026-11-21 19:00', '2026-11-21 19:01', '二.xlsx', 'b', 99, '', '', '测试', false);
insert into raw.batch_tables values
    (1, 0, '', 'calls', 2, 0, 0, 0, '2026-11-20', '2026-11-20'),
    (2, 0, '电话', 'calls', 3, 0, 0, 0, '2026-11-20', '2026-11-20'),
    (2, 1, '邀约', 'invites', 1, 0, 0, 0, '2026-11-20', '2026-11-20');
insert into raw.headers values (1, 0, ['日期']), (2, 0, ['日期']), (2, 1, ['日期']);
insert into raw.slices values
    (1, 'calls', '旗舰店', '周丽', '2026-11-20', 2),
    (2, 'calls', '旗舰店', '周丽', '2026-11-20', 3),
    (2, 'invites', '旗舰店', '周丽', '2026-11-20', 1);
insert into raw.versions values (1, '2026-11-20 19:01', 'import 一.csv'), (2, '2026-11-21 19:01', 'import 二.xlsx');
insert into raw.contacts values
    (11, 'phone', '13800138001', 'valid'), (12, 'phone', '13800138002', 'valid'), (21, 'wechat', 'lily_88', 'valid');
insert into raw.links values (2, 11, 21);
insert into raw.customer_map values (21, 11);
insert into raw.calls by name
select 1 as batch_id, 0 as table_no, unnest([2, 3]) as row_no, date '2026-11-20' as day, '旗舰店' as store,
    '周丽' as assistant, unnest(['李', '王']) as customer, unnest([11, 12]) as phone_key, 'valid' as phone_word,
    'no_answer' as outcome, unnest([11, 12]) as contact_key;
insert into raw.calls by name
select 2 as batch_id, 0 as table_no, unnest([2, 3, 4]) as row_no, date '2026-11-20' as day, '旗舰店' as store,
    '周丽' as assistant, unnest(['李', '王', '小李']) as customer, unnest([11, 12, null]) as phone_key,
    unnest(['valid', 'valid', null]) as phone_word, unnest([21, null, 21]) as wechat_key,
    unnest(['connected', 'no_answer', 'connected']) as outcome, unnest([true, null, null]) as group_agreed,
    unnest([11, 12, 21]) as contact_key;
insert into raw.invites by name
select 2 as batch_id, 1 as table_no, 2 as row_no, date '2026-11-20' as day, '旗舰店' as store, '周丽' as assistant,
    '李' as customer, 11 as phone_key, 'valid' as phone_word, 'group' as agreed_to, date '2026-11-21' as joined_on,
    11 as contact_key;
insert into raw.invites_current from raw.invites;
insert into raw.live_slices values ('calls', '旗舰店', '周丽', '2026-11-20', 2, 3);
insert into raw.handed_in values
    ('calls', '旗舰店', '周丽', '2026-11-20', 3, '2026-11-20 19:00'),
    ('invites', '旗舰店', '周丽', '2026-11-20', 1, '2026-11-21 19:00');
insert into raw.daily values
    ('旗舰店', '周丽', '2026-11-20', 3, 2, 2, 3, 0, 1, 0, 0, 0, 0, 0, true, true),
    ('旗舰店', '周丽', '2026-11-21', 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, false, false);
"""
# What the previous program answered of both days: 李 is called twice and 王 once, 李 agrees on the phone and in the
# invite (once) and joins a day later.
COLUMNS = "day, calls, unique_numbers, connected, invites_agreed, invites_joined, has_calls, has_invites"
BEFORE = [
    (date(2026, 11, 20), 3, 2, 2, 1, 0, True, True),
    (date(2026, 11, 21), 0, 0, 0, 0, 1, False, False),
]


@pytest.fixture
def older(home):
    """A shop's folder as the previous schema left it."""
    home.mkdir()
    with duckdb.connect(str(home / FILE), config={"storage_compatibility_version": STORAGE}) as connection:
        connection.execute("create schema raw")
        connection.execute("create table raw.migrations (number integer, name varchar, applied_at timestamp)")
        connection.execute(SCHEMA.read_text(encoding="utf-8"))
        for table, columns in FACTS.items():
            connection.execute(f"create table raw.{table} ({columns})")
        connection.execute(ROWS)
        assert connection.execute(f"select {COLUMNS} from raw.daily order by day").fetchall() == BEFORE
    return home


def asked(store, question):
    with store.cursor(("旗舰店",)) as cursor:
        return cursor.execute(question).fetchall()


def test_older_store_answers_the_same(older):
    with Store(older) as store:
        assert asked(store, f"select {COLUMNS} from daily order by day") == BEFORE
        assert asked(store, "select kind, rows, received_at from handed_in order by kind") == [
            ("calls", 3, datetime(2026, 11, 20, 19)),
            ("invites", 1, datetime(2026, 11, 21, 19)),
        ]
        assert asked(store, "select customer, outcome from calls order by row_no") == [
            ("李", "connected"),
            ("王", "no_answer"),
            ("小李", "connected"),
        ]
        assert asked(store, "select batch_id, rows, kinds from uploads order by batch_id") == [
            (1, 2, ["calls"]),
            (2, 4, ["calls", "invites"]),
        ]


def test_older_store_learns_what_the_newer_schema_keeps(older):
    with Store(older) as store:
        # The version that made it new is the third; 李 and 小李 are one customer.
        assert store.data_version() == 3
        assert asked(store, "select called_on, agreed_on, joined_on from customer_state order by customer_key") == [
            (date(2026, 11, 20), date(2026, 11, 20), date(2026, 11, 21)),
            (date(2026, 11, 20), None, None),
        ]
        assert asked(store, "select has_visits, has_orders from daily") == [(False, False)] * 2


def test_older_store_is_changed_once_and_its_imports_can_be_taken_back(older):
    with Store(older):
        pass
    with Store(older) as store:
        assert store.data_version() == 3
        undo(store, 2, at=datetime(2026, 11, 22, 9), user="测试")
        assert asked(store, f"select {COLUMNS} from daily order by day") == [
            (date(2026, 11, 20), 2, 2, 0, 0, 0, True, False)
        ]
