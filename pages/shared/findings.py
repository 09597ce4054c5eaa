"""What was found, as a page says it."""

from collections.abc import Iterable

from pages.shared.texts import plain


def found_in_words(found: Iterable[tuple[str, str]]) -> str:
    """Return Markdown with one line for each finding and what to do about it; nothing where nothing was found."""
    return "\n\n".join(f":orange[:material/lightbulb:] **{plain(head)}** {plain(advice)}" for head, advice in found)
