"""Telling a web page from a file: what a server says of the type of its files is often wrong."""

import re

#: After any byte order mark, spaces, XML declaration and comments.
PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
LOOKED_AT = 8_192


def is_web_page(start: bytes) -> bool:
    """Whether bytes begin as HTML does. No kind of file that we read does."""
    return PAGE.match(start[:LOOKED_AT]) is not None
