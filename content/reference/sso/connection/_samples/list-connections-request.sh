curl https://api.latchkey.example/connections \
  --get \
  --data-urlencode "organization_id=org_01J9ZJ8F3M" \
  --data-urlencode "limit=20" \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --fail-with-body --silent --show-error \
  | jq -r ".data[].name"
