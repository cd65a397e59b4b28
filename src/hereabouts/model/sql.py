"""Writing SQL safely: names are quoted here and nowhere else; values are parameters."""


def identifier(name: str) -> str:
    """`name` as a quoted SQL identifier, so that no name can end the quotation."""
    return '"' + name.replace('"', '""') + '"'


def literal(value: str) -> str:
    """`value` as a SQL string, for the rules of a contract, which take no parameters."""
    return "'" + value.replace("'", "''") + "'"


def qualified(name: str) -> str:
    """`domain.product` as quoted schema and table."""
    return ".".join(identifier(part) for part in name.split("."))
