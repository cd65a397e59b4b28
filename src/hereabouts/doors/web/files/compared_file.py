"""A comparison as a file: the figures of its page, and what says what they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from hereabouts.doors.web.compared.chosen import Chosen
from hereabouts.doors.web.compared.figures import Compared
from hereabouts.doors.web.files.observed_columns import Raw, observed_row
from hereabouts.doors.web.files.taken import of_markers, of_products, of_release
from hereabouts.doors.web.themes import Theme
from hereabouts.doors.web.visit import Visit


@dataclass(frozen=True, slots=True)
class OfCompared:
    """Some areas, for every indicator of a theme, each in its newest period."""

    visit: Visit
    chosen: tuple[Chosen, ...]
    theme: Theme | None
    compared: tuple[Compared, ...]

    @property
    def named(self) -> tuple[str, ...]:
        """What its file is called."""
        return ("compared", *([self.theme.name] if self.theme else []))

    @property
    def rows(self) -> Iterator[tuple[Raw, ...]]:
        """Under COLUMNS, one for each observation."""
        for one in self.compared:
            for row in one.rows:
                if row.observation:
                    yield observed_row(
                        row.observation, period=one.period.label, synthetic=one.indicator.synthetic
                    )

    @property
    def block(self) -> Iterator[str]:
        """The lines above a CSV."""
        yield f"title: {', '.join(one.area.name for one in self.chosen)}: compared"
        yield from of_release(self.visit)
        for one in self.compared:
            said = one.indicator
            made_up = ". These figures are made up and describe nobody" if said.synthetic else ""
            yield f"indicator {said.id}: {said.title}, in {said.unit}{made_up}"
        yield from of_markers()
        products = tuple(p for one in self.compared for p in one.indicator.products)
        yield from of_products(self.visit, products)
        yield f"contact: {self.visit.manifest.place.contact}"
