curl https://api.latchkey.example/organizations \
  --get \
  --data-urlencode "domains[]=northwind.example" \
  --data-urlencode "domains[]=tidewater.example" \
  --data-urlencode "limit=20" \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --fail-with-body --silent --show-error \
  | jq -r ".data[].name"
