"""What the folder of a release is called."""


def bundle_name(number: int, audience: str) -> str:
    """`0003-open` for open release 3."""
    return f"{number:04d}-{audience}"
