"""The numbers that stand for words while days are simulated.

Days and customers are counted from 0. -1 stands for "not known" or "never" in every column.
"""

from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Columns = dict[str, Ints]


class Outcome(IntEnum):
    """How a call ended."""

    CONNECTED = 0
    NO_ANSWER = 1
    REJECTED = 2
    BUSY = 3
    OFF = 4
    INVALID = 5


class Agreed(IntEnum):
    """What a customer agreed to."""

    GROUP = 0
    VISIT = 1
    BOTH = 2


class Grade(IntEnum):
    """How strong a customer's intent is."""

    A = 0
    B = 1
    C = 2
    D = 3


NEVER: Final = 10_000  # the day of what does not happen
CUSTOMERS_A_DAY: Final = 101  # of one assistant: at most 65 new ones called and 36 new ones invited
