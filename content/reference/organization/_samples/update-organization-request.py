import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

organization = latchkey.organizations.update_organization(
    "org_01J9ZJ8F3M",
    name="Northwind Freight",
    metadata={"plan": "business"},
)

print(organization.updated_at)
