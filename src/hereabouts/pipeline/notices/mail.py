"""Send a notice by e-mail, encrypted on the way, or not at all."""

import smtplib
import ssl
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from hereabouts.errors import ProjectError
from hereabouts.model.notices import Mail
from hereabouts.pipeline.notices.notice import Notice
from hereabouts.pipeline.notices.secrets import from_environment

SECONDS = 20.0


def send(mail: Mail, notice: Notice, *, to: tuple[str, ...]) -> bool:
    """Send it once to everybody in `to`. False where trying again may help.

    Raises:
        ProjectError: P380 a variable is not set; P382 it was refused, and will be again.
    """
    message = _message(mail, notice, to)
    login = _login(mail)
    try:
        with _connected(mail) as server:
            if login:
                server.login(*login)
            server.send_message(message)
    except smtplib.SMTPAuthenticationError as error:
        raise _refused(mail, "it does not take the name and password") from error
    except smtplib.SMTPNotSupportedError as error:
        raise _refused(mail, "it does not offer what is asked of it, such as STARTTLS") from error
    except ssl.SSLCertVerificationError as error:
        raise _refused(mail, "its certificate is not one that this machine trusts") from error
    except smtplib.SMTPRecipientsRefused as error:
        return _all_may_pass(mail, [code for code, _ in error.recipients.values()])
    except smtplib.SMTPResponseException as error:
        return _all_may_pass(mail, [error.smtp_code])
    except (smtplib.SMTPException, OSError):
        return False
    return True


def _connected(mail: Mail) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if mail.is_encrypted_at_once:
        return smtplib.SMTP_SSL(mail.host, mail.port, timeout=SECONDS, context=context)
    server = smtplib.SMTP(mail.host, mail.port, timeout=SECONDS)
    try:
        server.starttls(context=context)
    except (smtplib.SMTPException, OSError):
        server.close()
        raise
    return server


def _login(mail: Mail) -> tuple[str, str] | None:
    if not mail.user_env:
        return None
    return (
        from_environment(mail.user_env, key="user_env", at=mail.at),
        from_environment(mail.password_env, key="password_env", at=mail.at),
    )


def _message(mail: Mail, notice: Notice, to: tuple[str, ...]) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = mail.sender, ", ".join(to)
    message["Subject"] = f"[Hereabouts] {notice.subject}"
    message["Date"] = format_datetime(datetime.fromisoformat(notice.at))
    message["Message-ID"] = f"<{notice.id}@{mail.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(notice.words)
    return message


def _all_may_pass(mail: Mail, codes: list[int]) -> bool:
    """SMTP's codes from 500 are for good, those from 400 for now."""
    if any(code >= 500 for code in codes):
        raise _refused(mail, f"it answered {max(codes)}")
    return False


def _refused(mail: Mail, why: str) -> ProjectError:
    return ProjectError(
        f"a notice could not be sent by the mail server: {why}",
        code="P382",
        do="correct `email:` in notices.yml, with whoever looks after the mail server",
        at=mail.at,
    )
