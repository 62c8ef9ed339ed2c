require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

Latchkey::SSO.delete_connection(id: "conn_01J9ZK4W7Q")

puts "Deleted conn_01J9ZK4W7Q"
