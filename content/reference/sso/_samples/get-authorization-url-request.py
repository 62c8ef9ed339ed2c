import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

url = latchkey.sso.get_authorization_url(
    client_id="client_01J9ZH2S6D",
    redirect_uri="https://app.example.com/callback",
    organization="org_01J9ZJ8F3M",
    state="invoice-1042",
)

print(url)
