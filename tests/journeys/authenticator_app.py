"""What an authenticator app does, from the standard and not from our code.

Source: RFC 6238 (TOTP) over RFC 4226 (HOTP): SHA-1, six digits, half a minute.
"""

import base64
import hmac
import struct
import time


def code_of(secret: str, *, at: float | None = None) -> str:
    """The code that is shown at a time, or now, for a secret in base 32."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    count = int(time.time() if at is None else at) // 30
    digest = hmac.digest(key, struct.pack(">Q", count), "sha1")
    begin = digest[-1] & 15
    (number,) = struct.unpack(">I", digest[begin : begin + 4])
    return f"{(number & 0x7FFF_FFFF) % 1_000_000:06d}"
