"""Submits one message with smtplib, as described in JSON on standard input; prints the refusal, if any."""

import base64
import json
import smtplib
import ssl
import sys

job = json.load(sys.stdin)
tls = ssl.create_default_context()
tls.check_hostname = False
tls.verify_mode = ssl.CERT_NONE


def submit():
    if job["security"] == "implicit":
        client = smtplib.SMTP_SSL(job["host"], job["port"], context=tls)
    else:
        client = smtplib.SMTP(job["host"], job["port"])
    with client:
        if job["security"] == "starttls":
            client.starttls(context=tls)
        client.ehlo()
        login = job.get("login")
        if login:
            client.user, client.password = login["username"], login["password"]
            client.auth(
                login["mechanism"],
                {"PLAIN": client.auth_plain, "LOGIN": client.auth_login}[login["mechanism"]],
            )
        client.sendmail(job["from"], [job["to"]], base64.b64decode(job["raw"]))


try:
    submit()
except smtplib.SMTPRecipientsRefused as refused:
    code, text = refused.recipients[job["to"]]
    print(code, text.decode())
except smtplib.SMTPResponseException as refused:
    print(refused.smtp_code, refused.smtp_error.decode())
