require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

sessions = Latchkey::Sessions.list_sessions(
  user_id: "user_01J9ZN2C5T",
  status: "active"
)

sessions.data.each do |session|
  puts "#{session.id} #{session.auth_method} #{session.created_at}"
end
