"""What changed about the table as a whole: its grain, its promises, how far it may travel."""

from collections.abc import Iterator

from hereabouts.model.product import Contract
from hereabouts.model.sensitivity import Sensitivity
from hereabouts.project.contract_diff.change import (
    Change,
    breaks_both,
    breaks_makers,
    breaks_readers,
    compatible,
    words_only,
)

_BY_REACH = list(Sensitivity)  # the further on, the less far it may travel
_WORDS = ("title", "purpose", "limitations", "usage", "owner", "domain", "status", "attribution")


def term_changes(old: Contract, new: Contract) -> Iterator[Change]:
    """Every difference that is not about one column or one rule."""
    if old.key != new.key:
        what = f"a row was told apart by {_key(old)} and is by {_key(new)}"
        yield breaks_both(what)
    if old.granularity and old.granularity != new.granularity:
        yield breaks_readers("what one row is has been said anew (dataGranularityDescription)")
    elif new.granularity and not old.granularity:
        yield words_only("what one row is has been said (dataGranularityDescription)")
    yield from _reach(old, new)
    yield from _bad_rows(old, new)
    yield from _identity(old, new)
    for name in _WORDS:
        if getattr(old, name) != getattr(new, name):
            yield words_only(f"the {name} is another")


def _reach(old: Contract, new: Contract) -> Iterator[Change]:
    if old.sensitivity is not new.sensitivity:
        what = f"it was {old.sensitivity} and is {new.sensitivity}"
        stricter = _BY_REACH.index(new.sensitivity) > _BY_REACH.index(old.sensitivity)
        yield breaks_readers(what) if stricter else compatible(what)
    if old.licence != new.licence:
        was, now = old.licence or "none said", new.licence or "none said"
        yield breaks_readers(f"the licence was {was} and is {now}")
    if old.synthetic is not new.synthetic:
        yield (
            breaks_readers("it is made up now")
            if new.synthetic
            else compatible("it is no longer made up")
        )


def _bad_rows(old: Contract, new: Contract) -> Iterator[Change]:
    was, now = old.bad_rows_at_most, new.bad_rows_at_most
    if was != now:
        what = f"the share of bad rows that it bears was {was:g} and is {now:g}"
        yield breaks_makers(what) if now < was else compatible(what)


def _identity(old: Contract, new: Contract) -> Iterator[Change]:
    if old.id != new.id:
        yield breaks_readers("its id is another: it says that it is another contract")


def _key(contract: Contract) -> str:
    return " + ".join(f"'{name}'" for name in contract.key) or "nothing"
