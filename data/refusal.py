"""The one exception for anything a person can mend: what, where, what to do."""

from data.texts import say


class Refused(Exception):  # noqa: N818 – a refusal is an answer, not an error
    """Input that is not taken, with a sentence for the person who brought it.

    ``reason`` is the key of a text ("reading.empty_file"); ``details`` fill its placeholders.
    """

    def __init__(self, reason: str, **details: object) -> None:
        self.reason = reason
        self.details = details
        super().__init__(reason)

    def sentence(self, language: str) -> str:
        """Return the sentence in ``language`` ("zh" or "en")."""
        return say(self.reason, language, **self.details)

    def __str__(self) -> str:
        return self.sentence("en")
