# region use
curl https://api.latchkey.example/connections/conn_01J9ZK4W7Q \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --header "Accept: application/json" \
  --fail-with-body --silent --show-error \
  | jq -r ".organization_id, .state"
# endregion
