"""A board pack as a file, from a project's folder: what the command writes and the site sends."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from hereabouts.doors.web.board_pack.contents import Pack
from hereabouts.doors.web.board_pack.gather import pack_of
from hereabouts.doors.web.board_pack.needs import WRITERS, require
from hereabouts.doors.web.files.file_names import file_name
from hereabouts.doors.web.site import open_site
from hereabouts.doors.web.site_settings import SiteSettings
from hereabouts.doors.web.visit import Visit
from hereabouts.model.policy import Audience

Of = tuple[str, str, str]  # theme, area type and code


@dataclass(frozen=True, slots=True)
class MadePack:
    """A file, what to call it, and what its cover says."""

    content: bytes
    name: str
    title: str


def made_pack(visit: Visit, of: Of, *, ending: str) -> MadePack:
    """The pack of a theme in an area, as `pdf` or `pptx`.

    Raises:
        AddressError: what `pack_of` raises.
        HereaboutsError: W313, what writes it is not installed.
    """
    require(ending)
    theme, area_type, code = of
    pack = pack_of(visit, theme=theme, area_type=area_type, code=code)
    name = file_name(*of, number=visit.manifest.number, ending=ending)
    return MadePack(_written(pack, ending), name, pack.title)


def _written(pack: Pack, ending: str) -> bytes:
    """Imported now: what writes it is an extra, and slow to import."""
    writer = import_module(f"hereabouts.doors.web.board_pack.{WRITERS[ending].module}")
    made: bytes = writer.write(pack)
    return made


def make_pack(
    root: Path, *, audience: Audience, number: int | None, of: Of, ending: str
) -> MadePack:
    """The same from a project's folder.

    Args:
        root: the project's folder.
        audience: whose release.
        number: of the release, or None for the newest.
        of: theme, area type and code.
        ending: pdf or pptx.

    Raises:
        AccessError, ReleaseError: the release cannot be opened; and what `made_pack` raises.
    """
    site = open_site(SiteSettings(root=root, audience=audience))
    return made_pack(site.visit(number, query=""), of, ending=ending)
