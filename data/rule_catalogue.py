"""Every rule of the shop: what kind of value it takes, where it starts and how far it may go."""

from dataclasses import dataclass
from typing import Final, Literal

Type = Literal["integer", "money", "time", "switch", "choice", "kinds", "share", "benchmark", "edges", "month"]

OFF: Final = ""  # money that is not reckoned with, a benchmark edges or a month that aren't there


@dataclass(frozen=True)
class Rule:
    """One rule. ``default`` is what is shipped, as stored; ``low`` and ``high`` are the bounds of a number.

    ``choices`` are the words of a ``switch`` or ``choice``; a ``kinds`` rule joins one or more of them with "+".
    A ``share`` is stored as a fraction, a ``time`` as HH:MM, ``money`` in CNY, "" where it is off; a ``benchmark`` is
    a share that may be off; ``edges`` are four rising numbers joined by "+", or off; a ``month`` is YYYY-MM, or off.
    ``too_high`` is the refusal of a number above ``high`` where more than a bound speaks against it.
    """

    name: str
    type: Type
    default: str
    low: int = 0
    high: int = 0
    choices: tuple[str, ...] = ()
    too_high: str = ""


_ALL: Final = (
    Rule("call_quota", "integer", "50", high=1000),
    Rule("invite_quota", "integer", "30", high=1000),
    Rule("visit_relief", "integer", "3", high=100),
    Rule("invite_floor", "integer", "15", high=1000),
    Rule("invite_extra_cap", "integer", "10", high=1000),
    Rule("redistribute", "switch", "on", choices=("on", "off")),
    Rule("invites_count", "choice", "agreed", choices=("agreed", "joined")),
    Rule("meeting_time", "time", "20:00"),
    Rule("meeting_minutes", "integer", "10", low=1, high=120),
    Rule("tv_seconds", "integer", "20", low=5, high=600),
    Rule("required_logs", "kinds", "calls+invites", choices=("calls", "invites")),
    Rule("reward_pass", "money", OFF, high=10_000),
    Rule("penalty_per_missing_call", "money", OFF, high=1000),
    Rule("penalty_per_missing_invite", "money", OFF, high=1000),
    Rule("penalty_cap", "money", OFF, high=10_000),
    Rule("refused_share", "share", "0.2", high=1),
    Rule("hint_min_calls", "integer", "10", low=1, high=1000),
    Rule("hint_repeat_share", "share", "0.2", high=1),
    Rule("hint_short_seconds", "integer", "10", low=1, high=600),
    Rule("hint_short_share", "share", "0.2", high=1),
    Rule("hint_last_minutes", "integer", "30", low=1, high=720),
    Rule("hint_last_share", "share", "0.5", high=1),
    Rule("hint_invalid_share", "share", "0.2", high=1),
    Rule("wechat_rate", "benchmark", "0.9", high=1),
    Rule("phone_rate", "benchmark", "0.8", high=1),
    Rule("valid_rate", "benchmark", OFF, high=1),
    Rule("visit_rate", "benchmark", "0.6", high=1),
    Rule("close_rate", "benchmark", OFF, high=1),
    Rule("valid_close_rate", "benchmark", OFF, high=1),
    Rule("reply_good", "share", "0.8", high=1),
    Rule("reply_rate", "benchmark", "0.5", high=1),
    Rule("reply_poor", "share", "0.4", high=1),
    Rule("mature_days", "integer", "30", low=1, high=366),
    Rule("grade_rules", "choice", "campaign", choices=("campaign", "lead_time")),
    Rule("a_order_rate", "benchmark", "0.7", high=1),
    Rule("order_days", "integer", "90", low=1, high=366),
    Rule("effort_a", "share", "0.6", high=1),
    Rule("effort_b", "share", "0.25", high=1),
    Rule("effort_c", "share", "0.1", high=1),
    Rule("effort_d", "share", "0.05", high=1),
    Rule("touch_days_a", "integer", "3", low=1, high=366),
    Rule("touch_days_b", "integer", "7", low=1, high=366),
    Rule("touch_days_c", "integer", "15", low=1, high=366),
    Rule("touch_days_d", "integer", "30", low=1, high=366),
    Rule("include_lead_cost", "switch", "on", choices=("on", "off")),
    Rule("rfm_r_edges", "edges", OFF, high=3660),
    Rule("rfm_f_edges", "edges", OFF, high=1000),
    Rule("rfm_m_edges", "edges", OFF, high=100_000_000),
    Rule("lead_value", "money", "200", high=100_000),
    Rule("group_intent_rate", "benchmark", "0.3", high=1),
    Rule("baseline_month", "month", OFF),
    Rule("saving_target", "benchmark", "0.2", high=1),
    Rule("weekend_weight", "share", "1.5", high=10),
    Rule("holiday_weight", "share", "1.5", high=10),
    Rule("opens_at", "time", "10:00"),
    Rule("closes_at", "time", "21:00"),
    Rule("sprint_factor", "share", "1.2", low=1, high=10),
    Rule("challenge_factor", "share", "1.5", low=1, high=10),
    Rule("points_refer", "integer", "10", high=100_000),
    Rule("points_join_group", "integer", "5", high=100_000),
    Rule("points_forward", "integer", "2", high=100_000),
    Rule("points_share_in_group", "integer", "2", high=100_000),
    Rule("points_visit", "integer", "5", high=100_000),
    Rule("points_refer_brand", "integer", "5", high=100_000),
    Rule("points_group_buy", "integer", "10", high=100_000),
    Rule("points_assist_close", "integer", "20", high=100_000),
    Rule("points_other", "integer", "0", high=100_000),
    Rule("points_share", "share", "0.5", high=1),
    Rule("referral_levels", "integer", "2", low=1, high=2, too_high="rules.too_many_levels"),
    Rule("gift_small", "integer", "30", low=1, high=1_000_000),
    Rule("gift_medium", "integer", "60", low=1, high=1_000_000),
    Rule("gift_large", "integer", "100", low=1, high=1_000_000),
    Rule("service_referrals", "integer", "3", high=100),
    Rule("service_referrals_good", "integer", "5", high=100),
)
RULES: Final = {rule.name: rule for rule in _ALL}
