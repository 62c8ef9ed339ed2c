curl https://api.latchkey.example/sso/token \
  --request POST \
  --data-urlencode "client_id=client_01J9ZH2S6D" \
  --data-urlencode "client_secret=$LATCHKEY_API_KEY" \
  --data-urlencode "grant_type=authorization_code" \
  --data-urlencode "code=01J9ZN3T5YQX" \
  --fail-with-body --silent --show-error \
  | jq -r ".profile.email"
