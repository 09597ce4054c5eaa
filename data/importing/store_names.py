"""The store that a text speaks of, such as a file's name."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from data.importing.folding import named
from data.logs import LOGS

TITLES: Final = "|".join(
    word for log in LOGS.values() for word in (log.title, log.title.removesuffix("表").removesuffix("记录"), log.kind)
)
NOT_A_STORE: Final = re.compile(
    rf"{TITLES}|\d+[年月日号]?|(周|星期)[一二三四五六日天]|[晨夕]会|[进到]店(?=登记|记录|明细|汇总|表)|"
    r"电话|成功|邀约|记录|登记|明细|汇总|人员|任务|日报|成交|订单|客资|售后|转介绍|积分|群成员|盘点|目标|交接|表|"
    r"[\W_]+|sheet",
    re.IGNORECASE,
)
SHOP: Final = ("店", "门店", "馆", "中心")


def store_named_in(texts: Iterable[str], known: Sequence[str]) -> str | None:
    """Return the store that the sheet's name, a line above the header or the file's name speaks of.

    A store already known wins, unless a longer name holds it: 万达店 is not 金牛万达店. Else it is what is left of
    a text without dates and titles, if it ends like a shop's name.
    """
    texts = [named(text) for text in texts]
    for text in texts:
        if found := [store for store in known if store in text]:
            store = max(found, key=len)
            return next(
                (part for part in _shops_in(text) if part.replace(store, "", 1) not in (part, "", *SHOP)), store
            )
    return next((part for text in texts for part in _shops_in(text)), None)


def _shops_in(text: str) -> list[str]:
    return [part for part in NOT_A_STORE.sub(" ", text).split() if part.endswith(SHOP) and part not in SHOP]
