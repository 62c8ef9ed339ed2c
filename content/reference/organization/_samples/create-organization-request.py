import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

organization = latchkey.organizations.create_organization(
    name="Northwind",
    domain_data=[{"domain": "northwind.example", "state": "pending"}],
    external_id="customer-1042",
    metadata={"plan": "team", "region": "eu"},
)

print(organization.id)
