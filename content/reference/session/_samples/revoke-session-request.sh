curl https://api.latchkey.example/sessions/session_01J9ZQ9W2E/revoke \
  --request POST \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --header "Accept: application/json" \
  --fail-with-body --silent --show-error \
  | jq -r ".ended_at"
