import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

response = latchkey.sessions.authenticate(
    client_id="client_01J9ZH5V0B",
    code="code_01J9ZS2F6G",
    ip_address="203.0.113.24",
)

print(response.session.id, response.expires_in)
