"""Verifies the DKIM signatures of mails with dkimpy. Standard input is JSON:
{"dns": {"host", "port"}, "mails": [base64, …]}; the answer is a list of signatures for each mail."""

import base64
import json
import sys

import dkim
import dns.resolver

job = json.load(sys.stdin)
resolver = dns.resolver.Resolver(configure=False)
resolver.nameservers = [job["dns"]["host"]]
resolver.port = job["dns"]["port"]


def txt(name, timeout=5):
    try:
        answer = resolver.resolve(name.decode(), "TXT", lifetime=timeout)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return None
    return b"".join(answer[0].strings)


def verify(mail):
    verifier = dkim.DKIM(mail)
    count = sum(1 for name, _ in verifier.headers if name.lower() == b"dkim-signature")
    return [verdict(mail, index) for index in range(count)]


def verdict(mail, index):
    verifier = dkim.DKIM(mail)
    try:
        passed, detail = verifier.verify(idx=index, dnsfunc=txt), ""
    except dkim.DKIMException as problem:
        passed, detail = False, str(problem)
    fields = verifier.signature_fields
    return {
        "algorithm": fields[b"a"].decode(),
        "domain": fields[b"d"].decode(),
        "selector": fields[b"s"].decode(),
        "result": "pass" if passed else "fail",
        "detail": detail,
    }


json.dump([verify(base64.b64decode(mail)) for mail in job["mails"]], sys.stdout)
