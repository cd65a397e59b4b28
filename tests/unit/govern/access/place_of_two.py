"""A council and a board, a few products, and an agreement between them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hereabouts.errors import Location
from hereabouts.govern.access.facts import Facts, ProductFacts
from hereabouts.govern.access.words import Action, Asked
from hereabouts.model.agreement import EVERYTHING, Agreement, SharedProduct
from hereabouts.model.grant import Grant
from hereabouts.model.person import Person, Role
from hereabouts.model.sensitivity import Sensitivity

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
TRAINED = date(2027, 6, 30)

CLIENTS = ProductFacts(
    id="care.clients",
    domain="care",
    controller="council",
    sensitivity=Sensitivity.PERSONAL,
    columns=("nhs_number", "age_band", "area_code"),
    identifiers=frozenset({"nhs_number"}),
)
BEDS = replace(CLIENTS, id="care.beds", sensitivity=Sensitivity.OPEN, identifiers=frozenset())
VISITS = replace(CLIENTS, id="care.visits", sensitivity=Sensitivity.INTERNAL)

WINTER = Agreement(
    id="winter",
    title="Winter planning",
    providers=("council",),
    recipients=("board",),
    purposes=("winter_planning",),
    objective="To have enough beds.",
    lawful_basis="6(1)(e)",
    products=(
        SharedProduct(
            product="care.clients",
            columns=("age_band", "area_code"),
            areas=("E06000031", "E07000010"),
            area_column="area_code",
        ),
    ),
    starts_on=date(2026, 4, 1),
    ends_on=date(2027, 3, 31),
    review_on=date(2027, 1, 1),
    retention="2 y",
    approved_by="Director of adults",
    approved_on=date(2026, 3, 1),
    at=Location("agreements/winter.yml"),
)

ANA = Person(
    id="ana",
    organisation="board",
    roles={"care": frozenset({Role.READER})},
    training_valid_to=TRAINED,
)
SUE = Person(
    id="sue",
    organisation="council",
    roles={"care": frozenset({Role.STEWARD})},
    training_valid_to=TRAINED,
)

GRANT = Grant(
    id="g1",
    person="ana",
    product="care.visits",
    purpose="winter_planning",
    columns=(EVERYTHING,),
    starts=datetime(2026, 11, 1, tzinfo=UTC),
    ends=datetime(2026, 12, 1, tzinfo=UTC),
)


def facts(*agreements: Agreement) -> Facts:
    """The products, and these agreements or else the one."""
    listed = agreements or (WINTER,)
    return Facts(
        products={one.id: one for one in (CLIENTS, BEDS, VISITS)},
        agreements={one.id: one for one in listed},
        purposes={"winter_planning": "To have enough beds.", "marketing": "To sell."},
    )


ASKED = Asked(
    person=ANA,
    action=Action.READ,
    product="care.clients",
    now=NOW,
    purpose="winter_planning",
    columns=("age_band", "area_code"),
    areas=("E06000031",),
)
