"""A page for each code of an error: what must be, why, and what to do.

Codes of a project folder's own files are explained where they are checked; the others here.
To add one: write its page in the module of its subject.
"""

from collections.abc import Mapping

from hereabouts.cli.error_pages import (
    access_policies,
    api_sources,
    areas_of_a_place,
    attacked_releases,
    audit_log,
    board_packs,
    broken_data,
    catalogue,
    changes_and_numbers,
    clusters_and_likeness,
    comparing_and_charting,
    contracts_and_suppliers,
    conversions,
    definitions,
    disclosure_schemes,
    finding_and_comparing,
    funnels_and_inequality,
    hostile_input,
    impossible_counts,
    joint_suppression,
    keeping_and_erasing,
    keeping_fresh,
    layouts_and_corrections,
    maps,
    more_ways_in,
    new_products,
    project_in_use,
    published_files,
    publishing,
    quality,
    site,
    standardising,
    suppliers,
    taking_away,
    the_api,
    the_edges,
    the_ledger,
    unread_sources,
    words_and_fields,
)
from hereabouts.project import explanations

#: Code -> its page, for every error that can be met, in the order of the codes.
ERROR_PAGES: Mapping[str, str] = dict(
    sorted(
        {
            **explanations(),
            **layouts_and_corrections.PAGES,
            **project_in_use.PAGES,
            **access_policies.PAGES,
            **audit_log.PAGES,
            **broken_data.PAGES,
            **catalogue.PAGES,
            **changes_and_numbers.PAGES,
            **clusters_and_likeness.PAGES,
            **comparing_and_charting.PAGES,
            **contracts_and_suppliers.PAGES,
            **definitions.PAGES,
            **disclosure_schemes.PAGES,
            **finding_and_comparing.PAGES,
            **conversions.PAGES,
            **joint_suppression.PAGES,
            **keeping_and_erasing.PAGES,
            **keeping_fresh.PAGES,
            **unread_sources.PAGES,
            **funnels_and_inequality.PAGES,
            **hostile_input.PAGES,
            **impossible_counts.PAGES,
            **api_sources.PAGES,
            **areas_of_a_place.PAGES,
            **attacked_releases.PAGES,
            **board_packs.PAGES,
            **maps.PAGES,
            **more_ways_in.PAGES,
            **new_products.PAGES,
            **published_files.PAGES,
            **publishing.PAGES,
            **quality.PAGES,
            **site.PAGES,
            **standardising.PAGES,
            **suppliers.PAGES,
            **taking_away.PAGES,
            **the_api.PAGES,
            **the_edges.PAGES,
            **the_ledger.PAGES,
            **words_and_fields.PAGES,
        }.items()
    )
)
