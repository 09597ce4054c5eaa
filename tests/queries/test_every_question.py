"""What holds for every question: its header is true, it sees only its scope, and an empty store is no accident."""

import importlib
import inspect
import re
from datetime import date
from typing import Any

import pytest

from queries.asking import ask
from queries.catalogue import questions

QUESTIONS = questions()
PARAMS: dict[str, Any] = {"date": date(2026, 11, 21), "integer": 1, "ubigint": 1, "varchar": None}


def params(name: str) -> dict[str, Any]:
    return {param: PARAMS[type_] for param, type_ in QUESTIONS[name].params.items()}


@pytest.fixture(params=QUESTIONS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_header_names_the_parameters_and_columns_of_the_engine(name, shop) -> None:
    question = QUESTIONS[name]
    body = re.sub(r"--.*", "", question.sql)
    assert set(re.findall(r"\$(\w+)", body)) == set(question.params)
    with shop.store.cursor(["S"]) as cursor:
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


def test_it_runs_on_an_empty_store(name, shop) -> None:
    frame = ask(shop.store, name, ["S"], **params(name))
    assert list(frame.columns) == list(QUESTIONS[name].columns)


def test_it_says_nothing_without_a_scope(name, shop) -> None:
    fill(shop)
    assert ask(shop.store, name, [], **params(name)).dropna(how="all").empty


def test_it_names_only_stores_of_the_scope(name, shop) -> None:
    fill(shop)
    frame = ask(shop.store, name, ["S"], **params(name))
    if "store" in frame:
        assert set(frame["store"]) <= {"S", ""}


def fill(shop) -> None:
    for store in ("S", "T"):
        shop.employ("Li", store=store)
        shop.rule("call_quota", "40", store=store)
        shop.plan(21, "Li", store=store, call_quota=60)
        shop.hand_in(21, "Li", store=store)
