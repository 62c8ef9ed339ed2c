require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

url = Latchkey::SSO.get_authorization_url(
  client_id: "client_01J9ZH2S6D",
  redirect_uri: "https://app.example.com/callback",
  organization: "org_01J9ZJ8F3M",
  state: "invoice-1042"
)

puts url
