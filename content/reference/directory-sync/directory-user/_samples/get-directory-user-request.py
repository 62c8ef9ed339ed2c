import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

user = latchkey.directory_sync.get_user("dirusr_01J9ZP6R8V")

print(user.email, user.state)
