"""Which rule holds where on which day."""

from datetime import date
from fractions import Fraction

from tests.oracle.files import Rule

SHIPPED = {
    "wechat_rate": "0.9",
    "phone_rate": "0.8",
    "visit_rate": "0.6",
    "reply_rate": "0.5",
    "a_order_rate": "0.7",
    "reply_good": "0.8",
    "reply_poor": "0.4",
    "mature_days": "30",
    "order_days": "90",
    "grade_rules": "campaign",
    "effort_a": "0.6",
    "effort_b": "0.25",
    "effort_c": "0.1",
    "effort_d": "0.05",
    "touch_days_a": "3",
    "touch_days_b": "7",
    "include_lead_cost": "on",
    "touch_days_c": "15",
    "touch_days_d": "30",
    "lead_value": "200",
    "group_intent_rate": "0.3",
    "baseline_month": "",
    "saving_target": "0.2",
    "sprint_factor": "1.2",
    "challenge_factor": "1.5",
    "points_refer": "10",
    "points_join_group": "5",
    "points_other": "0",
    "points_share": "0.5",
    "referral_levels": "2",
    "gift_small": "30",
    "gift_medium": "60",
    "gift_large": "100",
    "service_referrals": "3",
    "service_referrals_good": "5",
}


class InForce:
    """The rules of a chain, as they were changed one after the other."""

    def __init__(self, rules: list[Rule]) -> None:
        self.changes: dict[tuple[str, str], list[Rule]] = {}
        for rule in rules:
            self.changes.setdefault((rule.name, rule.store), []).append(rule)

    def value(self, name: str, store: str, day: date) -> str:
        """Return the store's own value, else the one for all stores; "" is off.

        Of several the last to become valid, of the same day the last set. None takes a store's own value back, and
        for all stores puts the shipped one back.
        """
        own = self._last(name, store, day)
        general = self._last(name, "", day)
        return next(value for value in (own, general, SHIPPED.get(name, "")) if value is not None)

    def number(self, name: str, store: str, day: date) -> int:
        return int(self.value(name, store, day))

    def share(self, name: str, store: str, day: date) -> Fraction | None:
        """Return a share, exactly; None where it is off."""
        value = self.value(name, store, day)
        return Fraction(value) if value else None

    def _last(self, name: str, store: str, day: date) -> str | None:
        found = None
        for rule in self.changes.get((name, store), ()):
            if rule.valid_from <= day and (found is None or rule.valid_from >= found.valid_from):
                found = rule
        return found.value if found else None
