curl https://api.latchkey.example/organizations \
  --request POST \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --header "Content-Type: application/json" \
  --data '{
    "name": "Northwind",
    "domain_data": [
      { "domain": "northwind.example", "state": "pending" }
    ],
    "external_id": "customer-1042",
    "metadata": { "plan": "team", "region": "eu" }
  }'
