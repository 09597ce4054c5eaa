"""The evening into the group chat, as text or as a picture."""

from datetime import datetime
from pathlib import Path

from data.refusal import Refused
from reports.evening import Evening
from reports.meeting_text import meeting_text
from reports.robot import Robot, picture_message, texts
from reports.sending import send
from reports.summary_page import evening_picture


def push_text(evening: Evening, language: str, robot: Robot, folder: Path, *, again: bool = False) -> None:
    """Send the meeting text; raises ``Refused`` when it is not taken, and when the same has been sent before."""
    said = meeting_text(evening, language)
    messages = [(f"{number} {said}", message) for number, message in enumerate(texts(robot, said))]
    if not send(robot, messages, folder, again=again):
        raise Refused("robot.already")


def push_picture(
    evening: Evening, language: str, robot: Robot, folder: Path, made_at: datetime, *, again: bool = False
) -> None:
    """Send the picture, of which the text says whether it is the same; refused as ``push_text`` is."""
    message = picture_message(robot, evening_picture(evening, language, made_at))
    if not send(robot, [(f"png {meeting_text(evening, language)}", message)], folder, again=again):
        raise Refused("robot.already")
