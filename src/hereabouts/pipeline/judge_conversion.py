"""Judge a conversion that was made: nothing lost unsaid, and no more error than is allowed."""

from collections.abc import Iterator

from hereabouts.engine.duckdb.session import Session
from hereabouts.errors import DataError, one_error
from hereabouts.geography.conversion.balance import fractions_sql, lost_areas_sql
from hereabouts.geography.conversion.shares import below_zero_sql
from hereabouts.model.conversion import Conversion
from hereabouts.model.converted import Converted, conversion_fact
from hereabouts.model.product import Product
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.pipeline.became import became_words
from hereabouts.pipeline.conversion_facts import converted_facts
from hereabouts.pipeline.workspace import Workspace

_EXACT = 1e-6  # of a total: what adding up fractions may lose


def judge_conversion(
    workspace: Workspace, opened: Session, product: Product, conversion: Conversion
) -> dict[str, str]:
    """What the version remembers of its conversion, which is in the session's tables.

    Raises:
        DataError: Q811 or Q812 more could not be carried than `uncarried_at_most`; Q821 what
            came out is not what went in; Q822 the error is above `error_at_most`; Q823 there is
            nothing to measure against; Q824 a count to be rounded is not whole; Q825 a weight
            is below zero.
    """
    converted = converted_facts(workspace, opened, product, conversion)
    problems = [
        *_unusable(opened, conversion),
        *_unbalanced(converted, conversion),
        *_uncarried(workspace, opened, converted, conversion),
        *_unlike(converted, conversion),
    ]
    if problems:
        raise one_error(problems)
    return conversion_fact(converted)


def _unusable(opened: Session, conversion: Conversion) -> Iterator[DataError]:
    below_zero = below_zero_sql(conversion)
    given = conversion.blocks or conversion.weights
    if below_zero and given and _any(opened, below_zero):
        yield DataError(
            f"'{given.weight}' of '{given.product}' is below zero in some rows",
            code="Q825",
            do="give `minimum: 0` to the column in its contract, or weigh by something else",
            at=given.at,
        )
    if conversion.round and _any(opened, fractions_sql(conversion)):
        yield DataError(
            f"'{conversion.source}' has counts that are not whole, which `round` must keep",
            code="Q824",
            do="take `round` out, or round the product that is converted",
            at=conversion.at,
        )


def _unbalanced(converted: Converted, conversion: Conversion) -> Iterator[DataError]:
    for count in converted.counts:
        accounted = count.after + count.unknown + count.unweighted + count.beside_missing
        change = (accounted - count.before) / count.before if count.before else accounted
        if abs(change) > _EXACT:
            yield DataError(
                f"converting '{count.name}' does not keep its total: what came out is"
                f" {abs(change):.2%} {'more' if change > 0 else 'less'} than what went in",
                code="Q821",
                do="correct the lookup: an area that was split and is marked U or M is counted"
                " more than once. Leave `change` out to have it worked out from the codes",
                at=conversion.by[0].at if conversion.by else conversion.at,
            )


def _uncarried(
    workspace: Workspace,
    opened: Session,
    converted: Converted,
    conversion: Conversion,
) -> Iterator[DataError]:
    limit = conversion.uncarried_at_most
    over = [count for count in converted.counts if count.uncarried > limit]
    if not over:
        return
    worst = max(over, key=lambda count: count.uncarried)
    said = f"{worst.uncarried:.2%} of '{worst.name}' cannot be carried, and at most {limit:.2%} may"
    if converted.areas_unweighted:
        yield DataError(
            f"{converted.areas_unweighted:,} areas were split or redrawn, and nothing says how to"
            f" share them out: {said}",
            code="Q811",
            do="give `weights`: a count of every new area, of the people the count is about",
            at=conversion.at,
        )
    if converted.areas_unknown:
        codes = [row[0] for row in opened.connection.sql(lost_areas_sql("unknown")).fetchall()]
        told = workspace.project.products[conversion.source].contract.sensitivity
        is_open = told is Sensitivity.OPEN
        became = became_words(workspace, opened, codes, say_codes=is_open)
        yield DataError(
            f"{converted.areas_unknown:,} areas are not in the lookup: {said}{became}",
            code="Q812",
            do="use the lookup from the year of these areas, correct their codes, or say"
            " `uncarried_at_most`",
            at=conversion.at,
        )


def _unlike(converted: Converted, conversion: Conversion) -> Iterator[DataError]:
    error, limit = converted.error, conversion.error_at_most
    truth = conversion.hold_out
    if error is None or truth is None:
        return
    if not error.compared:
        yield DataError(
            f"'{truth.product}' has no area and keys in common with what was converted",
            code="Q823",
            do="give it the codes and the keys of the new areas, or leave out the keys that differ",
            at=truth.at,
        )
    if limit is not None and (error.wmape_apportioned or 0) > limit:
        yield DataError(
            f"the areas that were shared out are off by {error.wmape_apportioned:.1%} on average,"
            f" and at most {limit:.1%} is allowed",
            code="Q822",
            do="weigh by people of the ages that are counted (`match`), or by a count nearer to"
            " what is counted; else raise `error_at_most`, and readers are told the error",
            at=truth.at,
        )


def _any(opened: Session, counting: str) -> bool:
    found = opened.connection.sql(counting).fetchone()
    return bool(found and found[0])
