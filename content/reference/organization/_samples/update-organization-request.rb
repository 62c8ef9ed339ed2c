require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

organization = Latchkey::Organizations.update_organization(
  id: "org_01J9ZJ8F3M",
  name: "Northwind Freight",
  metadata: { plan: "business" }
)

puts organization.updated_at
