"""What changed about one column that is in both contracts."""

from collections.abc import Iterator

from hereabouts.model.product import Column, LogicalType
from hereabouts.project.contract_diff.change import (
    Change,
    breaks_both,
    breaks_makers,
    breaks_readers,
    compatible,
    words_only,
)
from hereabouts.project.contract_diff.limits import limit_changes, list_changes

_WIDER = {(LogicalType.INTEGER, LogicalType.NUMBER)}


def column_changes(old: Column, new: Column) -> Iterator[Change]:
    """Every difference between `old` and `new`, save their names."""
    yield from _type_changes(old, new)
    yield from _gap_changes(old, new)
    yield from limit_changes(old, new)
    yield from list_changes(old, new)
    yield from _meaning_changes(old, new)
    yield from _reference_changes(old, new)
    yield from _word_changes(old, new)


def _type_changes(old: Column, new: Column) -> Iterator[Change]:
    name = old.name
    if old.type is not new.type:
        what = f"'{name}' was {old.type} and is {new.type}"
        if (old.type, new.type) in _WIDER:
            yield compatible(f"{what}, which holds all it held", column=name)
        elif (new.type, old.type) in _WIDER:
            yield breaks_makers(f"{what}, which is narrower", column=name)
        else:
            yield breaks_both(what, column=name)
    elif old.date_format != new.date_format:
        was, now = old.date_format or "as ISO writes it", new.date_format or "as ISO writes it"
        yield breaks_makers(f"'{name}' was written {was} and is to be {now}", column=name)
    if old.source_name != new.source_name:
        what = f"the heading of '{name}' was '{old.source_name}' and is '{new.source_name}'"
        yield breaks_makers(what, column=name)


def _gap_changes(old: Column, new: Column) -> Iterator[Change]:
    name = old.name
    was, now = old.required or old.key, new.required or new.key
    if now and not was:
        yield breaks_makers(f"'{name}' must now be filled in", column=name)
    if was and not now:
        yield breaks_readers(f"'{name}' may now be empty", column=name)
    if new.unique and not old.unique:
        yield breaks_makers(f"no value of '{name}' may come twice now", column=name)
    if old.unique and not new.unique:
        yield breaks_readers(f"a value of '{name}' may now come twice", column=name)


def _meaning_changes(old: Column, new: Column) -> Iterator[Change]:
    name = old.name
    if old.unit and old.unit != new.unit:
        yield breaks_readers(
            f"'{name}' was in {old.unit} and is in {new.unit or 'no unit that is said'}",
            column=name,
        )
    elif new.unit and not old.unit:
        yield words_only(f"the unit of '{name}' is said: {new.unit}", column=name)
    if old.marker_of != new.marker_of:
        was, now = old.marker_of or "nothing", new.marker_of or "nothing"
        what = f"'{name}' held the markers of {was} and holds those of {now}"
        yield breaks_readers(what, column=name) if old.marker_of else compatible(what, column=name)


def _reference_changes(old: Column, new: Column) -> Iterator[Change]:
    if old.reference == new.reference:
        return
    if new.reference is None:
        yield compatible(f"'{old.name}' need no longer occur in another product", column=old.name)
        return
    where = f"{new.reference.product}.{new.reference.column}"
    yield breaks_makers(f"'{old.name}' must now occur in {where}", column=old.name)


def _word_changes(old: Column, new: Column) -> Iterator[Change]:
    if old.title != new.title:
        yield words_only(f"the title of '{old.name}' is another", column=old.name)
    if old.description != new.description:
        yield words_only(f"the description of '{old.name}' is another", column=old.name)
