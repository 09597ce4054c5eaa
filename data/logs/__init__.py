"""The logs an operator uploads: one declarative description per kind."""

from data.logs.calls import CALLS
from data.logs.description import Column, Log
from data.logs.invites import INVITES
from data.logs.staff import STAFF
from data.logs.tasks import TASKS

LOGS: dict[str, Log] = {log.kind: log for log in (CALLS, INVITES, STAFF, TASKS)}

__all__ = ["LOGS", "Column", "Log"]
