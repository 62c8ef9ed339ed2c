curl https://api.latchkey.example/connections/conn_01J9ZK4W7Q \
  --request DELETE \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --fail-with-body --silent --show-error \
  --output /dev/null \
  --write-out "%{http_code}\n"
