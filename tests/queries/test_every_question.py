"""What holds for every question: its header is true, it sees only its scope, and an empty store is no accident."""

import importlib
import inspect
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from data.store import Store
from queries.asking import ask
from queries.catalogue import questions

QUESTIONS = questions()
PARAMS: dict[str, Any] = {"date": date(2026, 11, 21), "integer": 1, "double": 0.5, "ubigint": 1, "varchar": None}
# What a parameter says where its type alone would find nothing.
CHOSEN: dict[str, Any] = {
    "first": date(2026, 8, 1),
    "funnel": "leads",
    "stage": "lead",
    "life_stage": "customer",
    "reading": "cohort",
    "cut": "assistant",
    "value": "Li",
    "grade": "A",
    "from_grade": "new",
    "to_grade": "A",
    "lost_reason": "*",
    "words": "8001",
    "most": 9,
}
OF_CUSTOMERS = [
    name
    for name in QUESTIONS
    if name.split("/")[0] in {"funnel", "grades", "customers", "value", "assets", "groups", "referrals"}
]
OF_CUSTOMERS.append("meeting/slipping")

# In each store: 王 comes with a lead in August, agrees to everything, visits, leaves, and is called again. 李 gives
# WeChat and phone, visits and buys below cost. 赵's lead is new and nobody has called; she is to be handed over. 张 is
# called, graded A1 and then forgotten.
LOGS = {
    "leads": (
        "客资日期,门店,导购,来源,客户,电话,微信号,首次联系方式,是否有效,等级,意向产品\n"
        "2026-08-10,{0},Li,美团,王,13800138001,,,是,A,床\n2026-10-01,{0},Li,美团,李,13800138002,li_02,微信,是,B,柜\n"
        "2026-11-15,{0},Li,,赵,13800138003,,,,,\n"
    ),
    "calls": (
        "日期,门店,导购,客户,电话,通话结果,是否同意进群,是否同意到店,客户等级\n"
        "2026-08-12,{0},Li,王,13800138001,接通,是,是,A\n2026-09-10,{0},Li,王,13800138001,无人接听,,,\n"
        "2026-11-16,{0},Li,张,13800138004,接通,,,A1\n"
    ),
    "invites": "邀约日期,门店,导购,客户,电话,同意事项,是否进群\n2026-08-13,{0},Li,王,13800138001,进群,是\n",
    "visits": (
        "进店日期,门店,接待人,客户,电话,是否成交,走单原因\n"
        "2026-08-15,{0},Li,王,13800138001,否,价格\n2026-10-05,{0},Li,李,13800138002,是,\n"
    ),
    "orders": "成交日期,门店,导购,客户,电话,金额,成本\n2026-10-05,{0},Li,李,13800138002,900,950\n",
    "handovers": "交接日期,门店,原导购,接手导购,客户,电话,状态\n2026-11-17,{0},Li,Wu,赵,13800138003,待接\n",
    "group_members": (
        "盘点日期,门店,群名称,邀请人,昵称,电话,垃圾原因,进群日期\n"
        "2026-11-01,{0},一群,Li,王,13800138001,广告,2026-10-01\n"
    ),
    "services": "日期,门店,导购,客户,电话,服务项目,转介绍人数\n2026-11-02,{0},Li,李,13800138002,保养,2\n",
    "referrals": (
        "日期,门店,导购,老顾客,老顾客电话,动作,被推荐人,被推荐人电话\n"
        "2026-11-03,{0},Li,李,13800138002,推荐客户,赵,13800138003\n"
    ),
    "replies": "日期,门店,导购,群发人数,回复人数\n2026-11-20,{0},Li,20,9\n",
}


def params(name: str, **chosen: Any) -> dict[str, Any]:
    said = CHOSEN | chosen
    return {param: said.get(param, PARAMS[type_]) for param, type_ in QUESTIONS[name].params.items()}


@pytest.fixture(scope="module")
def empty(tmp_path_factory, shop_of) -> Iterator[Any]:
    with Store(tmp_path_factory.mktemp("empty")) as store:
        yield shop_of(store)


@pytest.fixture(scope="module")
def filled(tmp_path_factory, shop_of) -> Iterator[Any]:
    """A shop with two stores; ``alone`` is what S was answered before T handed anything in."""
    with Store(tmp_path_factory.mktemp("filled")) as store:
        shop = shop_of(store)
        fill(shop, "S")
        ((shop.customer,),) = shop.ask("customers/found", "customer_key", words="8002", most=1)
        shop.alone = {name: answer(shop, name) for name in OF_CUSTOMERS}
        fill(shop, "T")
        yield shop


def fill(shop, store: str) -> None:
    shop.employ("Li", store=store)
    shop.rule("call_quota", "40", store=store)
    shop.plan(21, "Li", store=store, call_quota=60)
    shop.hand_in(21, "Li", store=store)
    for kind, log in LOGS.items():
        shop.bring(kind, log.format(store))


def answer(shop, name: str, scope: tuple[str, ...] = ("S",)) -> list[tuple[Any, ...]]:
    return shop.ask(name, scope=scope, **params(name, customer=shop.customer))


@pytest.fixture(params=QUESTIONS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_header_names_the_parameters_and_columns_of_the_engine(name, empty) -> None:
    question = QUESTIONS[name]
    body = re.sub(r"--.*", "", question.sql)
    assert set(re.findall(r"\$(\w+)", body)) == set(question.params)
    with empty.store.cursor(["S"]) as cursor:
        described = cursor.execute(f"describe {question.sql}", params(name)).fetchall()
    columns = {column: type_.lower().replace('"', "") for column, type_, *_ in described}
    assert list(columns.items()) == list(question.columns.items())


def test_the_header_names_what_is_read(name) -> None:
    question = QUESTIONS[name]
    body = re.sub(r"--.*", "", question.sql)
    own = set(re.findall(r"(\w+) as \(", body))
    assert set(re.findall(r"\b(?:from|join)\s+(\w+)", body)) - own == set(question.reads)


def test_the_question_and_its_grain_are_said(name) -> None:
    assert QUESTIONS[name].question.endswith("?")
    assert QUESTIONS[name].grain


def test_it_has_a_typed_function_that_takes_its_parameters(name) -> None:
    topic, question = name.split("/")
    function = getattr(importlib.import_module(f"queries.{topic}"), question)
    assert set(inspect.signature(function).parameters) == {"store", "scope", *QUESTIONS[name].params}


def test_it_runs_on_an_empty_store(name, empty) -> None:
    frame = ask(empty.store, name, ["S"], **params(name))
    assert list(frame.columns) == list(QUESTIONS[name].columns)


def test_it_says_nothing_without_a_scope(name, filled) -> None:
    frame = ask(filled.store, name, [], **params(name, customer=filled.customer))
    assert frame.dropna(how="all").empty


def test_it_names_only_stores_of_the_scope(name, filled) -> None:
    frame = ask(filled.store, name, ["S"], **params(name, customer=filled.customer))
    if "store" in frame:
        assert set(frame["store"].dropna()) <= {"S", ""}


@pytest.mark.parametrize("name", OF_CUSTOMERS)
def test_it_finds_something_and_another_store_with_the_same_customers_changes_nothing(name, filled) -> None:
    found = [cell for row in filled.alone[name] for cell in row if isinstance(cell, int | float | Decimal | date)]
    assert any(found)
    assert answer(filled, name) == filled.alone[name]
    assert answer(filled, name, ("S", "T")) != filled.alone[name]
