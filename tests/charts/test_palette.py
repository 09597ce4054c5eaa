"""Colours must be readable from the back of a room: WCAG contrast, 4.5 for letters, 3 for large ones and marks."""

import pytest

from charts.palette import DARK, LIGHT, Palette


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_letters_stand_out_from_the_paper(palette: Palette) -> None:
    letters = (palette.ink, palette.muted, palette.good_text, palette.unsure_text, palette.below_text)
    assert min(contrast(letter, palette.paper) for letter in letters) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_letters_stand_out_from_the_area_they_are_on(palette: Palette) -> None:
    pairs = [(palette.on_unsure, palette.unsure), (palette.ink, palette.track), *palette.grades.values()]
    assert min(contrast(*pair) for pair in pairs) >= 4.5
    signs = [(palette.on_good, palette.good), (palette.on_below, palette.below), (palette.muted, palette.track)]
    assert min(contrast(*sign) for sign in signs) >= 3


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_bars_and_ticks_stand_out_from_the_track(palette: Palette) -> None:
    marks = (palette.ink, palette.good, palette.below)
    assert min(contrast(mark, palette.track) for mark in marks) >= 3


def test_states_have_their_colours_and_anything_else_is_neutral() -> None:
    assert [LIGHT.fill(state) for state in ("passed", "close", "below", "missing")] == [
        LIGHT.good,
        LIGHT.unsure,
        LIGHT.below,
        LIGHT.muted,
    ]
    assert LIGHT.text("passed") == LIGHT.good_text
    assert LIGHT.text("missing") == LIGHT.muted
