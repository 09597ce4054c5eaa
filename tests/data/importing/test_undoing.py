"""Undo brings back what stood before an import."""

from datetime import datetime

import pytest

from data.importing import undo
from data.refusal import Refused
from tests.data.importing.forms import NEXT_DAY, THREE, calls, invites


def test_same_bytes_come_in_again_after_an_undo(bring, take_back, day_of):
    take_back(bring(THREE))
    assert day_of() is None
    bring(THREE)
    assert day_of()["calls"] == 2


def test_undo_brings_back_the_rows_that_were_replaced(bring, take_back, figures, day_of):
    first = bring(THREE)
    before = figures("calls"), figures("daily"), figures("handed_in")
    second = bring(calls("2026-11-21,旗舰店,周丽,钱,13800138004,,接通,是"), may_shrink=True)
    third = bring(calls("2026-11-21,旗舰店,周丽,孙,13800138005,,接通,", "2026-11-21,旗舰店,周丽,孔,13800138006,,接通,"))
    take_back(second)  # what was superseded already goes without a trace
    assert [row["customer"] for row in figures("calls") if row["assistant"] == "周丽"] == ["孔", "孙"]
    take_back(third)
    assert (figures("calls"), figures("daily"), figures("handed_in")) == before
    take_back(first)
    assert figures("daily") == figures("calls") == figures("handed_in") == []


def test_undo_brings_back_the_cells_that_were_overwritten(bring, take_back, figures):
    bring(invites("2026-11-20,旗舰店,周丽,李,13800138001,,进群,,,,,,,,一"))
    before = figures("invites"), figures("daily")
    take_back(bring(invites("2026-11-20,旗舰店,何娟,李,13800138001,,到店,,,是,2026-11-21,是,2026-11-21,80,二")))
    assert (figures("invites"), figures("daily")) == before


def test_undo_of_nothing_is_refused(shop, bring, take_back, everything):
    done = bring(THREE)
    take_back(done)
    before = everything()
    for batch_id in (done.batch_id, 99):
        with pytest.raises(Refused) as caught:
            undo(shop, batch_id, at=NEXT_DAY, user="测试")
        assert str(batch_id) in caught.value.sentence("zh")
    assert everything() == before


def test_undone_upload_stays_in_the_records(bring, take_back, figures):
    take_back(bring(THREE))
    (upload,) = figures("uploads")
    assert upload["voided_at"] == NEXT_DAY


def test_first_arrival_is_when_a_log_was_handed_in(bring, take_back, figures):
    first = bring(THREE)
    bring(THREE.replace("李", "李二"), at=NEXT_DAY)
    assert {row["received_at"] for row in figures("handed_in")} == {datetime(2026, 11, 21, 19, 0)}
    take_back(first)
    assert {row["received_at"] for row in figures("handed_in")} == {NEXT_DAY}
