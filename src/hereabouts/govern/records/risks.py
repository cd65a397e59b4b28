"""Risks to people of holding a product, with what the platform knows of how likely each is.

Likelihood and severity are those of the Information Commissioner's template. Where the platform
does not know, people judge: a risk is never scored by guess.

Source:
    Information Commissioner's Office, sample DPIA template, step 5: likelihood remote, possible or
    probable; severity minimal, significant or severe; and its guidance How do we do a DPIA?, whose
    matrix says what risk the two make.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hereabouts.govern.records.known import Known
from hereabouts.govern.records.writing import Gap, Table, Words
from hereabouts.model.product import Product

REMOTE, POSSIBLE, PROBABLE = "Remote", "Possible", "Probable"
MINIMAL, SIGNIFICANT, SEVERE = "Minimal", "Significant", "Severe"
LOW, MEDIUM, HIGH = "Low", "Medium", "High"
#: Severity -> the risk that is remote, possible and probable.
_MATRIX = {
    MINIMAL: (LOW, LOW, LOW),
    SIGNIFICANT: (LOW, MEDIUM, HIGH),
    SEVERE: (LOW, HIGH, HIGH),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """One risk, how likely it is and why, and what is done about it."""

    what: str
    likelihood: Words
    severity: Words
    why: str
    measure: str

    @property
    def overall(self) -> Words:
        """Low, medium or high; for people to say where either part is."""
        if isinstance(self.likelihood, Gap) or isinstance(self.severity, Gap):
            return Gap(ask="the overall risk of each")
        return overall(self.likelihood, self.severity)


def overall(likelihood: str, severity: str) -> str:
    """What risk a likelihood and a severity make, by the Information Commissioner's matrix."""
    return _MATRIX[severity][(REMOTE, POSSIBLE, PROBABLE).index(likelihood)]


def risks_of(known: Known, product: Product) -> tuple[Risk, ...]:
    """The risks that any product about people carries."""
    return tuple(one(known, product) for one in _RISKS)


def risk_table(risks: Sequence[Risk]) -> Table:
    """The risks, as step 5 of the template has them."""
    return Table(
        caption="Risks",
        heads=("Risk", "Likelihood", "Severity", "Overall", "What is known"),
        rows=tuple((one.what, one.likelihood, one.severity, one.overall, one.why) for one in risks),
    )


def measure_table(risks: Sequence[Risk]) -> Table:
    """What is done about each, and what people decide, as step 6 has it."""
    return Table(
        caption="Measures",
        heads=("Risk", "What the platform does", "Effect, and what is left", "Approved"),
        rows=tuple(
            (
                one.what,
                one.measure,
                Gap(ask="what each measure leaves of its risk"),
                Gap(ask="who approves each measure"),
            )
            for one in risks
        ),
    )


def _severity(product: Product) -> Words:
    """Severe where special categories are held; else people judge."""
    return SEVERE if product.handling.condition else Gap(ask="how much harm each risk could do")


def _recognised(known: Known, product: Product) -> Risk:
    names = known.where_used(product.id)
    bare = list(_unprotected(known, names))
    likelihood: Words = REMOTE if not bare else PROBABLE
    why = f"{len(names):,} indicators are made from it; "
    why += f"{len(bare):,} of them have no disclosure policy that protects." if bare else ""
    why += "" if bare else "every one has a disclosure policy that protects."
    return Risk(
        what="Somebody is recognised from a figure that is published",
        likelihood=likelihood,
        severity=_severity(product),
        why=why if names else "No indicator is made from it, so no figure is published of it.",
        measure="Small counts are hidden with what would give them away; every release is attacked"
        " before it is made, and refused where something hidden can be worked out.",
    )


def _unprotected(known: Known, names: Sequence[str]) -> Iterator[str]:
    project = known.project
    for name in names:
        policy = project.policies.get(project.indicators[name].policy)
        if policy is None or not policy.protects_somebody:
            yield name


def _seen(known: Known, product: Product) -> Risk:
    signs_in = known.measures.second_factor
    return Risk(
        what="Somebody sees records who has no need to",
        likelihood=Gap(ask="how likely it is that somebody sees it who has no need to"),
        severity=_severity(product),
        why="People sign in with a second factor, and see what a policy allows."
        if signs_in
        else "Nobody signs in to the site; who can reach the machine is not known to it.",
        measure="The site refuses by default, opens only the columns and areas that an agreement"
        " names, and writes what is asked of it to the audit log.",
    )


def _kept_too_long(known: Known, product: Product) -> Risk:
    schedule = known.schedule(product.id)
    return Risk(
        what="It is kept longer than it is needed",
        likelihood=REMOTE if schedule else PROBABLE,
        severity=_severity(product),
        why=f"It is under the schedule {schedule.record_type}." if schedule else "No retention"
        " schedule covers it, so nothing deletes it.",
        measure="What is due is deleted by command from every byte that is kept, with a"
        " certificate." if schedule else "None until it is under a schedule.",
    )  # fmt: skip


def _used_otherwise(known: Known, product: Product) -> Risk:
    shared = known.agreements(product.id)
    gap = Gap(ask="how likely it is that it is used for something else")
    return Risk(
        what="It is used for another purpose than people were told",
        likelihood=gap,
        severity=_severity(product),
        why=f"{len(shared):,} agreements let others use it." if shared else "No agreement lets"
        " anybody else use it.",
        measure="An agreement names its purposes; a use for another is refused, and the refusal"
        " says why.",
    )  # fmt: skip


def _wrong(known: Known, product: Product) -> Risk:  # noqa: ARG001  one of several
    contract = product.contract
    rules = len(contract.rules) + sum(1 for one in contract.columns if one.required or one.pattern)
    gap = Gap(ask="how likely it is that a record is wrong and acted upon")
    return Risk(
        what="It is wrong or out of date, and acted upon",
        likelihood=gap,
        severity=_severity(product),
        why=f"{rules:,} rules are checked each time it is made; whether they are enough, people"
        " judge.",
        measure="Rows that break the contract are set aside, and its supplier is told.",
    )


def _altered(known: Known, product: Product) -> Risk:
    gap = Gap(ask="how likely it is that it is lost or altered unseen")
    chained = known.measures.chained_log
    return Risk(
        what="It is lost, or altered by somebody unseen",
        likelihood=gap,
        severity=_severity(product),
        why="There is an audit log, and its chain holds." if chained else "There is no audit log"
        " yet whose chain holds.",
        measure="Earlier versions are kept until they are due to go; the audit log shows"
        " alterations of itself. Backups are for people to make.",
    )  # fmt: skip


_RISKS: tuple[Callable[[Known, Product], Risk], ...] = (
    _recognised,
    _seen,
    _kept_too_long,
    _used_otherwise,
    _wrong,
    _altered,
)
