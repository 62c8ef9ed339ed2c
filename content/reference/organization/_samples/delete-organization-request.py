import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

latchkey.organizations.delete_organization("org_01J9ZJ8F3M")

print("Deleted org_01J9ZJ8F3M")
