import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

# region loop
after = None
while True:
    page = latchkey.sso.list_connections(after=after)
    for connection in page.data:
        print(connection.name)
    after = page.list_metadata.after  # [!code highlight]
    if after is None:
        break
# endregion
