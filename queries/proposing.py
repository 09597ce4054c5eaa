"""Who takes over whose customers: spread by grade, so that nobody is given more of the good ones than anybody else."""

from typing import Final

import pandas as pd

# The columns of queries.assets.by_holder that count the customers somebody already holds, the best grade first.
HELD: Final = {"A": "grade_a", "B": "grade_b", "C": "grade_c", "D": "grade_d", "": "ungraded"}


def propose(customers: pd.DataFrame, receivers: pd.DataFrame) -> pd.DataFrame:
    """Return ``customers`` with ``to_assistant``: each to one receiver, grade A first, in the order they come.

    ``customers`` have a ``grade`` (A1 counts as A; null: ungraded), ``receivers`` are rows of
    ``queries.assets.by_holder``. Each goes to who was given fewest of the grade so far, of these to who was given
    fewest in all, then to who already holds fewest of the grade: so of no grade, nor in all, is anybody given two more
    than anybody else. Without receivers ``to_assistant`` is null.
    """
    letters = customers["grade"].fillna("").str[:1]
    names = receivers["holder"].tolist()
    held = {grade: dict(zip(names, receivers[column].tolist(), strict=True)) for grade, column in HELD.items()}
    given = dict.fromkeys(names, 0)
    chosen = pd.Series(None, customers.index, dtype=object)
    for grade in HELD if names else ():
        of_grade = dict.fromkeys(names, 0)
        for place in letters.index[letters == grade]:
            name = min(names, key=lambda one: (of_grade[one], given[one], held[grade][one], one))
            of_grade[name] += 1
            given[name] += 1
            chosen[place] = name
    return customers.assign(to_assistant=chosen)


def shares(proposed: pd.DataFrame, receivers: pd.DataFrame) -> pd.DataFrame:
    """Return what each receiver is given: holder, the columns of ``HELD``, ``customers``, and ``then_held`` in all."""
    letters = proposed["grade"].fillna("").str[:1]
    rows = []
    for name, held in zip(receivers["holder"], receivers["customers"], strict=True):
        own = letters[proposed["to_assistant"] == name]
        counts = {column: int((own == grade).sum()) for grade, column in HELD.items()}
        rows.append({"holder": name, **counts, "customers": len(own), "then_held": int(held) + len(own)})
    return pd.DataFrame(rows, columns=["holder", *HELD.values(), "customers", "then_held"])
