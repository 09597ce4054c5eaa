"""Tomorrow on paper: each assistant's list on A4, with a box to tick and room to write."""

from html import escape
from pathlib import Path
from string import Template
from typing import Any, Final

import pandas as pd

from data.texts import say
from data.texts.days import day_in_words
from reports.browser import pdf
from reports.planning import Plan
from reports.tomorrow_words import task_in_words
from reports.wording import code_in_words

COLUMNS: Final = ("customer", "contacts", "grade", "product", "call_for", "days_silent")


def task_pdf(plan: Plan, language: str) -> bytes:
    """Return the lists on A4, each assistant's from a new page on. Raises ``Refused`` without a browser."""
    return pdf(task_page(plan, language))


def task_page(plan: Plan, language: str) -> str:
    """Return the page, a section an assistant on duty. Whatever comes from a log is escaped; no phone is whole."""
    here = plan.people[~plan.people["on_leave"].astype(bool)]
    template = Template((Path(__file__).parent / "task_page.html").read_text(encoding="utf-8"))
    return template.substitute(
        language=language,
        title=escape(say("tomorrow.paper", language, day=day_in_words(plan.day, language))),
        sections="\n".join(_section(row, plan, language) for _, row in here.iterrows()),
    )


def _section(row: "pd.Series[Any]", plan: Plan, language: str) -> str:
    name = f"{row['assistant']} · {row['store']} · {day_in_words(plan.day, language)}"
    heads = [say(f"tables.columns.{column}", language) for column in COLUMNS]
    cells = "".join(f"<th>{escape(head)}</th>" for head in ("", *heads))
    lines = "".join(_line(customer, language) for _, customer in plan.of(row["store"], row["assistant"]).iterrows())
    return (
        f'<section><table><thead><tr><th class="whose" colspan="{len(COLUMNS) + 2}"><h1>{escape(name)}</h1>'
        f"<p>{escape(task_in_words(row, language))}</p></th></tr>"  # again on top of every page
        f'<tr>{cells}<th class="note">{escape(say("tables.columns.note", language))}</th></tr></thead>'
        f"<tbody>{lines}</tbody></table></section>"
    )


def _line(row: "pd.Series[Any]", language: str) -> str:
    said = [
        row["customer"],
        " ".join(row["contacts"]),
        row["grade"],
        row["product"],
        code_in_words("call_for", row["call_for"], language),
        row["days"],
    ]
    cells = "".join(f"<td>{'' if pd.isna(cell) else escape(str(cell))}</td>" for cell in said)
    return f'<tr><td><span class="box"></span></td>{cells}<td></td></tr>'
