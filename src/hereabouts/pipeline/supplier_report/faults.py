"""What one file broke: its rules, its cells, its rows. Nothing of another's is looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hereabouts.model.place_in_file import decode_sql
from hereabouts.model.product import Column, LogicalType, Source
from hereabouts.model.sql import identifier, literal
from hereabouts.pipeline.bronze import BRONZE
from hereabouts.pipeline.contract_gate import BROKEN, TYPED
from hereabouts.pipeline.supplier_report.findings import MOST_CELLS, BadCell, Fault, Miss
from hereabouts.pipeline.supplier_report.judging import Judgement
from hereabouts.pipeline.supplier_report.their_columns import TheirColumns, Theirs
from hereabouts.project.supplier_schema.asked import Asked, Request
from hereabouts.project.supplier_schema.in_words import example, rules
from hereabouts.quality.dimensions import Dimension
from hereabouts.quality.row_checks import RowCheck

LONGEST_VALUE = 200  # characters of a cell that are shown
MOST_MISSES = 200  # different values
LINE = "Q131"  # the code of a line that cannot be read
_ONCE = ("Each stands once among all rows, in this file and in those of other suppliers.",)
_ACROSS = {"Q108": _ONCE, "Q109": _ONCE}  # codes of rules that compare rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Rows of one file."""

    rows: int
    passed: int
    at_fault: int


class FileFaults:
    """What one file of a judgement broke.

    Args:
        found: the judgement, which still stands.
        number: which of its files.
        most: lines that are listed at most.
    """

    def __init__(self, found: Judgement, number: int, *, most: int = MOST_CELLS) -> None:
        self._found, self._number, self._most = found, number, most
        _, self._part, self.fitted = found.read[number]
        self.theirs = TheirColumns(found, self.fitted)
        self._rules = self._broken_rules()

    def counted(self) -> Counted:
        """How many rows came, passed and did not."""
        rejected = len(self.fitted.rows.rejected)
        rows = self._one(f"select count(*) from {BRONZE} where {self._mine('_row')}") + rejected
        if self._found.judged is None:
            return Counted(rows=rows, passed=0, at_fault=0)
        bad = f"select _row from {BROKEN} where {self._mine('_row')}"
        at_fault = self._one(f"select count(distinct _row) from ({bad})")
        typed = f"select _row from {TYPED} where {self._mine('_row')}"
        passed = self._one(f"select count(*) from ({typed}) where _row not in ({bad})")
        return Counted(rows=rows, passed=passed, at_fault=at_fault)

    def faults(self) -> tuple[Fault, ...]:
        """Each rule that was broken, in the supplier's own words for its columns."""
        return tuple(self._fault(rule, rows) for rule, rows in self._rules)

    def cells(self) -> tuple[tuple[BadCell, ...], int]:
        """The cells at fault in the order of the file, and how many more there are."""
        if not self._rules:
            return (), 0
        every = " union all ".join(self._cells_sql())
        total = self._one(f"select count(*) from ({every})")
        part = decode_sql("place")
        turned = f"{part['column']}"
        listed = self._found.session.connection.sql(
            f"select {part['row']} as r, coalesce(number, nullif({turned}, 0)) as c, heading,"
            f" is_turned, left(value, {LONGEST_VALUE}), fault"
            f" from ({every}) order by r, c, fault limit {self._most}"
        ).fetchall()
        return tuple(self._cell(*line) for line in listed), max(0, total - self._most)

    def misses(self) -> tuple[Miss, ...]:
        """Values of this file that are neither in its map nor allowed."""
        return tuple(
            miss
            for column in self._found.product.contract.columns
            if column.values
            for theirs in self.theirs.of(column)
            if theirs.column or theirs.is_turned
            for miss in self._missed(column, theirs)
        )

    def _broken_rules(self) -> list[tuple[str, int]]:
        """In the order of the contract, then the lines that could not be read."""
        if self._found.judged is None:
            return []
        found = self._found.session.connection.sql(
            f"select rule, count(distinct _row) from {BROKEN}"
            f" where {self._mine('_row')} group by rule order by rule"
        ).fetchall()
        order = {rule: place for place, rule in enumerate(self._found.checks)}
        return sorted(
            ((str(rule), int(rows)) for rule, rows in found),
            key=lambda pair: order.get(pair[0], len(order)),
        )

    def _fault(self, rule: str, rows: int) -> Fault:
        check = self._found.checks.get(rule)
        if check is None:
            return _line_fault(rule, rows)
        columns = self._columns(check)
        names = tuple(name for column in columns for name in self.theirs.names(column))
        asked = [self._asked(column, self.theirs.names(column)[0]) for column in columns]
        wanted = Request(
            product=self._found.product, supplier="", columns=(), sheet="", heading_row=1
        )
        examples = [example(wanted, one) for one in asked]
        return Fault(
            rule=f"'{' + '.join(names)}'" + check.rule.removeprefix(f"'{check.column}'"),
            code=check.code,
            dimension=check.dimension.value,
            headings=names,
            good=" ".join([*_sentences(asked), *_ACROSS.get(check.code, ())]),
            example=" + ".join(examples) if all(examples) else "",
            rows=rows,
        )

    def _columns(self, check: RowCheck) -> list[Column]:
        contract = self._found.product.contract
        if whole := contract.column(check.column):
            return [whole]
        return [c for name in check.column.split(" + ") if (c := contract.column(name))]

    def _asked(self, column: Column, heading: str) -> Asked:
        way = self.fitted.way
        own = way.values.get(column.source_name, {})
        marked = any(c.marker_of == column.name for c in self._found.product.contract.columns)
        return Asked(
            column=column,
            heading=heading,
            values=tuple(dict.fromkeys((*column.values, *own))) if column.values else (),
            markers=tuple(way.markers) if marked else (),
        )

    def _cells_sql(self) -> Iterator[str]:
        for fault, (rule, _) in enumerate(self._rules):
            check = self._found.checks.get(rule)
            columns = self._columns(check) if check else []
            places = [(column, t) for column in columns for t in self.theirs.of(column)]
            broken = f"{BROKEN} as k left join {BRONZE} as b on b._row = k._row"
            where = f"k.rule = {literal(rule)} and {self._mine('k._row')}"
            for column, theirs in places:
                shown = f"b.{identifier(theirs.received)}"
                value = "null" if column.type is LogicalType.GEOMETRY else shown
                number = "null" if theirs.column is None else str(theirs.column)
                yield (
                    f"select k._row as place, {number}::bigint as number,"
                    f" {literal(theirs.heading)} as heading, {theirs.is_turned} as is_turned,"
                    f" {value}::varchar as value, {fault} as fault"
                    f" from {broken} where {where}"
                )
            if not places:
                yield (
                    "select k._row, null::bigint as number, '' as heading, false as is_turned,"
                    f" null::varchar as value, {fault} as fault from {BROKEN} as k where {where}"
                )

    def _cell(self, *line: object) -> BadCell:
        row, column, heading, is_turned, value, fault = line
        place = int(str(column)) if column is not None else None
        name = str(heading)
        if is_turned and place is not None:
            name = self.theirs.headings[place - 1]
            place = self.theirs.numbers[place - 1]
        return BadCell(
            row=int(str(row)),
            column=place,
            heading=name,
            value=None if value is None else str(value),
            fault=int(str(fault)),
        )

    def _missed(self, column: Column, theirs: Theirs) -> Iterator[Miss]:
        way = self.fitted.way
        known = {*column.values, *way.markers, *(k.strip() for k in _map(way, theirs.received))}
        cell = f"trim({identifier(theirs.received)})"
        listed = ", ".join(map(literal, known))
        rows = self._found.session.connection.sql(
            f"select left({cell}, {LONGEST_VALUE}) as said, count(*) as rows from {BRONZE}"
            f" where {self._mine('_row')} and {cell} <> '' and {cell} not in ({listed})"
            f" group by said order by rows desc, said limit {MOST_MISSES}"
        ).fetchall()
        allowed = tuple(dict.fromkeys((*column.values, *_map(way, theirs.received))))
        for value, count in rows:
            yield Miss(heading=theirs.heading, value=value, rows=int(count), allowed=allowed)

    def _mine(self, place: str) -> str:
        return f"{decode_sql(place)['file']} = {self._number}"

    def _one(self, sql: str) -> int:
        row = self._found.session.connection.sql(sql).fetchone()
        return int(row[0]) if row else 0


def _map(way: Source, heading: str) -> Sequence[str]:
    return tuple(way.values.get(heading, ()))


def _line_fault(why: str, rows: int) -> Fault:
    return Fault(
        rule=f"The line {why}" if not why.startswith("The") else why,
        code=LINE,
        dimension=Dimension.VALIDITY.value,
        headings=(),
        good="Every line has as many cells as the heading, and quotation marks that close.",
        example="",
        rows=rows,
    )


def _sentences(asked: Sequence[Asked]) -> Iterator[str]:
    for one in asked:
        said = ". ".join(rule[:1].upper() + rule[1:] for rule in rules(one)) + "."
        yield said if len(asked) == 1 else f"{one.heading}: {said}"
