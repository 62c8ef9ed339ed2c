curl https://api.latchkey.example/organizations/org_01J9ZJ8F3M \
  --request DELETE \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --fail-with-body --silent --show-error \
  --output /dev/null \
  --write-out "%{http_code}\n"
