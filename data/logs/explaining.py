"""What a column means, for who fills a form in and who reads the dictionary."""

from data.logs.description import Column, Log
from data.texts import catalogue, say
from data.texts.lists import listed


def about(log: Log, column: Column, language: str) -> str:
    """Return one sentence on what the column means; "" where its header says it all."""
    owner = log.kind if f"columns.about.{log.kind}.{column.name}" in catalogue(language) else "any"
    if f"columns.about.{owner}.{column.name}" not in catalogue(language):
        return ""
    return say(f"columns.about.{owner}.{column.name}", language)


def note(log: Log, column: Column, language: str) -> str:
    """Return all there is to know for filling the column in, line by line."""
    lines = [about(log, column, language), say(f"columns.{_needed(column)}", language)]
    if column.type != "text":
        lines.append(say(f"columns.type.{column.type}", language))
    if column.choices:
        words = listed((spellings[0] for spellings in column.choices.values()), language)
        lines.append(say("columns.words", language, words=words))
    if column.example:
        lines.append(say("columns.example", language, example=column.example))
    return "\n".join(line for line in lines if line)


def _needed(column: Column) -> str:
    if not column.required:
        return "optional"
    return "required_store" if column.name == "store" else "required"
