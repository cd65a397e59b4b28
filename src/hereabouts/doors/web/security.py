"""Headers that every answer carries, whichever branch made it."""

ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    # A page may ask where its reader is, to find their area: it stays in their browser.
    (b"permissions-policy", b"camera=(), geolocation=(self), microphone=(), interest-cohort=()"),
)
#: For everything but the pages that are made to be shown in a frame.
NO_FRAME = (b"x-frame-options", b"DENY")
#: Data is read, never run: a file that is opened as a page can do nothing. Pages bring their own.
DATA_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; sandbox")
#: Open data may be read by any page on the web: nobody is known here by a cookie.
SHARED = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"ETag, Link"),
)
#: A site that knows people may say more to some at the same address.
VARY = (b"vary", b"Cookie")
#: Where the site's address is https: browsers ask for it in no other way for a year.
HTTPS_ONLY = (b"strict-transport-security", b"max-age=31536000")
NOT_LISTED = (b"x-robots-tag", b"noindex, nofollow")

PRIVATE = b"private, no-store"
FOR_EVER = b"public, max-age=31536000, immutable"
#: A page of a numbered release never says anything else, but its style and scripts may move on.
PAGE_OF_RELEASE = b"public, max-age=86400, immutable"
NEWEST = b"public, max-age=60"
PROBLEM = b"no-cache"
