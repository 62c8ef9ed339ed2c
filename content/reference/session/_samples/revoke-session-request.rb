require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

session = Latchkey::Sessions.revoke_session(id: "session_01J9ZQ9W2E")

puts session.ended_at
