"""What a page says, as a test hears it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from data.texts import LANGUAGES, say

MARKDOWN: Final = {"label", "body", "help", "content"}
PLAIN: Final = {"alt", "code_text", "delta", "options", "placeholder"}
NAMED: Final = {say(f"tables.columns.{name}", language) for name in ("customer", "sheet") for language in LANGUAGES}
CHART: Final = {"text", "ticktext", "hovertext"}


@dataclass
class Said:
    """Everything a page says, by how it is read: as Markdown, as a chart's own markup, as it is; and the choices.

    ``names`` are the cells of tables that stand as somebody wrote them: customers and sheets.
    """

    markdown: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    @property
    def page(self) -> str:
        return "\n".join([*self.markdown, *self.charts, *self.plain])

    @property
    def everything(self) -> str:
        return "\n".join([self.page, *self.choices])

    def hear(self, element: Any) -> None:
        if element.type == "html":
            return
        if element.type == "dataframe":
            table = element.value
            self.plain += [str(name) for name in table.columns]
            self.plain += [cell for name in table.columns for cell in table[name] if isinstance(cell, str)]
            for name in NAMED.intersection(table.columns):
                self.names |= {cell for cell in table[name] if isinstance(cell, str)}
            self.markdown += [
                column["help"] for column in json.loads(element.proto.columns).values() if "help" in column
            ]
        if element.type == "plotly_chart":
            self.charts += _in_chart(json.loads(element.proto.spec))
        self._hear_message(element.proto)

    def _hear_message(self, message: Any) -> None:
        for name, value in message.ListFields():
            for part in value if name.is_repeated and not isinstance(value, dict) else [value]:
                if name.type == name.TYPE_MESSAGE and hasattr(part, "ListFields"):
                    self._hear_message(part)
                elif name.name == "options":
                    self.choices.append(part)
                elif name.name in MARKDOWN:
                    self.markdown.append(part)
                elif name.name in PLAIN:
                    self.plain.append(part)


def _in_chart(part: Any, name: str = "") -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _in_chart(value, key)
    elif isinstance(part, list):
        for value in part:
            yield from _in_chart(value, name)
    elif isinstance(part, str) and name in CHART:
        yield part
