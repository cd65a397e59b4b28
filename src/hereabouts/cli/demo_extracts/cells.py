"""What a spreadsheet cell of the demo may hold, and the words that mark every file."""

from datetime import date

MARK = "SYNTHETIC DATA made by the Hereabouts demo: no person, trust or home is real"
Cell = str | float | date | None
