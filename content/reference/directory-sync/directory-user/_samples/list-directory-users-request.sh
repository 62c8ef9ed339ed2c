curl https://api.latchkey.example/directory_users \
  --get \
  --data-urlencode "directory_id=dir_01J9ZP1B4D" \
  --data-urlencode "state=active" \
  --data-urlencode "limit=50" \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --fail-with-body --silent --show-error \
  | jq -r ".data[].email"
