"""The evening as a page of its own, to become a picture or a PDF: the sentences of the text, with bars beside them."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from pathlib import Path
from string import Template
from typing import Any

import pandas as pd

from charts.palette import LIGHT
from data.texts import say
from reports.browser import pdf, picture
from reports.evening import Evening
from reports.gaps import PAIRS, gap, state, summed
from reports.meeting_text import figure, handed_in, title
from reports.promise_words import kept_by_person, kept_by_store, kept_in_short
from reports.summary import Summary
from reports.tonight import tonight


def evening_picture(evening: Evening, language: str, made_at: datetime) -> bytes:
    """Return the evening of all stores together as one long PNG; see ``reports.browser.picture``."""
    return picture(summary_page([evening], language, made_at))


def summary_pdf(found: Summary, language: str, made_at: datetime) -> bytes:
    """Return the evening on A4, each store on a page of its own; see ``reports.browser.pdf``."""
    return pdf(summary_page(found.sections, language, made_at))


def summary_page(sections: Iterable[Evening], language: str, made_at: datetime) -> str:
    """Return the page, a section an evening. Whatever comes from a log is escaped, and the page loads nothing."""
    drawn = list(sections)
    made = say("summary.made", language, moment=f"{made_at:%Y-%m-%d %H:%M}")
    template = Template((Path(__file__).parent / "summary_page.html").read_text(encoding="utf-8"))
    return template.substitute(
        language=language,
        title=escape(title(drawn[0], language)),
        paper=LIGHT.paper,
        ink=LIGHT.ink,
        muted=LIGHT.muted,
        grid=LIGHT.grid,
        track=LIGHT.track,
        accent=LIGHT.accent,
        good=LIGHT.good_text,
        below=LIGHT.below_text,
        sections="\n".join(_section(one, language, made) for one in drawn),
    )


def _section(one: Evening, language: str, made: str) -> str:
    said = one.day_figures.dropna(subset=["value"])
    figures = "".join(f"<p>{escape(figure(row, one, language))}</p>" for _, row in said.iterrows())
    parts = [
        f"<h1>{escape(title(one, language))}</h1>",
        *(f"<p>{escape(line)}</p>" for line in handed_in(one, language)),
        f'<div class="figures">{figures}</div>',
        *_part("promises.title", _promises(one, language), language),
        *_part("meeting.tonight", _findings(one, language), language),
        *_part("meeting.board", _box("board", _board(one, language)), language),
        _box(
            "pair",
            [
                _box("wide grades", _part("meeting.grades", "".join(_grades(one, language)), language)),
                _box("wide", _part("meeting.funnel", "".join(_funnel(one, language)), language)),
            ],
        ),
        f'<p class="made">{escape(made)}</p>',
    ]
    return f"<section>{''.join(parts)}</section>"


def _part(key: str, body: str, language: str) -> Iterator[str]:
    if body:
        yield f"<h2>{escape(say(key, language))}</h2>{body}"


def _box(name: str, parts: Iterable[str]) -> str:
    body = "".join(parts)
    return f'<div class="{name}">{body}</div>' if body else ""


def _promises(one: Evening, language: str) -> str:
    if one.promised.empty:
        return ""
    lines = kept_by_person(one, language) if one.one_store else kept_by_store(one, language)
    items = "".join(f'<li class="{line.state}">{escape(line.words)}</li>' for line in lines)
    look = "" if one.one_store else ' class="stores"'
    return f"<p>{escape(kept_in_short(one, language))}</p><ul{look}>{items}</ul>"


def _findings(one: Evening, language: str) -> str:
    found = tonight(one, language)
    items = "".join(f"<li><b>{escape(it.head)}</b>{escape(it.rest)}</li>" for it in found)
    return f"<ol>{items}</ol>" if items else ""


def _board(one: Evening, language: str) -> Iterator[str]:
    rows = one.quota_board if one.one_store else summed(one.quota_board)
    for _, row in rows.iterrows():
        found = state(row) if one.one_store else row["state"]
        name = row["assistant"] if one.one_store else row["store"]
        bars = "" if found == "missing" else "".join(_bars(row, language))
        words = _words(row, found, language, one_store=one.one_store)
        said = f'<b>{escape(str(name))}</b> <span class="words {found}">{escape(words)}</span>'
        yield f'<div class="row">{said}{bars}</div>'


def _words(row: "pd.Series[Any]", found: str, language: str, *, one_store: bool) -> str:
    if one_store:
        return gap(row, language)
    if found == "missing":
        return say("gaps.missing", language)
    return say("meeting.store_passed", language, passed=row["people_passed"], all=row["people"])


def _bars(row: "pd.Series[Any]", language: str) -> Iterator[str]:
    for name, quota in PAIRS:
        value = row[name]
        said = "–" if pd.isna(value) else f"{value:,.0f}"
        share = 0.0 if pd.isna(value) or not row[quota] else float(value) / float(row[quota])
        yield _line(say(f"meeting.figures.{name}", language), share, f"{said}/{row[quota]:,.0f}")


def _grades(one: Evening, language: str) -> Iterator[str]:
    mix = one.grade_mix.assign(grade=one.grade_mix["grade"].fillna("ungraded"))
    sums = mix.groupby("grade")["customers"].sum()
    for grade, count in sorted(sums.items(), key=lambda one: (one[0] == "ungraded", one[0])):
        name = say("meeting.ungraded", language) if grade == "ungraded" else str(grade)
        yield _line(name, float(count) / float(sums.sum()), f"{count:,}")


def _funnel(one: Evening, language: str) -> Iterator[str]:
    before, most = None, one.stages["customers"].max() if len(one.stages) else 0
    if not most:
        return
    for stage, count in zip(one.stages["stage"], one.stages["customers"], strict=True):
        share = say("funnel.of_before", language, share=f"{count / before:.0%}") if before else ""
        yield _line(
            say(f"tables.codes.furthest.{stage}", language),
            count / most,
            f"{count:,} · {share}" if share else f"{count:,}",
        )
        before = count


def _line(name: str, share: float, said: str) -> str:
    filled = f'<i style="width:{min(share, 1):.1%}"></i>'
    return (
        f'<div class="line"><span>{escape(name)}</span><div class="bar">{filled}</div><span>{escape(said)}</span></div>'
    )
