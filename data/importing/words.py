"""How the text of a cell that holds a word or a name becomes a value, and which reader reads which column.

``text`` arrives folded, as for ``data.importing.cells``.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from data.customer_codes import is_code
from data.importing import cells
from data.importing.cells import Cell, says_nothing
from data.importing.folding import named
from data.logs import Column, Log

NO_WECHAT: Final = re.compile(
    r"(微信)?同(号|上|手机号?|电话)|是|否|有|对|√|×|✓|✗|✔|✘|☑|y|n|x|yes|no|true|false|ok|1|0|未知|待定|不详|"
    r"(已经?|未|没有?|待|不|不愿|不同意|同意|拒绝)?(加|添加|通过|申请)[了过上]?(微信|好友)?|同意|拒绝|"
    r"已?(有|发)微信|没有?微信|(店长|导购|老板|门店|公司|企业|工作|个人|客户)的?(微信|企微)"
)
TOTAL: Final = re.compile(r"总?合计|[总小共累]计|汇总|人均|平均[值数]?|均值|(grand |sub ?|sub-)?totals?|sum|average")
EXAMPLE: Final = re.compile(r"[(\[【]?示例")  # how a template marks the row that shows how to fill it in
ON_LEAVE: Final = re.compile(r"休|休假|休息|请假|(年|事|病|产|婚|丧)假|[调轮]休")
CLOSED: Final = re.compile(r"[停歇闭]业|不营业|关门|关店|店休|休|休息|放假|休业")
IS_OPEN: Final = re.compile(r"(正常|照常)?营业|开门|开店|开业")
AT_WORK: Final = re.compile(r"上班|出勤|在岗|正常|值班")


def text_cell(text: str) -> Cell:
    """Keep the text unless it is a form's word for "nothing"."""
    return Cell() if says_nothing(text) else Cell(text)


def wechat_cell(text: str) -> Cell:
    """Keep a WeChat id; "same as the phone" or a yes or no is none, and would make one customer of many."""
    return Cell() if says_nothing(text) or NO_WECHAT.fullmatch(text.lower()) else Cell(text)


def store_cell(text: str) -> Cell:
    """Keep the name of a store or a group; a template's example is none."""
    name = named(text)
    return Cell(problem="example_row") if EXAMPLE.match(name) else text_cell(name)


def assistant_cell(text: str) -> Cell:
    """Keep the name of an assistant; a row that says 合计 in its place sums up other rows."""
    name = named(text)
    return Cell(problem="total_row") if TOTAL.fullmatch(name.lower()) else text_cell(name)


def code_cell(text: str) -> Cell:
    """Keep a customer's code; one with a slip in it would be nobody's."""
    if says_nothing(text):
        return Cell()
    return Cell(text.upper()) if is_code(text.upper()) else Cell(problem="code_unreadable")


def leave_cell(text: str) -> Cell:
    """Read whether somebody is on leave: a yes or no, or a word for leave or work."""
    if ON_LEAVE.fullmatch(text):
        return Cell("true")
    return Cell("false") if AT_WORK.fullmatch(text) else cells.bool_cell(text)


def open_cell(text: str) -> Cell:
    """Read whether a store is open: a yes or no, or a word for open or closed."""
    if CLOSED.fullmatch(text):
        return Cell("false")
    return Cell("true") if IS_OPEN.fullmatch(text) else cells.bool_cell(text)


def choice_cell(column: Column) -> Callable[[str], Cell]:
    """Return the reader of a choice: one of the vocabulary's words by any spelling, else "other" with the word kept."""
    words = {_spelling(spelling): word for word, spellings in column.choices.items() for spelling in (word, *spellings)}

    def read(text: str) -> Cell:
        if (word := words.get(_spelling(text))) is not None:
            return Cell(word)
        return Cell() if says_nothing(text) else Cell("other", repaired=True, word=text)

    return read


def deed_cell(column: Column) -> Callable[[str], Cell]:
    """Return the reader of a yes or no that may also be told by the deed itself: 成交 below 是否成交."""
    deeds = {re.sub("^(是否为?|已)", "", name) for name in (column.header, *column.aliases)}

    def read(text: str) -> Cell:
        return Cell("true") if text in deeds else cells.bool_cell(text)

    return read


def _spelling(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()


BY_TYPE: Final[dict[str, Callable[[str], Cell]]] = {
    "phone": cells.phone_cell,
    "bool": cells.bool_cell,
    "grade": cells.grade_cell,
    "money": cells.money_cell,
    "integer": cells.integer_cell,
    "number": cells.number_cell,
    "seconds": cells.seconds_cell,
    "text": text_cell,
}
BY_NAME: Final[dict[str, Callable[[str], Cell]]] = {
    "wechat": wechat_cell,
    "store": store_cell,
    "assistant": assistant_cell,
    "from_assistant": assistant_cell,
    "to_assistant": assistant_cell,
    "group_name": store_cell,
    "on_leave": leave_cell,
    "open": open_cell,
    "weight": cells.weight_cell,
    "customer_code": code_cell,
}
# Whose spaces between Chinese letters only widen them.
NAMES: Final = frozenset(name for name, reader in BY_NAME.items() if reader in (store_cell, assistant_cell))


def assistants_of(log: Log) -> tuple[str, ...]:
    """Return the columns of a log that name assistants."""
    return tuple(column.name for column in log.columns if BY_NAME.get(column.name) is assistant_cell)
