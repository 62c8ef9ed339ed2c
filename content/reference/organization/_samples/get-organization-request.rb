require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

organization = Latchkey::Organizations.get_organization(
  id: "org_01J9ZJ8F3M"
)

puts organization.name
