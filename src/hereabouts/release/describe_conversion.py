"""What release.json says of a product that was carried from other areas."""

from collections.abc import Mapping
from typing import Any

from hereabouts.model.converted import conversion_of
from hereabouts.model.converted_words import conversion_words
from hereabouts.model.product import Product
from hereabouts.model.sensitivity import Sensitivity


def describe_conversion(product: Product, facts: Mapping[str, str]) -> dict[str, Any] | None:
    """Areas, shares and error in numbers and words; never a count, which nobody has protected.

    Args:
        product: what was made; unless it is open, shares are to the nearest per cent.
        facts: of the version that is released.
    """
    converted = conversion_of(facts)
    if converted is None:
        return None
    is_open = product.contract.sensitivity is Sensitivity.OPEN
    digits = 4 if is_open else 2
    wmape = converted.error.wmape_apportioned if converted.error else None
    return {
        "areas_before": converted.areas_before,
        "areas_after": converted.areas_after,
        "areas_apportioned": converted.areas_apportioned,
        "share_apportioned": round(max(c.share_apportioned for c in converted.counts), digits),
        "wmape_apportioned": None if wmape is None else round(wmape, digits),
        "words": list(conversion_words(converted, whole_percents=not is_open)),
    }
