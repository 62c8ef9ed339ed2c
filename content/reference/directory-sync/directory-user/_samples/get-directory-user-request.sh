curl https://api.latchkey.example/directory_users/dirusr_01J9ZP6R8V \
  --request GET \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --header "Accept: application/json" \
  --fail-with-body --silent --show-error \
  | jq -r ".email, .state"
