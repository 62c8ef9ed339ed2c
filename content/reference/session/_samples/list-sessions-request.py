import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

sessions = latchkey.sessions.list_sessions(
    user_id="user_01J9ZN2C5T",
    status="active",
)

for session in sessions.data:
    print(session.id, session.auth_method, session.created_at)
