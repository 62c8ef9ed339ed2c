import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

# region use
connection = latchkey.sso.get_connection("conn_01J9ZK4W7Q")

print(connection.organization_id, connection.state)
# endregion
