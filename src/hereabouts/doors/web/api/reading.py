"""Reading what an endpoint is asked: right in every part, or refused with every fault."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

from hereabouts.doors.web.api.declared import Parameter
from hereabouts.doors.web.api.problems import Fault, FaultyAddressError
from hereabouts.doors.web.visit import Visit

MOST_PARAMETERS = 20
LONGEST_LIST = 2_000  # characters
FEW = 10


def read_parameters(
    declared: Sequence[Parameter], query: str, *, visit: Visit
) -> Mapping[str, Any]:
    """Name -> value of every declared parameter; one that is empty counts as not asked.

    Raises:
        FaultyAddressError: W260 to W264, with every fault there is.
    """
    given, faults = _given(declared, query)
    asked: dict[str, Any] = {}
    for one in declared:
        found = _value(one, given.get(one.name, ""), visit, asked)
        if isinstance(found, Fault):
            faults.append(found)
        else:
            asked[one.name] = found
    if faults:
        raise FaultyAddressError(faults)
    return asked


def some_of(choices: Sequence[str]) -> str:
    """The first few choices, in words."""
    more = f" or {len(choices) - FEW} others" if len(choices) > FEW else ""
    return ", ".join(choices[:FEW]) + more


def _given(declared: Sequence[Parameter], query: str) -> tuple[dict[str, str], list[Fault]]:
    """What the query says of known names, and the faults of names."""
    known = [one.name for one in declared]
    use = f"use only {', '.join(known)}" if known else "leave out what follows the ?"
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=MOST_PARAMETERS)
    except ValueError:
        words = f"there are more than {MOST_PARAMETERS} parameters"
        return {}, [Fault(parameter="", code="W260", problem=words, do=use)]
    names = [name for name, _value in pairs]
    faults = []
    if not set(names) <= set(known):
        words = "there is a parameter that nothing here is called"
        faults.append(Fault(parameter="", code="W260", problem=words, do=use))
    for name in known:
        if names.count(name) > 1:
            words = f"{name} is given more than once"
            do = "give it once; a list has commas between its values"
            faults.append(Fault(parameter=name, code="W261", problem=words, do=do))
    return dict(pairs), faults


def _value(one: Parameter, text: str, visit: Visit, asked: Mapping[str, Any]) -> Any:
    """The value of one parameter, or what is wrong with it."""
    if not text:
        if one.required:
            return Fault(
                parameter=one.name,
                code="W262",
                problem=f"{one.name} is not given",
                do=f"add {one.name}: {one.words}",
            )
        return () if one.kind == "many" else one.usual
    found = _typed(one, text)
    if found is None:
        return Fault(
            parameter=one.name,
            code="W264",
            problem=f"{one.name} is not written as it must be, or is too long",
            do=f"give {_form(one)}",
        )
    return found if (do := _wrong(one, found, visit, asked)) is None else _no_such(one, do)


def _typed(one: Parameter, text: str) -> Any:
    if one.kind == "number":
        plain = text.isascii() and text.isdigit() and len(text) <= 9
        return int(text) if plain and 1 <= int(text) <= one.most else None
    if "\x00" in text or "�" in text:
        return None
    if one.kind == "many":
        values = tuple(dict.fromkeys(filter(None, text.split(","))))
        return values if 0 < len(values) <= one.most and len(text) <= LONGEST_LIST else None
    return text if len(text) <= one.most else None


def _form(one: Parameter) -> str:
    return {
        "number": f"a whole number from 1 to {one.most:,}",
        "many": f"at most {one.most} values with commas between",
        "text": f"at most {one.most} characters",
    }[one.kind]


def _wrong(one: Parameter, value: Any, visit: Visit, asked: Mapping[str, Any]) -> str | None:
    """What to do about a value that is not among those there are."""
    if one.choices and value not in one.choices:
        return f"use {some_of(one.choices)}"
    return one.check(visit, asked, value) if one.check else None


def _no_such(one: Parameter, do: str) -> Fault:
    words = f"{one.name} has a value that is not there"
    return Fault(parameter=one.name, code="W263", problem=words, do=do)
