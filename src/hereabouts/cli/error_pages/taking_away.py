"""What the site answers when a file cannot be taken away: codes W250 to W259."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "W250": "A spreadsheet has 500,000 rows or fewer.\n\n"
    "Why: programs for spreadsheets hold 1,048,576 rows at most, and are slow to open long "
    "before that.\n\n"
    "Do: take the CSV or Parquet file, or ask for one period or one kind of area with "
    "`?period=` or `?area_type=`.",
    "W251": "Files that are made whole before they are sent are made two at a time.\n\n"
    "Why: each takes a processor while it is made, and pages would wait for them.\n\n"
    "Do: try again in a minute, or take the CSV or JSON file, which are sent as they are read.",
    "W252": "A chart's address names a chart that its page has.\n\n"
    "Why: an indicator with one period has no line over time, and one without sizes no funnel; "
    "an empty picture would look like a fault in the data.\n\n"
    "Do: follow a link under a chart of the page.",
}
