"""Approved pictures of the page. `DAYBOOK_APPROVE=1` writes them anew, for a person to look at.

Pictures are compared after both are shrunk to coarse cells, so that smoothing of edges does not count. Lines break
elsewhere in another font, so a machine whose fonts are not those of the approved pictures skips the comparison.
"""

import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

GOLDEN = Path(__file__).parents[2] / "golden" / "explorer"
VIEWS: dict[str, dict[str, Any]] = {
    "first": {},
    "zoomed": {"fragment": "#from=2016-01-01&to=2016-12-31"},
    "evidence": {"fragment": "#q=disputed", "click": "#list button"},
    "dark": {"fragment": "#from=2016-01-01&to=2016-12-31", "color_scheme": "dark"},
    "phone": {"width": 390, "height": 844},
    "phone-timeline": {"width": 390, "height": 844, "click": "#switch button:last-child"},
}
CELL = 20
MEAN, WORST = 1.5, 15.0
"""Tolerated differences of brightness, of 255: over the picture, and of the cell at the 99th percentile."""


@pytest.mark.parametrize("name", VIEWS)
def test_page_looks_as_approved(
    name: str, open_page: Callable[..., Any], town_page: Path, settle: Callable[[Any], None]
) -> None:
    options = dict(VIEWS[name])
    click = options.pop("click", None)
    page = open_page(town_page, **options)
    if click:
        page.click(click)
        settle(page)
    page.mouse.move(0, 0)
    if not os.environ.get("DAYBOOK_APPROVE") and widths(page) != json.loads((GOLDEN / "fonts.json").read_text()):
        pytest.skip("the fonts of this machine are not those of the approved pictures")
    taken = page.screenshot(animations="disabled", caret="hide")
    path = GOLDEN / f"{name}.png"
    if os.environ.get("DAYBOOK_APPROVE"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(smaller(taken))
        (GOLDEN / "fonts.json").write_text(json.dumps(widths(page)) + "\n")
    difference = np.abs(cells(path.read_bytes()) - cells(smaller(taken)))
    assert difference.mean() < MEAN
    assert np.percentile(difference, 99) < WORST


def test_another_view_is_told_apart() -> None:
    first, zoomed = (cells((GOLDEN / f"{name}.png").read_bytes()) for name in ("first", "zoomed"))
    difference = np.abs(first - zoomed)
    assert difference.mean() >= MEAN or np.percentile(difference, 99) >= WORST


def widths(page: Any) -> list[int]:
    """Widths of a line of text in the page's fonts, in pixels."""
    measured: list[int] = page.evaluate(
        """() => ["body", "h1"].map((name) => {
          const context = document.createElement("canvas").getContext("2d");
          context.font = `100px ${getComputedStyle(document.querySelector(name)).fontFamily}`;
          return Math.round(context.measureText("Hamburgefonstiv 0123456789").width);
        })"""
    )
    return measured


def smaller(picture: bytes) -> bytes:
    """Half the size: enough for eyes."""
    from PIL import Image

    image = Image.open(io.BytesIO(picture)).convert("RGB")
    out = io.BytesIO()
    half = image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS)
    half.quantize(256, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def cells(picture: bytes) -> "np.ndarray[Any, Any]":
    """Mean colours of coarse cells, the same number of them whatever the size of the picture."""
    from PIL import Image

    image = Image.open(io.BytesIO(picture)).convert("RGB")
    across = 1400 // CELL if image.width > image.height else 390 // CELL
    down = round(across * image.height / image.width)
    return np.asarray(image.resize((across, down), Image.Resampling.BOX), dtype=float)
