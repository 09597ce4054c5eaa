"""A whole number shared out in whole numbers: what each day, week or person of a target has to bring."""

from collections.abc import Sequence
from fractions import Fraction


def shared_out(total: int, weights: Sequence[Fraction | int]) -> list[int]:
    """Return whole parts of ``total``, as near to the weights as whole numbers come, that sum to it.

    By largest remainder (Hamilton), in exact arithmetic; of equal remainders the earlier place comes first. Without
    any weight above zero all parts are zero: there is nobody, or no day, to bring it. Raises ValueError for less than
    nothing.
    """
    if total < 0 or any(weight < 0 for weight in weights):
        raise ValueError("neither a total nor a weight is below zero")
    whole = sum(weights, Fraction(0))
    if not whole:
        return [0] * len(weights)
    exact = [total * Fraction(weight) / whole for weight in weights]
    parts = [int(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: (parts[place] - exact[place], place))
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts
