require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

# region use
connection = Latchkey::SSO.get_connection(id: "conn_01J9ZK4W7Q")

puts "#{connection.organization_id} #{connection.state}"
# endregion
