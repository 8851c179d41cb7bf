"""Reads the From field of mails as Python's email package does: JSON list of base64 in, of address lists out."""

import base64
import json
import sys
from email import message_from_bytes
from email.policy import default


def addresses(mail):
    fields = message_from_bytes(mail, policy=default).get_all("From", [])
    return [address.addr_spec for field in fields for address in field.addresses]


json.dump([addresses(base64.b64decode(mail)) for mail in json.load(sys.stdin)], sys.stdout)
