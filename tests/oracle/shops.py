"""Two hundred shops left to chance: their files in the order of their imports, what is taken back, and their rules."""

from collections import Counter
from datetime import date, timedelta
from random import Random

from tests.oracle.aiming import TARGET_RULES, calendar, targets
from tests.oracle.counting import GROUP_RULES, counts, write_costs
from tests.oracle.files import SLICES, Chain, File, Rule
from tests.oracle.referrals import REFERRAL_RULES
from tests.oracle.rows import DAYS, FIRST, MAKERS, Person, Row, shown
from tests.oracle.staffing import HOLDING_RULES, own_rules, staff

SHOPS = 200
ASSISTANTS = ("周丽", "何娟", "孙悦", "马超")
NAMES = ("李女士", "王先生", "赵姐", "陈哥", "刘阿姨")
HOW_OFTEN = Counter(
    calls=5, invites=3, leads=4, visits=3, orders=2, services=1, group_members=1, referrals=1, handovers=1
)
KEPT_WHEN_CORRECTED = {
    *("store", "date", "lead_id", "order_id", "line", "group_name", "from_assistant", "to_assistant"),
    "referrals_given",
}
RULE_VALUES = {
    **dict.fromkeys(("wechat_rate", "phone_rate", "valid_rate", "visit_rate"), ("0.5", "0.9", "")),
    **dict.fromkeys(("close_rate", "valid_close_rate", "a_order_rate"), ("0.2", "0.35", "")),
    "reply_rate": ("0.5", "0.6", ""),
    "reply_good": ("0.7", "0.9"),
    "reply_poor": ("0.2", "0.3"),
    "mature_days": ("1", "14", "60"),
    "order_days": ("30", "120"),
    "grade_rules": ("lead_time", "campaign"),
    "effort_a": ("0.5", "0.7"),
    "effort_d": ("0.1", "0"),
    "touch_days_a": ("1", "10"),
    "touch_days_b": ("2", "20"),
    "include_lead_cost": ("off", "on"),
    "rfm_r_edges": ("10+30+60+90", ""),
    "rfm_f_edges": ("0+1+2+3", ""),
    "rfm_m_edges": ("99.99+1000+3000+8000", ""),
}


def chain(seed: int, shops: int = SHOPS) -> Chain:
    """Return a chain of shops, always the same for a seed."""
    chance = Random(seed)
    found = Chain([f"第{number:03}店" for number in range(1, shops + 1)])
    everywhere = [_person(chance, number) for number in range(10_000, 10_000 + shops)]
    rows: dict[str, list[Row]] = {kind: [] for kind in (*MAKERS, "replies")}
    everybody: dict[str, list[Person]] = {}
    for number, store in enumerate(found.stores):
        known = [_person(chance, number * 40 + n) for n in range(int(chance.triangular(4, 40, 8)))]
        everybody[store] = known + chance.sample(everywhere, 1)
        _story(chance, store, everybody[store], rows)
        found.rules += _rules(chance, store)
    write_costs(Random(f"{seed} costs"), rows["leads"], found.stores[::2])
    found.rules += [Rule("visit_rate", "", "0.55", date(2026, 7, 1)), Rule("visit_rate", "", None, date(2026, 9, 1))]
    found.rules += own_rules(Random(f"{seed} holding"), found.stores, HOLDING_RULES)
    found.rules += own_rules(Random(f"{seed} baselines"), found.stores, GROUP_RULES)
    found.rules += own_rules(Random(f"{seed} referrals"), found.stores, REFERRAL_RULES)
    found.rules += [Rule("points_join_group", "", "6", date(2026, 6, 15))]
    found.rules += own_rules(Random(f"{seed} targets"), found.stores, TARGET_RULES)
    staffed = File("staff", staff(Random(f"{seed} staff"), found.stores, ASSISTANTS))
    aims = Random(f"{seed} aims")
    aimed = [File("targets", targets(aims, found.stores, ASSISTANTS)), File("calendar", calendar(aims, found.stores))]
    found.files = [*_files(chance, rows), staffed, *_counts(Random(f"{seed} groups"), everybody), *aimed]
    return found


def _person(chance: Random, number: int) -> Person:
    contacts = chance.choice(("phone", "wechat", "both", "both", "both", "none"))
    phone, wechat = f"139{number:08}", f"wx_{number}"
    return Person(
        chance.choice(NAMES),
        phone if contacts in ("phone", "both") else None,
        wechat if contacts in ("wechat", "both") else None,
    )


def _story(chance: Random, store: str, known: list[Person], rows: dict[str, list[Row]]) -> None:
    team = ASSISTANTS[: chance.randint(1, 4)]
    kinds = list(HOW_OFTEN.elements())
    for person in known:
        begun = chance.randrange(DAYS)
        for _ in range(chance.choice((1, 3, 5, 8))):
            kind = chance.choice(kinds)
            place = begun + chance.choice((0, 0, 0, 1, 2, -3, 9, 35, 100))
            day = FIRST + timedelta(min(max(place, 0), DAYS - 1))
            rows[kind].append(_row(chance, kind, store, day, team, person, chance.choice(known)))
    for assistant in team:
        for _ in range(chance.randint(0, 4)):
            day, sent = FIRST + timedelta(chance.randrange(DAYS)), chance.choice((0, 5, 10, 40))
            replied = chance.choice((sent, sent * 8 // 10, sent // 2, chance.randint(0, sent), sent + 1))
            rows["replies"].append(
                {"store": store, "date": day, "assistant": assistant, "sent": sent, "replied": replied}
            )


def _row(chance: Random, kind: str, store: str, day: date, team: tuple[str, ...], person: Person, other: Person) -> Row:
    row: Row = {"store": store, "date": day} | MAKERS[kind](chance, day)
    if kind == "handovers":
        row |= {"from_assistant": chance.choice(team), "to_assistant": chance.choice(team)}
    else:
        row["assistant"] = chance.choice(team)
    if kind != "referrals":
        return row | shown(chance, person, wechat=kind != "services")
    one, two = (shown(chance, who, wechat=False) for who in (other, person))
    row |= {"referrer": one["customer"], "referrer_phone": one["phone"]}
    return row | {"referred": two["customer"], "referred_phone": two["phone"]}


def _rules(chance: Random, store: str) -> list[Rule]:
    found: list[Rule] = []
    for name in chance.sample(sorted(RULE_VALUES), chance.choice((0, 0, 0, 1, 2))):
        days = chance.sample((date(2026, 3, 1), date(2026, 6, 1), date(2026, 8, 31)), chance.choice((1, 1, 2)))
        for day in sorted(days):
            value = None if found and chance.random() < 0.2 else chance.choice(RULE_VALUES[name])
            found.append(Rule(name, store, value, day))
    return found


def _files(chance: Random, rows: dict[str, list[Row]]) -> list[File]:
    """Spread the rows over files: most at once, then the rest with corrections, some of it taken back again."""
    late = {kind: [row for row in found if chance.random() < 0.15] for kind, found in rows.items()}
    chosen = {id(row) for found in late.values() for row in found}
    files = [File(kind, [row for row in found if id(row) not in chosen]) for kind, found in rows.items()]
    for kinds, share, undone in (
        (rows, 0.2, False),
        (("leads", "calls", "orders"), 0.1, True),
        (("calls", "leads", "visits"), 0.1, False),
    ):
        for kind in kinds:
            before = [row for file in files if file.kind == kind for row in file.rows]
            new, late[kind] = late[kind], []
            files.append(File(kind, new + _corrections(chance, kind, before, share), undone))
    return files


def _counts(chance: Random, everybody: dict[str, list[Person]]) -> list[File]:
    """Return the counts of groups, some of it taken back, some counted again: the newer one holds."""
    rows = [row for store, known in everybody.items() for row in counts(chance, store, known, ASSISTANTS)]
    again = [row | {"removed": True, "channel": "朋友介绍"} for row in rows if chance.random() < 0.05]
    return [
        File("group_members", rows),
        File("group_members", again[::2], undone=True),
        File("group_members", again[1::2]),
    ]


def _corrections(chance: Random, kind: str, before: list[Row], share: float) -> list[Row]:
    if kind in SLICES:
        slices = {tuple(row[name] for name in SLICES[kind]) for row in before if chance.random() < share}
        found = [row for row in before if tuple(row[name] for name in SLICES[kind]) in slices]
        return [_corrected(chance, kind, row) for row in found if chance.random() < 0.8]
    return [_corrected(chance, kind, row) for row in before if chance.random() < share]


def _corrected(chance: Random, kind: str, row: Row) -> Row:
    """Return a row that may say less than before, or something else, of the same thing."""
    if kind == "replies":
        return row | {"replied": chance.randint(0, row["sent"])}
    fresh = MAKERS[kind](chance, row["date"])
    new = dict(row)
    for name in row:
        if name in fresh and name not in KEPT_WHEN_CORRECTED and chance.random() < 0.6:
            new[name] = chance.choice((None, fresh[name])) if name != "amount" or kind != "orders" else fresh[name]
        if name in ("phone", "wechat", "customer") and chance.random() < 0.3:
            new[name] = None
    return new
