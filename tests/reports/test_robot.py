"""The robot of a group chat, played by a server on this computer: down, slow, refusing, too busy, fine, asked twice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.refusal import Refused
from reports.evening import Evening
from reports.pushing import push_text
from reports.robot import FILE, Robot, picture_message, robot_at, set_up, signed, texts
from reports.sending import send
from reports.sent import A_MINUTE
from tests.reports.robots import FINE, robot_that

WECOM = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=s3cret"
BUSY = (200, '{"errcode": 45009, "errmsg": "api freq out of limit"}')
TEXT = [("said", {"msgtype": "text", "text": {"content": "said"}})]


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as problem:
        act()
    assert "s3cret" not in f"{problem.value.sentence('zh')} {problem.value!r} {problem.value.details}"
    return problem.value.reason


def test_what_is_taken_goes_out_once_unless_asked_again(tmp_path: Path) -> None:
    with robot_that(FINE) as (robot, told):
        assert [send(robot, TEXT, tmp_path), send(robot, TEXT, tmp_path)] == [1, 0]
        assert send(robot, TEXT, tmp_path, again=True) == 1
    assert told == [TEXT[0][1]] * 2
    assert "s3cret" not in "".join(file.read_text() for file in tmp_path.iterdir())


def test_a_refusal_is_said_and_may_be_tried_again_by_hand(tmp_path: Path) -> None:
    with robot_that((200, '{"errcode": 93000, "errmsg": "invalid webhook url"}'), FINE) as (robot, told):
        assert refusal(lambda: send(robot, TEXT, tmp_path)) == "robot.refused"
        assert len(told) == 1
        assert send(robot, TEXT, tmp_path) == 1


def test_too_busy_is_tried_anew_within_limits(tmp_path: Path) -> None:
    pauses: list[float] = []
    with robot_that(BUSY, FINE) as (robot, told):
        assert send(robot, TEXT, tmp_path, wait=pauses.append) == 1
        assert (len(told), pauses) == (2, [1.0])
    with robot_that(BUSY) as (robot, told):
        assert refusal(lambda: send(robot, TEXT, tmp_path, wait=pauses.append)) == "robot.refused"
        assert len(told) == 3


def test_what_is_down_is_tried_anew_and_told(tmp_path: Path) -> None:
    with robot_that(FINE) as (robot, _):
        pass
    pauses: list[float] = []
    assert refusal(lambda: send(robot, TEXT, tmp_path, wait=pauses.append)) == "robot.down"
    assert len(pauses) == 2


def test_what_may_have_arrived_is_not_sent_anew(tmp_path: Path) -> None:
    with robot_that(FINE, delay=0.5) as (robot, told):
        assert refusal(lambda: send(robot, TEXT, tmp_path, patience=0.1)) == "robot.unsure"
        assert send(robot, TEXT, tmp_path) == 0
        assert len(told) == 1


@pytest.mark.parametrize("answer", [(500, ""), (200, "<html>"), (200, "[]")])
def test_an_answer_that_nobody_understands_counts_as_unsure(tmp_path: Path, answer: tuple[int, str]) -> None:
    with robot_that(answer) as (robot, _):
        assert refusal(lambda: send(robot, TEXT, tmp_path)) == "robot.unsure"


def test_an_address_that_leads_on_is_not_followed(tmp_path: Path) -> None:
    with robot_that((302, "")) as (robot, told):
        assert refusal(lambda: send(robot, TEXT, tmp_path)) == "robot.refused"
        assert len(told) == 1


def test_a_minute_holds_twenty_messages(tmp_path: Path) -> None:
    with robot_that(FINE) as (robot, told):
        many = [(str(number), TEXT[0][1]) for number in range(A_MINUTE + 1)]
        assert refusal(lambda: send(robot, many, tmp_path)) == "robot.too_often"
        assert len(told) == A_MINUTE


def test_the_evening_goes_out_as_its_text(evening: Evening, tmp_path: Path) -> None:
    with robot_that(FINE) as (robot, told):
        push_text(evening, "zh", robot, tmp_path)
        assert told[0]["text"]["content"].startswith("【夕会】旗舰店")
        assert refusal(lambda: push_text(evening, "zh", robot, tmp_path)) == "robot.already"


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        (WECOM, "wecom"),
        ("https://oapi.dingtalk.com/robot/send?access_token=x", "dingtalk"),
        ("https://open.feishu.cn/open-apis/bot/v2/hook/x", "feishu"),
    ],
)
def test_a_robot_is_known_by_its_address(url: str, kind: str) -> None:
    assert robot_at(url).kind == kind


@pytest.mark.parametrize(
    "url",
    [
        WECOM.replace("https", "http"),
        "https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=s3cret",
        "https://evil.example/robot/send?access_token=s3cret",
        "file:///etc/passwd",
        "http://[",
    ],
)
def test_an_address_of_no_robot_is_refused(url: str) -> None:
    assert refusal(lambda: robot_at(url)) == "robot.unknown"


def test_the_address_is_a_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set_up(tmp_path) is None
    file = tmp_path / FILE
    file.write_text(f'url = "{WECOM}"\nsecret = "SECs3cret"\n')
    file.chmod(0o644)
    robot = set_up(tmp_path)
    assert file.stat().st_mode & 0o777 == 0o600
    assert "s3cret" not in repr(robot)
    monkeypatch.setenv("XIHUI_ROBOT_URL", "https://open.feishu.cn/open-apis/bot/v2/hook/x")
    assert set_up(tmp_path).kind == "feishu"
    file.write_text("url = s3cret")
    assert refusal(lambda: set_up(tmp_path)) == "robot.unreadable"


def test_a_long_text_is_cut_between_lines() -> None:
    line = "电" * 300  # 900 bytes: two and a line feed fit into 2048
    parts = texts(robot_at(WECOM), "\n".join([line] * 5))
    assert [part["text"]["content"].count("电") for part in parts] == [600, 600, 300]


def test_only_wecom_takes_a_picture() -> None:
    assert picture_message(robot_at(WECOM), b"png")["image"]["base64"] == "cG5n"
    assert refusal(lambda: picture_message(robot_at(WECOM), b"0" * 2_100_000)) == "robot.too_large"
    assert refusal(lambda: picture_message(Robot("dingtalk", ""), b"png")) == "robot.no_picture"


def test_dingtalk_and_feishu_are_signed_where_there_is_a_secret() -> None:
    # openssl: printf '1700000000000\nSEC' | openssl dgst -sha256 -hmac SEC -binary | base64
    url, _ = signed(Robot("dingtalk", "u?a=b", "SEC"), {}, 1_700_000_000)
    assert url == "u?a=b&timestamp=1700000000000&sign=r%2B2we0q01lkZqz38LA5IPNbHN81U1leRf3Au4PSQb6Q%3D"
    # printf '' | openssl dgst -sha256 -hmac $'1700000000\nSEC' -binary | base64
    _, message = signed(Robot("feishu", "u", "SEC"), {"msg_type": "text"}, 1_700_000_000)
    assert message == {
        "msg_type": "text",
        "timestamp": "1700000000",
        "sign": "yKzlnG5gJbbUvULgjP0QN/V99n1fNH31XG8Rrvl9pfk=",
    }
    assert signed(Robot("dingtalk", "u"), {}, 0) == ("u", {})
