"""The scatter of two values."""

import re

from hereabouts.doors.web.charts.scatter import Scatter, ScatterPoint, draw_scatter


def _scatter(*points: ScatterPoint, line: tuple[float, float] | None = None) -> str:
    return str(
        draw_scatter(
            Scatter(
                name="s",
                title="Staff <beside> need",
                description="Three areas.",
                x_title="Admissions",
                y_title="Staff",
                points=points,
                line=line,
            )
        )
    )


def _point(x: float, y: float, name: str | None = None) -> ScatterPoint:
    return ScatterPoint(x=x, y=y, kind="ordinary", shape="circle", name=name)


def test_each_area_has_a_mark_and_only_some_a_name() -> None:
    drawn = _scatter(_point(1, 2), _point(3, 4, "Devon"), _point(5, 1))
    assert drawn.count("hb-mark ") == 3
    assert drawn.count("hb-chart__label") == 1
    assert ">Devon</text>" in drawn


def test_names_that_would_cover_each_other_are_written_once() -> None:
    drawn = _scatter(_point(1, 2, "Devon"), _point(1, 2, "Dorset"), _point(9, 9))
    assert "Devon" in drawn
    assert "Dorset" not in drawn


def test_the_line_stays_inside_the_picture() -> None:
    drawn = _scatter(_point(0, 0), _point(10, 10), line=(-50.0, 20.0))
    (found,) = re.findall(r'hb-funnel__benchmark" d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"', drawn)
    x1, y1, x2, y2 = map(float, found)
    assert 64 <= x1 < x2 <= 696
    assert 34 <= y2 < y1 <= 384


def test_it_has_a_name_and_is_escaped() -> None:
    drawn = _scatter(_point(1, 1))
    assert 'aria-labelledby="s-title s-description"' in drawn
    assert "Staff &lt;beside&gt; need" in drawn


def test_one_point_alone_is_drawn() -> None:
    assert "nan" not in _scatter(_point(3, 3)).lower()
