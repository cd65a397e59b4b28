"""One folder per kind of source: bytes in, rows of text out.

Where it is: path, python_package, http. Each has `fetch.py`.
What it is: csv, spreadsheet, parquet, geojson. Each has `read.py`, and what only it needs.
"""

from hereabouts.sources.acquisition import acquire
from hereabouts.sources.reading import read
from hereabouts.sources.received import Previous, Received
from hereabouts.sources.rows import Rejected, Rows

__all__ = ["Previous", "Received", "Rejected", "Rows", "acquire", "read"]
