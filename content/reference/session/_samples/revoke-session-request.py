import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

session = latchkey.sessions.revoke_session("session_01J9ZQ9W2E")

print(session.ended_at)
