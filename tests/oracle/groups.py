"""The answers to the questions on groups, as rows."""

from collections import Counter
from datetime import date
from typing import Any

from tests.oracle.funnel import Answer, last_of_all
from tests.oracle.grouped import Member, counts, members
from tests.oracle.joining import invited, stays
from tests.oracle.lists import listed
from tests.oracle.rates import interval, verdict
from tests.oracle.world import World

WORST = ("advertiser", "competitor", "troublemaker", "other", "no_intent")
STATES = {"stayed": "stayed", "gone": "gone", "unknown": "unknown", "still_open": "open"}


def _share(some: int, of_all: int) -> float | None:
    return some / of_all if of_all else None


def health(world: World, day: date, assistant: str | None) -> Answer:
    """How many members each group has, and how many of them are intent and junk."""
    own: dict[tuple[str, str], list[Member]] = {}
    for member in members(world, day, assistant):
        own.setdefault(member.group, []).append(member)
    rows = []
    for group, of_group in sorted(counts(world, day).items()):
        found = own.get(group, [])
        if assistant is None or found:
            parts = Counter(member.part for member in found)
            intent, of_all = parts["intent"], len(found)
            low, high = interval(intent, of_all)
            benchmark = world.rules.share("group_intent_rate", group[0], day)
            row: dict[str, Any] = {"store": group[0], "group_name": group[1], "members": of_all}
            row |= {part: parts[part] for part in ("intent", "junk", "others")}
            row["ungraded"] = sum(member.part == "others" and not member.grade for member in found)
            row |= {"intent_ratio": _share(intent, of_all), "junk_ratio": _share(parts["junk"], of_all)}
            row |= {"low": low, "high": high, "verdict": verdict(low, high, benchmark)}
            rows.append(row | {"benchmark": benchmark, "counted_on": max(of_group)})
    return rows


def junk(world: World, day: date, assistant: str | None) -> Answer:
    """The junk of each store by reason, and its members by channel."""
    found = members(world, day, assistant)
    of_store = Counter(member.group[0] for member in found)
    by: dict[tuple[str, str, str | None], list[Member]] = {}
    for member in found:
        by.setdefault((member.group[0], "channel", member.counted.channel), []).append(member)
        if member.part == "junk":
            by.setdefault((member.group[0], "reason", member.counted.junk_reason), []).append(member)
    rows = []
    for (store, cut, value), own in by.items():
        parts = Counter(member.part for member in own)
        of_all = len(own) if cut == "channel" else of_store[store]
        intent = parts["intent"] if cut == "channel" else None
        row = {"store": store, "cut": cut, "value": value, "members": of_all, "intent": intent, "junk": parts["junk"]}
        ratio = None if intent is None else _share(intent, of_all)
        rows.append(row | {"intent_ratio": ratio, "junk_ratio": _share(parts["junk"], of_all)})
    return sorted(rows, key=lambda row: (row["store"], row["cut"], -row["junk"], last_of_all(row["value"])))


def retention(world: World, first: date, last: date, assistant: str | None, cut: str) -> Answer:
    """Who was invited, who joined, and who was still there on the seventh day."""
    by_assistant = cut == "assistant"
    found: dict[tuple[str | None, str | None], Counter[str]] = {}
    if by_assistant:
        for one in invited(world, first, last, assistant):
            found.setdefault((one.store, one.assistant), Counter()).update(invited=1, came=int(one.has_come))
    for joining, state in stays(world, first, last, assistant):
        place = (joining.place[0], joining.assistant) if by_assistant else (None, joining.channel)
        found.setdefault(place, Counter()).update(["joined", state])
    rows = []
    for (store, value), count in found.items():
        row: dict[str, Any] = {"store": store, "value": value, "joined": count["joined"]}
        row |= {name: count[name] if by_assistant else None for name in ("invited", "came")}
        row["join_rate"] = _share(count["came"], count["invited"])
        row |= {name: count[state] for name, state in STATES.items()}
        row["stay_rate"] = _share(count["stayed"], count["stayed"] + count["gone"])
        row["low"], row["high"] = interval(count["stayed"], count["stayed"] + count["gone"])
        rows.append(row)
    return sorted(rows, key=_most_first)


def _most_first(row: dict[str, Any]) -> tuple[Any, ...]:
    return -row["joined"], -(row["invited"] or 0), last_of_all(row["store"]), last_of_all(row["value"])


def clean_up(world: World, day: date, assistant: str | None, most: int) -> Answer:
    """Which members are junk, who harms a group most first, and how many there are."""
    found = [member for member in members(world, day, assistant) if member.part == "junk"]
    rows = []
    for member in found:
        one, counted = member.customer, member.counted
        row = {name: listed(world, one)[name] for name in ("store", "customer_key", "customer", "contacts")}
        row |= {"group_name": member.group[1], "junk_reason": counted.junk_reason, "grade": member.grade}
        row |= {"assistant": counted.inviter or member.holder, "channel": counted.channel, "of_all": len(found)}
        rows.append(row | {"joined_on": counted.joined_on, "counted_on": member.counted_on})
    names = "store", "group_name", "customer_key"
    return sorted(rows, key=lambda row: (WORST.index(row["junk_reason"]), *(row[name] for name in names)))[:most]
