"""The demo chain's promises: made on the evening before each of the last two days, some kept and some not."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

Ask = Callable[[str], list[Any]]


def test_most_assistants_promise_for_the_last_two_days_and_only_who_is_at_work(ask: Ask) -> None:
    days = ask("select day, count(*), bool_and(set_at::date = day - 1) from promises group by day order by day")
    ((last,),) = ask("select max(day) from calls")
    assert [day for day, _, _ in days] == [last - timedelta(days=1), last]
    assert all(25 <= people < 60 and evening_before for _, people, evening_before in days)
    assert ask("select count(*) from promises as p join tasks as t using (store, assistant, day) where t.on_leave") == [
        (0,)
    ]
