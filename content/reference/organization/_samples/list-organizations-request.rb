require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

organizations = Latchkey::Organizations.list_organizations(
  domains: ["northwind.example", "tidewater.example"],
  limit: 20
)

organizations.data.each do |organization|
  puts "#{organization.id} #{organization.name}"
end
