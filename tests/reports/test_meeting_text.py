"""The text for the group chat."""

from reports.meeting_text import meeting_text, usual_text


def test_one_store_is_told_by_assistant(evening):
    assert meeting_text(evening, "zh").splitlines()[:12] == [
        "【夕会】旗舰店 11月21日 周六",
        "交表 3/4",
        "未交表：赵磊",
        "迟交：徐娜",
        "电话 145/200（平时周六 200）",
        "邀约进群 85/120（平时周六 88）",
        "约到店 2（平时周六 2.5）",
        "成交 4 单，¥38,200（平时周六 3）",
        "周丽：已达标",
        "徐娜：已达标，连续 4 天",
        "何娟：差 12 个电话 · 还差 9 个进群",
        "",
    ]


def test_several_stores_are_told_by_store_and_missing_is_not_zero(two_stores):
    lines = meeting_text(two_stores, "zh").splitlines()
    assert lines[0] == "【夕会】2 家门店 11月21日 周六"
    assert "城东店：今天未交表" in lines
    assert "旗舰店：达标 2/4，电话 145/200，进群 85/120" in lines


def test_english_has_the_same_lines(evening):
    assert len(meeting_text(evening, "en").splitlines()) == len(meeting_text(evening, "zh").splitlines())
    assert meeting_text(evening, "en").startswith("Evening meeting, 旗舰店, Sat 21 Nov\nHanded in 3/4\n")


def test_a_small_mean_keeps_a_digit():
    assert [usual_text(value) for value in (0.5, 3.0, 9.75, 10.4, 1234.6)] == ["0.5", "3", "9.8", "10", "1,235"]
