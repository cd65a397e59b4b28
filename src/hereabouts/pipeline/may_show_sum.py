"""Whether a sum over chosen areas may be told, of what is built and what was released."""

from collections.abc import Sequence
from pathlib import Path

from hereabouts.model.policy import Audience
from hereabouts.pipeline.make_observations import OBSERVATIONS
from hereabouts.pipeline.workspace import open_workspace
from hereabouts.release.absent import none_yet
from hereabouts.release.custom_area import MayShow, may_show
from hereabouts.release.said_before import held_against


def may_show_sum(root: Path, audience: Audience, indicator: str, codes: Sequence[str]) -> MayShow:
    """Hold the sum of an indicator over areas against every release for `audience`.

    Raises:
        ReleaseError: R101 nothing is released yet; D312 or D313 what is asked for is not there.
        ProblemsError: the folder has problems.
    """
    workspace = open_workspace(root)
    *earlier, newest = held_against(workspace.layout.releases, audience).folders or (None,)
    exact = workspace.lake.latest(OBSERVATIONS)
    if newest is None or exact is None:
        raise none_yet(audience)
    before = [folder for folder in earlier if folder is not None]
    return may_show(newest, before, indicator, codes, exact=exact.files)
