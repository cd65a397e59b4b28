"""Read a whole project folder: every file, then every rule, and every problem at once."""

from pathlib import Path

from hereabouts.errors import Location, ProblemsError, ProjectError
from hereabouts.model.project import Project
from hereabouts.project.draft import Draft
from hereabouts.project.lint import RULES
from hereabouts.project.read_folder import read_folder
from hereabouts.project.reader import Reader


def load(root: Path) -> Project:
    """The project in the folder `root`.

    Raises:
        ProblemsError: the folder has problems: all of them, by path and line.
    """
    project, problems = find_problems(root)
    if problems or project is None:
        raise ProblemsError(problems)
    return project


def find_problems(root: Path) -> tuple[Project | None, tuple[ProjectError, ...]]:
    """What could be read of the folder `root`, and everything wrong with it, by path and line.

    The project is None when there is no place.yml that can be read. With problems it lacks
    what could not be read, so it is for showing and not for building.
    """
    reader = Reader(root.resolve())
    draft = read_folder(reader)
    broken = (problem for rule in RULES for problem in rule.check(draft))
    problems = {str(problem): problem for problem in (*reader.problems, *broken)}
    return _project(draft), tuple(sorted(problems.values(), key=_order))


def _order(problem: ProjectError) -> tuple[str, int, str, str]:
    at = problem.at or Location("")
    return (at.path, at.line or 0, problem.code, problem.problem)


def _project(draft: Draft) -> Project | None:
    if draft.place is None:
        return None
    return Project(
        root=draft.root,
        place=draft.place,
        products=draft.products,
        indicators=draft.indicators,
        policies=draft.policies,
        pages=draft.pages,
        terms=draft.terms,
        dictionary=draft.dictionary,
        notices=draft.notices,
        definitions=draft.definitions,
        organisations=draft.organisations,
        purposes=draft.purposes,
        agreements=draft.agreements,
        schedules=draft.schedules,
        holds=draft.holds,
        maturity=draft.maturity,
    )
