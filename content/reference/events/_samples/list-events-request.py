import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

events = latchkey.events.list_events(
    events=["session.created", "session.revoked"],
    range_start="2026-03-01T00:00:00.000Z",
)

for event in events.data:
    print(event.created_at, event.event)
