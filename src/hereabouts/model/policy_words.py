"""What a disclosure policy does, in sentences."""

from hereabouts.model.policy import DisclosurePolicy, Scheme


def policy_words(policy: DisclosurePolicy) -> tuple[str, ...]:
    """Sentences for people: the scheme, and then what else the policy asks for."""
    said = [_scheme_words(policy)]
    for area_type, people in policy.minimum_population.items():
        said.append(f"Nothing is shown of an area ({area_type}) of fewer than {people:,} people.")
    if policy.dominance:
        said.append("Sums that give their largest contributor away are hidden.")
    if policy.scheme is not Scheme.NONE:
        audiences = " and ".join(policy.audiences) or "no"
        said.append(f"This is for {audiences} releases; others show exact figures.")
    return tuple(said)


def _scheme_words(policy: DisclosurePolicy) -> str:
    small = f"Counts from {policy.suppress_from} to {policy.suppress_to}"
    if policy.hide_zero:
        small += ", and zeros,"
    if policy.scheme is Scheme.SUPPRESS_AND_ROUND:
        return f"{small} are hidden, and the rest rounded to {policy.round_to}."
    if policy.scheme is Scheme.THRESHOLD:
        return f"{small} are hidden, with what would give them away; the rest are exact."
    if policy.scheme is Scheme.CELL_KEY and policy.noise:
        never = f" No count from 1 to {policy.suppress_to} is shown." if policy.suppress_to else ""
        return (
            f"Every count above 0 is moved by noise of up to {policy.noise.at_most}, which the"
            f" same people always get.{never}"
        )
    return f"Nothing is hidden: {policy.why or 'no reason is given'}"
