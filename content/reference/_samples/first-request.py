import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

connections = latchkey.sso.list_connections(
    organization_id="org_01J9ZJ8F3M",
    limit=20,
)

for connection in connections.data:
    print(connection.id, connection.name)
