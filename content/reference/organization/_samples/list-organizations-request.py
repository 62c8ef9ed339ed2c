import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

organizations = latchkey.organizations.list_organizations(
    domains=["northwind.example", "tidewater.example"],
    limit=20,
)

for organization in organizations.data:
    print(organization.id, organization.name)
