"""The logs an operator uploads: one declarative description per kind."""

from data.logs.calendar import CALENDAR
from data.logs.calls import CALLS
from data.logs.description import Column, Log, Person
from data.logs.group_members import GROUP_MEMBERS
from data.logs.handovers import HANDOVERS
from data.logs.invites import INVITES
from data.logs.leads import LEADS
from data.logs.orders import ORDERS
from data.logs.referrals import REFERRALS
from data.logs.replies import REPLIES
from data.logs.services import SERVICES
from data.logs.staff import STAFF
from data.logs.targets import TARGETS
from data.logs.tasks import TASKS
from data.logs.visits import VISITS

LOGS: dict[str, Log] = {
    log.kind: log
    for log in (
        CALLS,
        INVITES,
        LEADS,
        VISITS,
        ORDERS,
        SERVICES,
        REFERRALS,
        GROUP_MEMBERS,
        REPLIES,
        STAFF,
        TASKS,
        TARGETS,
        HANDOVERS,
        CALENDAR,
    )
}

__all__ = ["LOGS", "Column", "Log", "Person"]
