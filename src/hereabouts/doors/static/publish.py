"""Publishing the open site of a project as files."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import hereabouts
from hereabouts.doors.static import folder as folders
from hereabouts.doors.static.addresses import Here, Target, page_target, target_of
from hereabouts.doors.static.beside_pages import SEARCH, host_files, search_index, sitemap
from hereabouts.doors.static.checking import broken_links
from hereabouts.doors.static.crawling import Crawl, Listener, crawl
from hereabouts.doors.static.folder import Changes, SiteManifest
from hereabouts.doors.static.journal import Journal, read_journal
from hereabouts.doors.static.making import Maker, Order, lay_aside
from hereabouts.doors.static.scope import Scope, area_types_of, without_files
from hereabouts.doors.web.assets import require_bundle
from hereabouts.doors.web.published import Published
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import BUNDLE, SiteSettings
from hereabouts.doors.web.visit import Visit
from hereabouts.errors import AccessError, HereaboutsError, one_error
from hereabouts.model.policy import Audience

MOST_SAID = 20
FIXED = ("/", "/indicators", "/about", "/accessibility", "/search", "/changes", "/changes/log")
_BASE = re.compile(r"https?://(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(:\d{1,5})?(/[A-Za-z0-9._~-]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to publish, and how."""

    number: int | None = None  # the newest where none is said
    area_types: tuple[str, ...] = ()  # those whose areas get pages; none, those with few areas
    packs: tuple[str, ...] = ()  # those whose areas get board packs
    base: str = ""  # the public address; without it no feeds, sitemap or whole addresses
    audience: Audience = Audience.OPEN
    jobs: int = 1
    twins: bool = False  # packed copies beside files that pack well


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedSite:
    """What was published. `changes` is None where everything was there already."""

    release: int
    pages: int
    files: int
    bytes: int
    changes: Changes | None
    left_out: tuple[tuple[str, int], ...]  # kinds of area without pages, and how many they are
    taken_over: int = 0  # files that a publication which was stopped had made


def publish(
    root: Path, folder: Path, wanted: Wanted, *, listener: Listener, on_step: Callable[[str], None]
) -> PublishedSite:
    """Write the open site of a project as files that any host can serve.

    Args:
        root: the project folder.
        folder: where to; new, empty, or published to before.
        wanted: what to publish.
        listener: told how many files are made and how many are known to be left.
        on_step: told what begins: `pages and data`, `links`, `files into place`.

    Raises:
        AccessError: W300, the site is not open.
        HereaboutsError: W101, the front end is not built; W301 to W305, what is asked for or
            what was made cannot be published. The folder is then as it was.
        ReleaseError: R101, R102, there is no such release.
    """
    _require_open(wanted.audience)
    base = read_base(wanted.base)
    require_bundle(BUNDLE)
    folders.require_ours(folder)
    visit = _visit(root, wanted.number)
    scope = _scope(visit, wanted, base)
    try:
        return _publish(folder, visit, _Plan(root, scope, base, wanted), listener, on_step)
    except OSError as fault:
        folders.abandon(folder)
        raise HereaboutsError(
            f"the site cannot be written to {folder} ({fault.strerror})",
            code="W305",
            do="see that there is room and that you may write there, then publish again",
        ) from fault


@dataclass(frozen=True, slots=True)
class _Plan:
    root: Path
    scope: Scope
    base: str
    wanted: Wanted

    def made_from(self, visit: Visit) -> str:
        """The same when, and only when, the same files would be made."""
        said = (
            visit.manifest.made_at.isoformat(),
            visit.releases.numbers(),
            (self.scope.number, sorted(self.scope.area_types), sorted(self.scope.packs)),
            (self.base, self.wanted.twins),
            _our_own_files(),
        )
        return hashlib.sha256(repr(said).encode()).hexdigest()

    def order(self, folder: Path, before: Mapping[str, str]) -> Order:
        """What every file has in common."""
        return Order(
            root=self.root,
            scope=self.scope,
            base=self.base,
            aside=folders.aside(folder).resolve(),
            before=before,
            twins=self.wanted.twins,
        )


def read_base(said: str) -> str:
    """A public address without a slash at its end; empty where none is said.

    Raises:
        HereaboutsError: W304, it is not the address of a site.
    """
    base = said.strip().rstrip("/")
    if base and not _BASE.fullmatch(base):
        raise HereaboutsError(
            "the public address is not one of a site",
            code="W304",
            do="write it as in https://place.example.org or https://example.org/place",
        )
    return base


def _publish(
    folder: Path,
    visit: Visit,
    plan: _Plan,
    listener: Listener,
    on_step: Callable[[str], None],
) -> PublishedSite:
    made_from = plan.made_from(visit)
    old = folders.begin(folder, made_from=made_from)
    before = folders.sound_files(folder, old)
    if old and old.made_from == made_from and len(before) == len(old.files):
        folders.abandon(folder)
        return _told(folder, visit, plan, old)
    order = plan.order(folder, before)
    on_step("pages and data")
    kept = folders.journal(folder)
    known = read_journal(kept, aside=order.aside, before=before)
    with Journal(kept, made_from=made_from) as journal:
        jobs, start = plan.wanted.jobs, _start(visit, order)
        found = crawl(start, order, jobs=jobs, listener=listener, known=known, note=journal.add)
    files = _all_made(found) | _beside(visit, order, found)
    new = SiteManifest(release=plan.scope.number, made_from=made_from, files=files)
    on_step("links")
    _require_whole(folder, order, found, new)
    on_step("files into place")
    told = _told(folder, visit, plan, new)
    return replace(told, changes=folders.put_in_place(folder, new), taken_over=len(known))


def _require_open(audience: Audience) -> None:
    if audience is not Audience.OPEN:
        raise AccessError(
            "only an open site may be published as files",
            code="W300",
            do="publish the open release; an internal one is for `hereabouts serve`",
        )


def _visit(root: Path, number: int | None) -> Visit:
    site = open_site(SiteSettings(root=root, published=Published(frozenset())))
    if number is None:
        number = site.releases.newest().manifest.number
    return site.visit(number, query="")


def _scope(visit: Visit, wanted: Wanted, base: str) -> Scope:
    number = visit.manifest.number
    # A feed is of the newest release, and says so to whoever reads it.
    feeds = bool(base) and visit.releases.numbers()[-1] == number
    area_types = area_types_of(visit.manifest, wanted.area_types)
    return Scope(
        number=number,
        area_types=area_types,
        feeds=feeds,
        alone=without_files(visit.manifest, area_types),
        packs=area_types_of(visit.manifest, wanted.packs) if wanted.packs else frozenset(),
    )


def _start(visit: Visit, order: Order) -> Iterator[Target]:
    """Where the crawl begins: fixed pages, every area that has one, and every static file."""
    scope = order.scope
    yield from (page_target(path, {}, scope=scope) for path in FIXED)
    for kind in visit.manifest.area_types:
        if kind.code in scope.area_types:
            for area in visit.reader.areas(kind.code):
                yield page_target(f"/area/{kind.code}/{area.code}", {}, scope=scope)
    with Maker(order) as maker:
        statics = maker.site.statics()
    for address in (*statics, *(("/feeds/releases.atom",) if scope.feeds else ())):
        found = target_of(address, here=Here("", {}), scope=scope, defaults=lambda _path: {})
        if found:
            yield found


def _all_made(found: Crawl) -> dict[str, str]:
    return {file: sha256 for made in found.made.values() for file, sha256 in made.sha256.items()}


def _beside(visit: Visit, order: Order, found: Crawl) -> dict[str, str]:
    """Files that are no answer of the site."""
    written = {SEARCH: search_index(visit, order.scope), **host_files(order.base)}
    files: dict[str, str] = {}
    if order.base:
        plain = [
            m.target.file for m in found.made.values() if m.target.is_page and not m.target.query
        ]
        day = visit.manifest.made_at.date().isoformat()
        written |= sitemap(sorted(plain), base=order.base, day=day)
        with Maker(order) as maker:
            files |= maker.make_not_found()
    for name, body in written.items():
        files |= lay_aside(order, name, body)
    return files


def _require_whole(folder: Path, order: Order, found: Crawl, new: SiteManifest) -> None:
    """Refuse a site with a page that was not answered, or a link that leads nowhere.

    Raises:
        HereaboutsError: W303, each with the page that it is on.
    """
    failed = [
        f"{found.met_on[made.target.file] or 'the start'} leads to {made.target.path}"
        f"{'?' if made.target.query else ''}{made.target.query}, which answered {made.status}"
        for made in found.made.values()
        if made.status != 200
    ]

    def read(file: str) -> str:
        new_one = order.aside / file
        return (new_one if new_one.is_file() else folder / file).read_text(encoding="utf-8")

    broken = broken_links(new.files, read=read, base=order.base)
    said = failed or [f"{one.page} has a link to {one.address}" for one in broken]
    if said:
        folders.abandon(folder)
        more = f" (and {len(said) - MOST_SAID:,} more)" if len(said) > MOST_SAID else ""
        raise one_error(
            [
                HereaboutsError(
                    f"{words}: there is no such file{more if at == 0 else ''}",
                    code="W303",
                    do="this is a fault of the site, not of your data: please report it",
                )
                for at, words in enumerate(said[:MOST_SAID])
            ]
        )


def _told(folder: Path, visit: Visit, plan: _Plan, manifest: SiteManifest) -> PublishedSite:
    counted = {kind.code: kind.count for kind in visit.manifest.area_types if kind.count}

    def place(file: str) -> Path:
        new = folders.aside(folder) / file
        return new if new.is_file() else folder / file

    return PublishedSite(
        release=manifest.release,
        pages=sum(file.endswith(".html") for file in manifest.files),
        files=len(manifest.files),
        bytes=sum(place(file).stat().st_size for file in manifest.files),
        changes=None,
        left_out=tuple(
            (code, count) for code, count in counted.items() if code not in plan.scope.area_types
        ),
    )


def _our_own_files() -> str:
    """Of every file of this program: another version may write other pages."""
    package = Path(hereabouts.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(package).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
