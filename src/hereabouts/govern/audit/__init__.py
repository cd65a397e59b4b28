"""The one audit trail: who did what, in a chain that cannot be edited unseen."""

from hereabouts.govern.audit.log import AuditLog
from hereabouts.govern.audit.record import Record
from hereabouts.govern.audit.verify import Verification, verify

__all__ = ["AuditLog", "Record", "Verification", "verify"]
