import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

connection = latchkey.sso.get_connection("conn_01J9ZK4W7Q")

print(connection.name, connection.state)
