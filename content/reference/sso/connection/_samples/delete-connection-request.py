import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

latchkey.sso.delete_connection("conn_01J9ZK4W7Q")

print("Deleted conn_01J9ZK4W7Q")
