require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

connections = Latchkey::SSO.list_connections(
  organization_id: "org_01J9ZJ8F3M",
  limit: 20
)

connections.data.each do |connection|
  puts "#{connection.id} #{connection.name}"
end
