import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

users = latchkey.directory_sync.list_users(
    directory_id="dir_01J9ZP1B4D",
    state="active",
    limit=50,
)

for user in users.data:
    print(user.id, user.email)
