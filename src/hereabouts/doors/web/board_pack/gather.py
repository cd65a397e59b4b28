"""From a release, a theme and an area to what their board pack says."""

from collections.abc import Iterator

from hereabouts.doors.web import words
from hereabouts.doors.web.address import not_found
from hereabouts.doors.web.board_pack.about_one import One, sentences_of, summary_sentence
from hereabouts.doors.web.board_pack.changed import changed_passage
from hereabouts.doors.web.board_pack.chosen import chosen_theme
from hereabouts.doors.web.board_pack.contents import IndicatorPage, Pack, Passage, Table
from hereabouts.doors.web.board_pack.drawings import drawings_of
from hereabouts.doors.web.board_pack.explained import back_matter
from hereabouts.doors.web.board_pack.tables import summary_table, tables_of
from hereabouts.doors.web.compared_summary import KINDS, kind_of
from hereabouts.doors.web.files.covers import MADE_UP
from hereabouts.doors.web.pages.area import area_page
from hereabouts.doors.web.palette import DEFAULT_COLOUR, checked, readable
from hereabouts.doors.web.visit import Visit
from hereabouts.doors.web.words import Said
from hereabouts.model.policy import Audience


def pack_of(visit: Visit, *, theme: str, area_type: str, code: str) -> Pack:
    """The pack of `theme`, a declared page or a theme of the indicators, in one area.

    Args:
        visit: whose release it is; its address asks nothing.
        theme: the name of a declared page or theme.
        area_type: of the area; a custom area is an area too.
        code: of the area.

    Raises:
        AddressError: W310, no such theme; W205 or W206, no such area; W311, the theme has nothing
            for this kind of area; W201, the address asks something.
    """
    visit.asked()
    chosen = chosen_theme(visit, theme)
    content = area_page(visit, area_type=area_type, code=code).content
    rows = {row.indicator.id: row for _theme, listed in content["themes"] for row in listed}
    standings = {
        one.observation.indicator: one for one in visit.reader.standings(area_type, code=code)
    }
    parts = {breakdown.indicator.id for breakdown in content["breakdowns"]}
    found = tuple(
        One(
            visit=visit,
            area=content["area"],
            kind=content["kind"],
            larger=content["beside"],
            indicator=indicator,
            row=rows.get(indicator.id),
            standing=standings.get(indicator.id),
            series=visit.reader.trend(indicator.id, area_type=area_type, code=code),
        )
        for indicator in chosen.indicators
        if indicator.id in rows or indicator.id in parts
    )
    if not found:
        raise not_found(
            "this theme has nothing for this kind of area",
            code="W311",
            do="choose another theme, or a larger area that this one lies in",
        )
    return _pack(visit, chosen.title, chosen.lede, found)


def _pack(visit: Visit, theme: str, lede: str, found: tuple[One, ...]) -> Pack:
    manifest, one = visit.manifest, found[0]
    title = f"{theme}: {one.area.name}"
    return Pack(
        title=title,
        theme=theme,
        lede=lede,
        area=f"{one.area.name} ({one.area.code})",
        kind=one.kind.title,
        place=manifest.place.title,
        organisation=manifest.place.organisation,
        release=f"Release {manifest.number}, {words.long_date(manifest.made_at)}",
        made_at=manifest.made_at,
        colour=readable(checked(manifest.place.colour, otherwise=DEFAULT_COLOUR)),
        warnings=tuple(_warnings(visit, found)),
        summary=Passage(
            title="Summary", sentences=tuple(_summary(found)), tables=_at_a_glance(found)
        ),
        pages=tuple(map(_page, found)),
        after=(changed_passage(visit, found), *back_matter(visit, found, title)),
    )


def _warnings(visit: Visit, found: tuple[One, ...]) -> Iterator[str]:
    made_up = sum(one.indicator.synthetic for one in found)
    if made_up == len(found):
        yield f"Made-up data. {MADE_UP}"
    elif made_up:
        yield (
            "Some of this is made-up data: figures marked made up are invented, and describe "
            "nobody."
        )
    if visit.manifest.audience is not Audience.OPEN:
        yield f"For {visit.manifest.audience.value} use. Do not publish it."


def _summary(found: tuple[One, ...]) -> Iterator[str]:
    """How many stand how, then a sentence for each indicator."""
    kinds = [kind_of(one.newest.compared) for one in found if one.newest]
    counted = [f"{kinds.count(kind)} {kind}" for kind in KINDS if kinds.count(kind)]
    if counted:
        told = sum(kind is not None for kind in kinds)
        of = words.count_of(told, singular="indicator", plural="indicators")
        yield f"Of {of} compared with a benchmark: {', '.join(counted)}."
    missing = sum(one.newest is not None and one.newest.value is None for one in found)
    if missing:
        said = words.count_of(missing, singular="indicator has", plural="indicators have")
        yield f"{said} no value that can be shown here, and the pages say why."
    yield from filter(None, map(summary_sentence, found))


def _at_a_glance(found: tuple[One, ...]) -> tuple[Table, ...]:
    table = summary_table(found)
    return (table,) if table.rows else ()


def _page(one: One) -> IndicatorPage:
    period = one.period(one.newest) if one.newest else ""
    about = words.sentence(one.indicator.unit)
    return IndicatorPage(
        title=one.indicator.title,
        value=_large(one.row.said) if one.row else None,
        about=f"{about}, {period}" if period else about,
        made_up=one.indicator.synthetic,
        sentences=tuple(sentences_of(one)),
        drawings=tuple(drawings_of(one)),
        tables=tuple(tables_of(one)),
    )


def _large(said: Said) -> str:
    """A marker alone says too little."""
    return f"{said.text} {said.meaning}" if said.is_marker else said.whole
