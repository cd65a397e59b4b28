"""Where everything on the site is. The only place that writes an address."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote, urlencode

from hereabouts.release.answers import Observation
from hereabouts.release.manifest_model import ReleasedIndicator


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses within one release.

    Pages stay where the reader is: `/r/<n>` when they chose a release, else the newest. Data is
    always of a numbered release, so that what a page shows cannot change under it.
    """

    number: int
    versioned: bool
    language: str = ""  # of the pages linked to, where it is not the site's main one

    @property
    def release(self) -> str:
        """What every address of this release begins with."""
        return f"/r/{self.number}"

    @property
    def prefix(self) -> str:
        """What links from a page to a page begin with."""
        return f"{self.release if self.versioned else ''}{self.twin}"

    @property
    def twin(self) -> str:
        """What comes before a page's path within a release: nothing in the main language."""
        return f"/{self.language}" if self.language else ""

    def in_language(self, language: str) -> "Links":
        """Addresses of the same pages in another language; empty for the main one."""
        return replace(self, language=language)

    def page(self, path: str, **state: str | int | None) -> str:
        """The address of a page, with its state; None is left out."""
        return f"{self.prefix}{path}{_query(state)}"

    def home(self) -> str:
        """The home page."""
        return self.page("/")

    def declared(self, name: str, **state: str | int | None) -> str:
        """A declared page, with what is chosen in its sections."""
        return self.page("/" if name == "home" else f"/page/{quote(name)}", **state)

    def glossary(self) -> str:
        """The words that the place explains."""
        return self.page("/glossary")

    def term(self, slug: str) -> str:
        """What one of them means; `slug` stands for it."""
        return self.page(f"/glossary/{quote(slug)}")

    def dictionary(self, part: str = "") -> str:
        """What the data is about, and the fields that products share; or one of them."""
        return self.page("/dictionary") + (f"#{quote(part)}" if part else "")

    @staticmethod
    def glossary_file(ending: str) -> str:
        """The glossary of the newest release for programs, as `ttl` or `jsonld`."""
        return f"/glossary.{ending}"

    def indicators(self, **state: str | int | None) -> str:
        """All of them: area_type, period and category are kept on the way to one."""
        return self.page("/indicators", **state)

    def indicator(self, indicator: ReleasedIndicator, **state: str | int | None) -> str:
        """An indicator's page: area_type, period, category, sort, page."""
        return self.page(f"/indicator/{quote(indicator.theme)}/{quote(indicator.name)}", **state)

    def area(self, area_type: str, *, code: str) -> str:
        """An area's page."""
        return self.page(f"/area/{quote(area_type)}/{quote(code)}")

    def compare(self, areas: Iterable[str], *, theme: str | None = None) -> str:
        """Areas side by side, each as `type/code`."""
        return self.page("/compare") + _several(areas, theme)

    def compare_csv(self, areas: Iterable[str], *, theme: str | None = None) -> str:
        """The same figures as a file."""
        return f"{self.release}/download/compare.csv{_several(areas, theme)}"

    def search_to_compare(self, areas: Iterable[str]) -> str:
        """Where to find another area to compare."""
        return self.page("/search") + _several(areas, None)

    def area_pattern(self, area_type: str) -> str:
        """An area's address with `{code}` where its code goes, for the map's script."""
        return f"{self.release}{self.twin}/area/{quote(area_type)}/{{code}}"

    def changes(self, **state: str | int | None) -> str:
        """What changed since an earlier release: since, indicator, page."""
        return self.page("/changes", **state)

    def changes_log(self) -> str:
        """What every release that is still here changed."""
        return self.page("/changes/log")

    def area_changes(self, area_type: str, *, code: str, since: int | None = None) -> str:
        """What changed in one area since an earlier release."""
        return self.page(f"/area/{quote(area_type)}/{quote(code)}/changes", since=since)

    @staticmethod
    def feed(*parts: str) -> str:
        """An Atom feed, of the newest releases: `releases`, or `area`, its type and code."""
        return f"/feeds/{'/'.join(map(quote, parts))}.atom"

    def explain(self, seen: Observation) -> str:
        """How one number was made: of its release for ever, as it is a number to cite."""
        what = f"{quote(seen.indicator)}/{quote(seen.area_type)}/{quote(seen.area_code)}"
        state = {
            "period": seen.period_start.isoformat(),
            "category": _not_all(seen.category),
        }
        return f"{self.release}{self.twin}/explain/{what}{_query(state)}"

    def api_value(self, seen: Observation) -> str:
        """One value, as the API answers it for ever."""
        state: dict[str, str | int | None] = {
            "indicator": seen.indicator,
            "area_type": seen.area_type,
            "area": seen.area_code,
            "period": seen.period_start.isoformat(),
            "category": seen.category,
        }
        return f"/api/v1/releases/{self.number}/observations{_query(state)}"

    def product(self, product: str) -> str:
        """What is said of one product."""
        return self.page(f"/about/{quote(product)}")

    def catalogue(self, **state: str | int | None) -> str:
        """All that is known: kind, domain, sensitivity, owner, freshness, q, page."""
        return self.page("/catalogue", **state)

    def agreement(self, agreement: str) -> str:
        """What one data sharing agreement says."""
        return self.page(f"/transparency/{quote(agreement)}")

    def transparency(self) -> str:
        """Who receives which data."""
        return self.page("/transparency")

    def privacy(self, domain: str) -> str:
        """What people are told about the data of a domain."""
        return self.page(f"/privacy/{quote(domain)}")

    @staticmethod
    def agreements_file() -> str:
        """The register of agreements of the newest release, for programs."""
        return "/agreements.json"

    def definition(self, definition: str) -> str:
        """What one definition says."""
        return self.page(f"/catalogue/definition/{quote(definition)}")

    @staticmethod
    def ask_for(product: str) -> str:
        """Where somebody who has signed in asks for a product."""
        return f"/account/requests/new?product={quote(product)}"

    @staticmethod
    def catalogue_file(ending: str, *, profile: str | None = None) -> str:
        """The catalogue of the newest release for programs, as `ttl` or `jsonld`."""
        return f"/catalog.{ending}{_query({'profile': profile})}"

    @staticmethod
    def lineage_file() -> str:
        """How every product was made, as OpenLineage events."""
        return "/catalog/lineage.ndjson"

    @staticmethod
    def product_file(product: str, *, file: str) -> str:
        """The columns of a product for programs: csvw.json or datapackage.json."""
        return f"/catalog/{quote(product)}/{file}"

    def values(self, indicator: str, *, area_type: str, start: date, category: str) -> str:
        """The value of every area of a map, as a typed array."""
        what = f"{quote(indicator)}/{quote(area_type)}/{start.isoformat()}"
        return f"{self.release}/values/{what}.f32{_query({'category': _not_all(category)})}"

    def drawn_map(
        self, indicator: str, *, area_type: str, start: date, category: str,
        **look: "str | int | None",
    ) -> str:  # fmt: skip
        """The map as a picture; `look` is how it is coloured."""
        what = f"{quote(indicator)}/{quote(area_type)}/{start.isoformat()}"
        return f"{self.release}/map/{what}.png{_query({'category': _not_all(category), **look})}"

    def map_classes(
        self, indicator: str, *, area_type: str, start: date, category: str,
        **look: "str | int | None",
    ) -> str:  # fmt: skip
        """The class of every area, which colours a map."""
        what = f"{quote(indicator)}/{quote(area_type)}/{start.isoformat()}"
        query = _query({"category": _not_all(category), **look})
        return f"{self.release}/classes/{what}.u8{query}"

    def two_metric(self, need: str, supply: str, *, area_type: str) -> str:
        """The map of two indicators as one picture."""
        return f"{self.release}/beside/{quote(need)}/{quote(supply)}/{quote(area_type)}.png"

    def located(self, area_type: str, *, code: str) -> str:
        """The picture of where one area is among its type."""
        return f"{self.release}/locate/{quote(area_type)}/{quote(code)}.png"

    def download(self, indicator: ReleasedIndicator, *, ending: str, **state: str | None) -> str:
        """A file of one indicator, of an area_type, period and category.

        CSV holds every period where none is said, and GeoJSON one.
        """
        what = f"{quote(indicator.theme)}/{quote(indicator.name)}.{ending}"
        return f"{self.release}/download/{what}{_query(state)}"

    def area_download(self, area_type: str, *, code: str, ending: str) -> str:
        """A file of everything about one area."""
        return f"{self.release}/download/area/{quote(area_type)}/{quote(code)}.{ending}"

    def board_pack(self, theme: str, area_type: str, *, code: str, ending: str) -> str:
        """A theme or declared page in one area, as a document."""
        what = "/".join(map(quote, (theme, area_type, code)))
        return f"{self.release}/pack/{what}.{ending}"

    def chart(
        self, indicator: ReleasedIndicator, *, figure: str, ending: str, **state: str | None
    ) -> str:
        """A chart of an indicator as a picture: area_type, period, category."""
        return f"{self.release}/chart/{_of_indicator(indicator)}/{figure}.{ending}{_query(state)}"

    def chart_of_area(
        self, area_type: str, code: str, *, indicator: ReleasedIndicator, ending: str,
        chart: str | None,
    ) -> str:  # fmt: skip
        """A chart of an area as a picture."""
        what = _of_area(area_type, code, indicator)
        return f"{self.release}/chart/{what}.{ending}{_query({'chart': chart})}"

    def chart_of_section(self, page: str, section: str, *, ending: str, **state: str | None) -> str:
        """The picture of a section of a declared page, as what is chosen in it has it."""
        what = f"page/{quote(page)}/{quote(section)}"
        return f"{self.release}/chart/{what}.{ending}{_query(state)}"

    def frame_of_section(self, page: str, section: str, **state: str | None) -> str:
        """The page with a section's picture alone, always of the newest release."""
        return f"{self.twin}/embed/page/{quote(page)}/{quote(section)}{_query(state)}"

    def frame(
        self, indicator: ReleasedIndicator, *, figure: str, **state: "str | int | None"
    ) -> str:
        """The page with one chart of an indicator alone, always of the newest release."""
        return f"{self.twin}/embed/{_of_indicator(indicator)}/{figure}{_query(state)}"

    def frame_of_area(
        self, area_type: str, code: str, *, indicator: ReleasedIndicator, chart: str | None
    ) -> str:
        """The page with one chart of an area alone, always of the newest release."""
        return f"{self.twin}/embed/{_of_area(area_type, code, indicator)}{_query({'chart': chart})}"


def artefact(folder: str, *, file: str) -> str:
    """A file of an area type's rasters and tiles; its folder's name changes when it does."""
    return f"/artefacts/{quote(folder)}/{quote(file)}"


def _of_indicator(indicator: ReleasedIndicator) -> str:
    return f"indicator/{quote(indicator.theme)}/{quote(indicator.name)}"


def _of_area(area_type: str, code: str, indicator: ReleasedIndicator) -> str:
    what = f"{quote(indicator.theme)}/{quote(indicator.name)}"
    return f"area/{quote(area_type)}/{quote(code)}/{what}"


def _several(areas: Iterable[str], theme: str | None) -> str:
    pairs = [("area", area) for area in areas] + ([("theme", theme)] if theme else [])
    return f"?{urlencode(pairs, safe='/')}" if pairs else ""


def _not_all(category: str) -> str | None:
    return None if category == "all" else category


def _query(state: "dict[str, str | int | None] | dict[str, str | None]") -> str:
    given = {name: value for name, value in state.items() if value is not None}
    return f"?{urlencode(given)}" if given else ""
