"""How else a map can be coloured, as lists to choose from."""

from hereabouts.doors.web.indicator_state import IndicatorState
from hereabouts.doors.web.languages import N_, gettext, translated
from hereabouts.doors.web.map_asked import NUMBERS
from hereabouts.doors.web.map_colouring import comparator_title, ways_of
from hereabouts.doors.web.sections.chooser import Chooser, Option
from hereabouts.doors.web.visit import Visit
from hereabouts.model.map_colours import Classing, ColourBy

CLASSINGS = {
    Classing.QUANTILE: N_("As many areas in each"),
    Classing.JENKS: N_("Natural breaks (Jenks)"),
    Classing.EQUAL: N_("As wide as each other"),
}


def map_choices(visit: Visit, state: IndicatorState, drawn: ColourBy) -> tuple[Chooser, ...]:
    """What decides colours, then how values are cut where it is values.

    Args:
        visit: whose release says what there is.
        state: of the map.
        drawn: what it is coloured by, which may not be what was asked for.
    """
    title = comparator_title(visit, state)
    called = {
        ColourBy.VALUES: gettext("Value"),
        ColourBy.BENCHMARK: gettext("Above or below %(title)s", title=title),
        ColourBy.SIGNIFICANCE: gettext("Compared with %(title)s, by confidence", title=title),
        ColourBy.CLUSTERS: gettext("Hot and cold spots"),
        ColourBy.NEIGHBOURS: gettext("Like or unlike its neighbours"),
    }
    ways = tuple(Option(one.value, called[one], one is drawn) for one in ways_of(visit, state))
    colour = Chooser(name="colour", label=gettext("Colour by"), options=ways)
    return (colour, *_classes(state)) if drawn is ColourBy.VALUES else (colour,)


def _classes(state: IndicatorState) -> tuple[Chooser, Chooser]:
    asked = state.colours
    given = [Option("", gettext("As given"), selected=True)] if asked.breaks else []
    cut = [
        Option(one.value, translated(text), one is asked.classes and not asked.breaks)
        for one, text in CLASSINGS.items()
    ]
    numbers = [Option(one, one, one == str(asked.number) and not asked.breaks) for one in NUMBERS]
    return (
        Chooser(name="classes", label=gettext("Classes"), options=(*given, *cut)),
        Chooser(name="number", label=gettext("How many"), options=(*given, *numbers)),
    )
