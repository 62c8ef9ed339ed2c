require "latchkey"

Latchkey.configure { |c| c.api_key = ENV.fetch("LATCHKEY_API_KEY") }

users = Latchkey::DirectorySync.list_users(
  directory_id: "dir_01J9ZP1B4D",
  state: "active",
  limit: 50
)

users.data.each do |user|
  puts "#{user.id} #{user.email}"
end
