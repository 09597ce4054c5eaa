"""Rules in words: their names, values and stores, and the groups they are shown in."""

from datetime import date
from decimal import Decimal
from typing import Final

import pandas as pd

from data.rule_catalogue import OFF, RULES
from data.rules import ALL_STORES, ALWAYS
from pages.shared.texts import listed, t

GROUPS: Final = {
    "quotas": (
        "call_quota",
        "invite_quota",
        "invites_count",
        "visit_relief",
        "invite_floor",
        "redistribute",
        "invite_extra_cap",
    ),
    "hints": (
        "hint_min_calls",
        "hint_repeat_share",
        "hint_short_seconds",
        "hint_short_share",
        "hint_last_minutes",
        "hint_last_share",
        "hint_invalid_share",
        "refused_share",
    ),
    "meeting": ("meeting_time", "meeting_minutes", "tv_seconds", "required_logs"),
    "money": ("reward_pass", "penalty_per_missing_call", "penalty_per_missing_invite", "penalty_cap"),
    "benchmarks": (
        "wechat_rate",
        "phone_rate",
        "valid_rate",
        "visit_rate",
        "close_rate",
        "valid_close_rate",
        "reply_good",
        "reply_rate",
        "reply_poor",
        "mature_days",
    ),
    "grades": (
        "grade_rules",
        "a_order_rate",
        "order_days",
        *(f"effort_{grade}" for grade in "abcd"),
        *(f"touch_days_{grade}" for grade in "abcd"),
    ),
    "value": ("include_lead_cost", "rfm_r_edges", "rfm_f_edges", "rfm_m_edges"),
    "assets": ("lead_value",),
    "groups": ("group_intent_rate", "baseline_month", "saving_target"),
    "targets": (
        "weekend_weight",
        "holiday_weight",
        "opens_at",
        "closes_at",
        "sprint_factor",
        "challenge_factor",
    ),
    "referrals": (
        *(f"points_{action}" for action in ("refer", "join_group", "forward", "share_in_group", "visit")),
        *(f"points_{action}" for action in ("refer_brand", "group_buy", "assist_close", "other")),
        "points_share",
        "referral_levels",
        *("gift_small", "gift_medium", "gift_large"),
        "service_referrals",
        "service_referrals_good",
    ),
}


def label(name: str) -> str:
    """Return what a rule is called."""
    return t(f"rules.{name}.label")


def value_in_words(name: str, value: str | None) -> str:
    """Return a stored value as people say it; None is a store without a value of its own."""
    rule = RULES[name]
    if value is None:
        return t("rules.page.follows")
    match rule.type:
        case "integer" | "edges":
            return _counted(name, value)
        case "share" | "benchmark":
            return t("rules.page.off") if value == OFF else f"{float(Decimal(value) * 100):g}%"
        case "money":
            return t("rules.page.off") if value == OFF else amount_in_words(Decimal(value))
        case "time" | "month":
            return value or t("rules.page.off")
        case "switch" | "choice" | "kinds":
            choices = (t(f"rules.{name}.choices.{choice}") for choice in value.split("+"))
            return listed(choices)


def amount_in_words(amount: Decimal) -> str:
    """Return an amount in CNY, with its cents where it has any."""
    cents = 0 if amount == int(amount) else 2
    return f"{'-' if amount < 0 else ''}¥{abs(amount):,.{cents}f}"


def store_in_words(store: str) -> str:
    """Return which stores a row of the rules is about."""
    return t("rules.page.all_stores") if store == ALL_STORES else store


def since_in_words(valid_from: pd.Timestamp) -> str:
    """Return the first day of a value."""
    day: date = valid_from.date()
    return t("rules.page.always") if day == ALWAYS else f"{day:%Y-%m-%d}"


def _counted(name: str, value: str) -> str:
    if value == OFF:
        return t("rules.page.fifths")
    return t("rules.page.counted", number=value.replace("+", " · "), unit=t(f"rules.{name}.unit"))
