"""Links and codes mailed to an address: whoever knows one reads that mailbox."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC

from models import Proof, StaffMail


@dataclass(frozen=True, slots=True)
class Links:
    """The secret codes of proofs, made anew from our own secret and kept nowhere.

    So every try at sending a letter sends the same link, and neither the outbox nor the database
    shows one. What the code is made of differs for every proof, also after a restored backup.
    """

    secret: bytes
    public_url: str

    def code(self, proof: Proof) -> str:
        """43 letters and digits of an HMAC-SHA256; the proof must have its id."""
        made = proof.created_at.astimezone(UTC).isoformat(timespec="microseconds")
        said = f"konfirmasi {proof.id} {proof.ticket_id} {proof.sent_to} {made}"
        digest = hmac.new(self.secret, said.encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    def url(self, proof: Proof) -> str:
        return f"{self.public_url.rstrip('/')}/konfirmasi/{self.code(proof)}"

    def address_code(self, mail: StaffMail) -> str:
        """Ten letters and digits that only a reader of that mailbox is told; 50 bits."""
        asked = mail.asked_at.astimezone(UTC).isoformat(timespec="microseconds")
        said = f"alamat {mail.staff_id} {mail.address} {asked}"
        digest = hmac.new(self.secret, said.encode(), hashlib.sha256).digest()
        return base64.b32encode(digest).decode()[:10]


def hashed(code: str) -> str:
    """What is stored of a code: 64 hexadecimal digits."""
    return hashlib.sha256(code.encode()).hexdigest()
