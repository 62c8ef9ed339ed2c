curl https://api.latchkey.example/organizations/org_01J9ZJ8F3M \
  --request GET \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --header "Accept: application/json" \
  --fail-with-body --silent --show-error \
  | jq ".name"
