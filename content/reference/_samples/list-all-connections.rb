require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

# region loop
after = nil
loop do
  page = Latchkey::SSO.list_connections(after: after)
  page.data.each do |connection|
    puts connection.name
  end
  after = page.list_metadata[:after] # [!code highlight]
  break if after.nil?
end
# endregion
