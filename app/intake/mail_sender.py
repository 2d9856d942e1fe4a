"""From whom an e-mail says it comes: one plain address, or none at all."""

from email.headerregistry import AddressHeader
from email.message import EmailMessage

from app.intake.addresses import is_mail
from app.intake.tidy import clipped, one_line

_NAME_LENGTH = 120
_LONGEST = 1000  # characters of a From that is looked at


class WrongSender(Exception):
    """Not exactly one From with exactly one address that stands there as it is."""


def sender_of(message: EmailMessage) -> tuple[str, str]:
    """Address in small letters, and name. Raises WrongSender.

    Sender and Reply-To count for nothing: answers go to whom the mail says it is from.
    """
    if len(_written(message)) > _LONGEST:
        raise WrongSender
    headers = message.get_all("From", [])
    if len(headers) != 1 or not isinstance(headers[0], AddressHeader):
        raise WrongSender
    header = headers[0]
    if len(header.addresses) != 1 or any(group.display_name is not None for group in header.groups):
        raise WrongSender
    [address] = header.addresses
    spec = address.addr_spec
    # An address that only comes out of decoding is a trick: it must stand in the mail as it is.
    if not is_mail(spec) or spec not in _written(message):
        raise WrongSender
    return spec.lower(), _name(address.display_name)


def _written(message: EmailMessage) -> str:
    """Every From as it stands there."""
    return "".join(str(value) for name, value in message.raw_items() if name.lower() == "from")


def _name(displayed: str) -> str:
    """ "" where it poses as an address, which would be read in place of the true one."""
    name = clipped(one_line(displayed), _NAME_LENGTH)
    return "" if "@" in name else name
