curl https://api.latchkey.example/organizations/org_01J9ZJ8F3M \
  --request PUT \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --header "Content-Type: application/json" \
  --data '{
    "name": "Northwind Freight",
    "metadata": { "plan": "business" }
  }'
