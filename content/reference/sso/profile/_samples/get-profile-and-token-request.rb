require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

result = Latchkey::SSO.get_profile_and_token(code: "01J9ZN3T5YQX")

puts "#{result.profile.email} #{result.access_token.length}"
