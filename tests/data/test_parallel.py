"""Files brought at the same moment: each counts once, and the store is what they make one after the other."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest

from data.importing import commit, prepare
from data.refusal import Refused
from data.store import Store

EVENING = datetime(2026, 11, 21, 19, 0)
STORES = ("旗舰店", "万象店")


def calls(store, assistant, *names, day=21):
    rows = [f"2026-11-{day},{store},{assistant},{name},138001{ord(name):05},接通" for name in names]
    return "\n".join(["日期,门店,导购,客户,电话,通话结果", *rows]).encode()


def together(store, files):
    """Bring every file from a thread of its own, all at the same moment; return what became of each."""
    start = Barrier(len(files))

    def bring(content):
        start.wait(30)
        prepared = prepare(store, content, "表.csv", received_at=EVENING)
        try:
            return commit(store, prepared, at=EVENING, user="测试", may_shrink=True).batch_id
        except Refused as problem:
            return problem.reason

    with ThreadPoolExecutor(len(files)) as pool:
        return list(pool.map(bring, files))


@pytest.mark.parametrize("round_", range(3))
def test_of_eight_uploads_of_the_same_file_exactly_one_counts(shop, everything, round_):
    found = together(shop, [calls("旗舰店", "周丽", "李", "王", "赵")] * 8)
    assert sorted(found, key=str) == [1, *["importing.already_in"] * 7]
    assert shop.data_version() == 1
    tables = everything()
    assert (len(tables["batches"]), len(tables["calls"]), len(tables["versions"])) == (1, 3, 1)


@pytest.mark.parametrize("round_", range(3))
def test_four_uploads_at_once_make_what_they_make_one_after_the_other(shop, home, answers, tmp_path, round_):
    files = [
        calls("旗舰店", "周丽", "李", "王", "赵"),
        calls("旗舰店", "周丽", "李", "钱"),  # the same slice as the first: the later of the two stands
        calls("旗舰店", "徐娜", "李", "孙"),
        calls("万象店", "何娟", "李", "周", day=20),
    ]
    batches = together(shop, files)
    assert sorted(batches) == [1, 2, 3, 4]
    one_by_one = tmp_path / "one by one"
    one_by_one.mkdir()
    (one_by_one / "secret.key").write_text(shop.secret, encoding="ascii")
    with Store(one_by_one) as store:
        for _, content in sorted(zip(batches, files, strict=True)):
            prepared = prepare(store, content, "表.csv", received_at=EVENING)
            commit(store, prepared, at=EVENING, user="测试", may_shrink=True)
        assert answers(shop, STORES) == answers(store, STORES)


def test_a_thread_sees_one_moment_until_it_is_over(shop, bring):
    bring(calls("旗舰店", "周丽", "李"))

    def count(scope=("旗舰店",)):
        with shop.cursor(scope) as cursor:
            return cursor.execute("select count(*) from calls").fetchall()[0][0]

    with shop.moment() as version:
        with ThreadPoolExecutor(1) as elsewhere:
            elsewhere.submit(bring, calls("万象店", "何娟", "王")).result()
            assert elsewhere.submit(count, STORES).result() == 2
        with shop.moment() as still:
            assert (version, still) == (1, 1)
        assert (count(STORES), count(), count(["万象店"])) == (1, 1, 0)
        assert shop.all_stores() == ("旗舰店",)
    assert (count(STORES), shop.all_stores()) == (2, ("万象店", "旗舰店"))
    with shop.moment() as version:
        assert version == 2
