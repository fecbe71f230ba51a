"""`python docs/shapes.py FOLDER`: the shapes of the map of partners, made anew from the unpacked npm package
`world-atlas` (Natural Earth's countries as TopoJSON), for when borders change.

Countries come from the 110 m scale; those too small for it keep a point from the 50 m one, so that a partner
in Singapore stands on the map too. The result is small, keyed by ISO 3166 alpha-2, and reads without any
library.
"""

from __future__ import annotations

import json
import shutil
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from babel.core import get_global

SHAPES = Path(__file__).parent.parent / "bot" / "report" / "shapes"
Ring = list[tuple[float, float]]


def main(folder: Path) -> None:
    """Writes countries.json and its licence."""
    near, far = (json.loads((folder / f"countries-{scale}m.json").read_text()) for scale in (50, 110))
    countries = {code: _country(rings) for code, rings in _countries(far).items()}
    for code, rings in _countries(near).items():
        countries.setdefault(code, {"rings": [], "middle": _middle(rings)})
    text = json.dumps(dict(sorted(countries.items())), separators=(",", ":"))
    (SHAPES / "countries.json").write_text(text + "\n", encoding="utf-8")
    shutil.copy(folder / "LICENSE", SHAPES / "LICENSE")


def _countries(topology: dict[str, Any]) -> dict[str, list[Ring]]:
    alpha2 = {
        number: names[0] for number, names in get_global("territory_aliases").items() if number.isdigit()
    }
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    found: dict[str, list[Ring]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = alpha2.get(shape.get("id", ""))
        if code:
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            found.setdefault(code, []).extend(_ring(polygon[0], arcs) for polygon in polygons)
    return found


def _arc(steps: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """An arc's points: the file holds the whole-number steps between them."""
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in steps:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + shift_x, y * scale_y + shift_y))
    return points


def _ring(indices: list[int], arcs: list[Ring]) -> Ring:
    """An outline, followed across the date line instead of jumping back around the world."""
    points: Ring = []
    for index in indices:
        points += arcs[index] if index >= 0 else arcs[~index][::-1]
    turned, shift = [points[0]], 0.0
    for (before, _), (x, y) in pairwise(points):
        shift += -360 if x - before > 180 else 360 if x - before < -180 else 0
        turned.append((x + shift, y))
    return [(round(x, 2), round(y, 2)) for x, y in turned]


def _country(rings: list[Ring]) -> dict[str, Any]:
    """A country with all its parts on one side of the date line: that of its largest."""
    x, y = _middle(rings)
    parts = [_moved(ring, 360 * round((x - ring[0][0]) / 360)) for ring in rings]
    return {"rings": parts, "middle": (x, y)}


def _moved(ring: Ring, by: int) -> Ring:
    return [(round(x + by, 2), y) for x, y in ring]


def _middle(rings: list[Ring]) -> tuple[float, float]:
    """The middle of the largest part."""
    area, x, y = max(map(_moments, rings))
    return (round(x, 2), round(y, 2)) if area else rings[0][0]


def _moments(ring: Ring) -> tuple[float, float, float]:
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (abs(area / 2), x / (3 * area), y / (3 * area)) if area else (0.0, *ring[0])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
