require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

user = Latchkey::DirectorySync.get_user(id: "dirusr_01J9ZP6R8V")

puts "#{user.email} #{user.state}"
