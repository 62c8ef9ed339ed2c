curl https://api.latchkey.example/sessions/authenticate \
  --request POST \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --header "Content-Type: application/json" \
  --data '{
    "grant_type": "authorization_code",
    "client_id": "client_01J9ZH5V0B",
    "code": "code_01J9ZS2F6G",
    "ip_address": "203.0.113.24"
  }'
