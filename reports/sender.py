"""The sender: looks at the clock inside the server, and sends the evening to the group once a day when it is due."""

import logging
import threading
from datetime import datetime, timedelta
from typing import Final

from data import home
from data.inbox.later import log_trouble
from data.refusal import Refused
from data.store import Store
from data.terminal import named_stores
from data.texts import LANGUAGES, say
from reports.evening import evening
from reports.outcomes import Outcome, State, keep, outcomes
from reports.plan import Plan, plan
from reports.pushing import push_text
from reports.robot import FILE, VARIABLE, Robot, set_up
from reports.sent import Sent

EVERY: Final = 5.0  # seconds
LATEST: Final = timedelta(hours=1)  # a meeting's figures are no news after that
PAUSE: Final = timedelta(minutes=10)  # between two attempts
LET_FINISH: Final = 20.0  # seconds


class Sender:
    """Sends the evenings of ``store`` as its ``robot.toml`` says, each at most once, whatever stops in between."""

    def __init__(self, store: Store) -> None:
        self._store, self._folder = store, store.folder
        self._complained = ""
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="sender", daemon=True)

    def start(self) -> None:
        """Begin to look at the clock."""
        self._thread.start()

    def stop(self) -> None:
        """Let what is being sent finish, then stop."""
        self._stopping.set()
        self._thread.join(LET_FINISH)

    def look(self) -> None:
        """Send what is due: one step."""
        try:
            planned = plan(self._folder)
            robot = set_up(self._folder) if planned else None
        except Refused as problem:
            self._complain(problem)
            return
        if planned is None:
            return
        if robot is None:
            self._complain(Refused("robot.not_set_up", file=FILE, variable=VARIABLE))
            return
        self._complained = ""
        self._send_if_due(planned, robot, home.now())

    def _send_if_due(self, planned: Plan, robot: Robot, now: datetime) -> None:
        due = planned.due(now)
        mark = Sent(self._folder).mark(robot.url, f"{due:%Y-%m-%d} {planned.language} {planned.stores}")
        before = outcomes(self._folder).get(mark)
        if before and (before.is_final or (now <= due + LATEST and now < before.moment + PAUSE)):
            return
        if now > due + LATEST:
            if before is None:
                self._note(mark, Outcome(due.date(), "missed", now), planned)
            return
        keep(self._folder, mark, Outcome(due.date(), "sending", now))  # before sending, lest a crash send it twice
        state, problem = self._send(planned, robot, due)
        reason, details = (problem.reason, problem.details) if problem else ("", {})
        words = {name: str(value) for name, value in details.items()}
        self._note(mark, Outcome(due.date(), state, now, reason, words), planned)

    def _send(self, planned: Plan, robot: Robot, due: datetime) -> tuple[State, Refused | None]:
        """Return what came of it; what goes wrong here has sent nothing, unless the robot says that it may have."""
        try:
            stores = named_stores(self._store, planned.stores)
            with self._store.moment():
                found = evening(lambda ask, **params: ask(self._store, stores, **params), stores, due.date())
            if found.is_empty:
                return "empty", None
            push_text(found, planned.language, robot, self._folder)
        except Refused as problem:
            if problem.reason == "robot.already":  # somebody has sent it by hand
                return "sent", None
            return ("unsure" if problem.reason == "robot.unsure" else "failed"), problem
        return "sent", None

    def _note(self, mark: str, outcome: Outcome, planned: Plan) -> None:
        """Write down what came of it, and tell the log what is not as it should be."""
        keep(self._folder, mark, outcome)
        if outcome.state in {"failed", "unsure", "missed"}:
            told = {"at": f"{planned.at:%H:%M}", "day": f"{outcome.day:%Y-%m-%d}"}
            for language in LANGUAGES:
                words = say(f"robot.by_itself_{outcome.state}", language, why=outcome.sentence(language), **told)
                logging.getLogger(__name__).warning(words)

    def _complain(self, problem: Refused) -> None:
        """Tell the log once, not at every look."""
        if problem.reason != self._complained:
            self._complained = problem.reason
            for language in LANGUAGES:
                logging.getLogger(__name__).warning(problem.sentence(language))

    def _watch(self) -> None:
        while not self._stopping.is_set():
            try:
                self.look()
            except Exception as problem:  # noqa: BLE001 - nothing may end the watch
                log_trouble("The sender tries again later", problem)
            self._stopping.wait(EVERY)
