"""All rows of the nine logs beside calls, invites, staff and tasks: one story, told from one customer to the next."""

from dataclasses import dataclass

from data.demo.aftercare import aftercare
from data.demo.groups import member_records
from data.demo.leads import leads
from data.demo.orders import order_records, purchases
from data.demo.records import Record
from data.demo.regulars import former_leads, regulars
from data.demo.replies import reply_records
from data.demo.rows import Chain
from data.demo.visits import invited_visits, visit_records, walk_ins
from data.logs.description import Log
from data.logs.group_members import GROUP_MEMBERS
from data.logs.leads import LEADS
from data.logs.orders import ORDERS
from data.logs.referrals import REFERRALS
from data.logs.replies import REPLIES
from data.logs.services import SERVICES
from data.logs.visits import VISITS


@dataclass(frozen=True)
class Ledger:
    """All rows of one log in the order of their dates."""

    log: Log
    records: tuple[Record, ...]

    def part(self, first: str, last: str, stores: tuple[str, ...]) -> list[Record]:
        """Return the rows of ``stores`` from ``first`` to ``last`` (ISO dates), both included."""
        return [
            record for record in self.records if first <= str(record["date"])[:10] <= last and record["store"] in stores
        ]


def ledgers(chain: Chain, seed: int) -> dict[str, Ledger]:
    """Return the rows that have dates, by kind of log."""
    newcomers = iter(chain.customers.others)
    advertiser = next(newcomers)
    invited = invited_visits(chain)
    former, former_visits = former_leads(chain, seed)
    old = regulars(chain, seed, newcomers)
    after = aftercare(chain, seed, old, newcomers)
    visits = [*invited, *former_visits, *after.visits, *walk_ins(chain, seed, newcomers)]
    bought = purchases(chain, seed, visits, old)
    told: tuple[tuple[Log, list[Record]], ...] = (
        (LEADS, [*former, *leads(chain, seed, invited, newcomers)]),
        (VISITS, visit_records(chain, seed, visits)),
        (ORDERS, order_records(chain, seed, bought)),
        (SERVICES, after.services),
        (REFERRALS, after.referrals),
        (GROUP_MEMBERS, member_records(chain, seed, advertiser)),
        (REPLIES, reply_records(chain, seed)),
    )
    return {
        log.kind: Ledger(log, tuple(sorted(records, key=lambda record: str(record["date"])))) for log, records in told
    }
