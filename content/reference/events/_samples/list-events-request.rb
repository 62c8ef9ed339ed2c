require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

events = Latchkey::Events.list_events(
  events: ["session.created", "session.revoked"],
  range_start: "2026-03-01T00:00:00.000Z"
)

events.data.each do |event|
  puts "#{event.created_at} #{event.event}"
end
