curl https://api.latchkey.example/sessions \
  --get \
  --data-urlencode "user_id=user_01J9ZN2C5T" \
  --data-urlencode "status=active" \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --fail-with-body --silent --show-error \
  | jq -r ".data[].id"
