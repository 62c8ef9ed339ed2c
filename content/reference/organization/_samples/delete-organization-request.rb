require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

Latchkey::Organizations.delete_organization(id: "org_01J9ZJ8F3M")

puts "Deleted org_01J9ZJ8F3M"
