"""How an indicator is worked out, in sentences."""

from hereabouts.doors.web.languages import gettext
from hereabouts.doors.web.words import confidence_words, number
from hereabouts.model.indicator import Method, Polarity
from hereabouts.release.manifest_model import ReleasedIndicator

BYAR = "Breslow and Day (1987), Statistical Methods in Cancer Research II: Byar's limits."
WILSON = "Wilson (1927), Journal of the American Statistical Association 22: 209-212."
DOBSON = "Dobson and others (1991), Statistics in Medicine 10: 457-462."
STANDARD = "Eurostat (2013), Revision of the European Standard Population."
SILCOCKS = "Silcocks and others (2001), Journal of Epidemiology and Community Health 55: 38-43."
MAKING_DATA_COUNT = "NHS England, Making Data Count: control charts and their icons."
MACKENBACH = "Mackenbach and Kunst (1997), Social Science and Medicine 44: 757-771."
FINGERTIPS = "Fingertips Public Health Technical Guidance: comparison with a benchmark."


def method_sentences(indicator: ReleasedIndicator) -> tuple[str, ...]:
    """What is divided by what, and whose intervals are used."""
    many = number(indicator.multiplier, decimals=0)
    interval = confidence_words(indicator)
    return {
        Method.COUNT: (
            gettext("A count, in %(unit)s.", unit=indicator.unit),
            gettext("It has no interval, and larger areas have larger counts."),
        ),
        Method.CRUDE_RATE: (
            gettext("The number of events divided by the population, times %(many)s.", many=many),
            gettext("The %(interval)s is Byar's.", interval=interval),
        ),
        Method.PROPORTION: (
            gettext("The part divided by the whole, times %(many)s.", many=many),
            gettext("The %(interval)s is Wilson's.", interval=interval),
        ),
        Method.MEAN: (
            gettext("A mean, weighted by how many people or events each smaller area has."),
            gettext("It has no interval."),
        ),
    }.get(indicator.method) or _by_age(indicator)


def _by_age(indicator: ReleasedIndicator) -> tuple[str, ...]:
    return _reckoned_by_age(indicator), _limits_by_age(indicator)


def _reckoned_by_age(indicator: ReleasedIndicator) -> str:
    many = number(indicator.multiplier, decimals=0)
    return {
        Method.DSR: gettext(
            "The rate there would be if the area had the ages of the European Standard "
            "Population of 2013, per %(many)s: each age band's rate, weighted by it.",
            many=many,
        ),
        Method.INDIRECT_RATIO: gettext(
            "Events over the events there would be if each age band had the rate of what it is "
            "compared with, times %(many)s: %(many)s is as many as expected.",
            many=many,
        ),
        Method.INDIRECT_RATE: gettext(
            "Events over the events expected from the rates by age of what it is compared with, "
            "times its rate per %(many)s.",
            many=many,
        ),
        Method.LIFE_EXPECTANCY: gettext(
            "The years somebody of the youngest age would live, on average, if the rates of death "
            "of the period stayed as they are: a life table by age band."
        ),
    }[indicator.method]


def _limits_by_age(indicator: ReleasedIndicator) -> str:
    interval = confidence_words(indicator)
    if indicator.method is Method.DSR:
        return gettext(
            "The %(interval)s is Dobson's, about Byar's. Fewer than 10 events give no rate.",
            interval=interval,
        )
    if indicator.method is Method.LIFE_EXPECTANCY:
        return gettext("The %(interval)s is Chiang's, as revised by Silcocks.", interval=interval)
    return gettext(
        "The %(interval)s is exact for fewer than 10 events, and Byar's from there.",
        interval=interval,
    )


def method_references(indicator: ReleasedIndicator) -> tuple[str, ...]:
    """Where the method, and what else the page reckons, is written down."""
    method = {
        Method.COUNT: (),
        Method.MEAN: (),
        Method.CRUDE_RATE: (BYAR,),
        Method.PROPORTION: (WILSON,),
        Method.DSR: (DOBSON, STANDARD),
        Method.INDIRECT_RATIO: (BYAR,),
        Method.INDIRECT_RATE: (BYAR,),
        Method.LIFE_EXPECTANCY: (SILCOCKS,),
    }[indicator.method]
    asked = (
        (indicator.spc is not None, MAKING_DATA_COUNT),
        (indicator.inequality is not None, MACKENBACH),
        (indicator.compare_to is not None, FINGERTIPS),
    )
    return (*method, *(source for wanted, source in asked if wanted))


def better_words(indicator: ReleasedIndicator) -> str:
    """Which way is better."""
    return {
        Polarity.HIGHER: gettext("Higher is better."),
        Polarity.LOWER: gettext("Lower is better."),
        Polarity.NEITHER: gettext("Neither higher nor lower is better."),
    }[indicator.better]
