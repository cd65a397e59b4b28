"""Web APIs that cannot be asked, or do not give what they should: S200 to S210."""

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "S200": "What source.yml says of an API can be understood.\n\n"
    "Why: a question that is asked wrongly can come back as too few rows, which look right. A key "
    "is never written in a file: files are kept, copied and shared.\n\n"
    "Do: write it as the message shows; for a key, name the environment variable that holds it.",
    "S201": "The environment variable that holds an API's key is set, to one line of plain "
    "characters.\n\n"
    "Why: a key is kept out of the project folder, so each machine must be given it.\n\n"
    "Do: set it for the account that runs the build.",
    "S202": "An API takes the question and gives the data.\n\n"
    "Why: some APIs send their errors as if all were well; they are not taken for data.\n\n"
    "Do: read what it says, and check `address`, `parameters` and the key with its documentation.",
    "S203": "An API is not too busy to answer.\n\n"
    "Why: it was asked several times, longer apart each time, and said no to all.\n\n"
    "Do: try again later, or ask more slowly with `requests_per_second: 1`.",
    "S204": "An API gives everything within `max_seconds`, an hour unless source.yml says "
    "otherwise.\n\n"
    "Why: a build that waits without end tells nobody.\n\n"
    "Do: try at a quieter time, ask for less with `parameters`, or set `max_seconds` higher.",
    "S205": "An API gives everything in `max_pages` pages, 10,000 unless source.yml says "
    "otherwise.\n\n"
    "Why: an API that always says there is more would be asked for ever.\n\n"
    "Do: ask for larger pages, for less, or set `max_pages` higher.",
    "S206": "An answer has the shape that source.yml, or the kind of API, promises.\n\n"
    "Why: what is not understood is not guessed at.\n\n"
    "Do: open the address in a browser, and check `api`, `rows` and `paging` against what is "
    "there.",
    "S207": "No record and no page comes twice.\n\n"
    "Why: a record that comes twice would be counted twice, and another was then often left out. "
    "Everything was asked for a second time before this was said.\n\n"
    "Do: try again when the data is at rest; check `paging` and `record_key`.",
    "S208": "An API gives as many records as it says it has, and the number stays the same from "
    "the first page to the last.\n\n"
    "Why: data that changes between pages comes neither old nor new. Everything was asked for a "
    "second time before this was said.\n\n"
    "Do: try again when the data is at rest; if it goes on, tell its owner.",
    "S209": "The next page is on the server of the first.\n\n"
    "Why: an answer may not send us, and our key, anywhere it likes.\n\n"
    "Do: if the other server is right, give its address in source.yml; otherwise tell the owner.",
    "S210": "Every record has its `record_key`, and no two fields have one name.\n\n"
    "Why: without its key a changed record could not be told from a new one; capitals alone do "
    "not tell columns apart.\n\n"
    "Do: name fields that every record has as `record_key`, and ask for fields by name where the "
    "API allows it.",
}
