require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

organization = Latchkey::Organizations.create_organization(
  name: "Northwind",
  domain_data: [{ domain: "northwind.example", state: "pending" }],
  external_id: "customer-1042",
  metadata: { plan: "team", region: "eu" }
)

puts organization.id
