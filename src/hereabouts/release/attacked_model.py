"""What release.json says of the attack on it: how many, and never where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AttackedFamily:
    """What an attack came to for indicators that count the same things: rows, and never which."""

    indicators: tuple[str, ...]
    cells_hidden: int
    recovered_exactly: int
    narrower_than_policy: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedAttack:
    """What the attack before the release came to, together with the releases it was held to."""

    cells_hidden: int
    recovered_exactly: int
    narrower_than_policy: int
    held_against: tuple[int, ...]
    families: tuple[AttackedFamily, ...]
