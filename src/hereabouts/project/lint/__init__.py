"""Rules for a project folder: one rule, one file, one code.

To add one: copy a file, change its docstring, list it here. Nothing else.
"""

from types import ModuleType

from hereabouts.project.lint import (
    area_type_columns,
    area_type_parents,
    examples_match,
    made_somehow,
    method_denominator,
    neighbourhoods,
    no_cycles,
    none_needs_why,
    of_all_breakdown,
    one_base,
    open_from_personal,
    owner,
    personal_protected,
    rounds_to_zero,
    rule_columns,
    source_key,
    stray_file,
    sum_of_numbers,
    synthetic_passed_on,
    unknown_area_type,
    unknown_column,
    unknown_indicator,
    unknown_policy,
    unknown_product,
    unknown_reference,
)

RULES: tuple[ModuleType, ...] = (
    stray_file,
    unknown_product,
    unknown_column,
    unknown_policy,
    unknown_area_type,
    unknown_indicator,
    area_type_columns,
    unknown_reference,
    neighbourhoods,
    personal_protected,
    rounds_to_zero,
    none_needs_why,
    no_cycles,
    owner,
    made_somehow,
    source_key,
    method_denominator,
    one_base,
    sum_of_numbers,
    open_from_personal,
    area_type_parents,
    rule_columns,
    examples_match,
    synthetic_passed_on,
    of_all_breakdown,
)
