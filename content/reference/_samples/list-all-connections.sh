# region loop
after=""
while :; do
  page=$(curl https://api.latchkey.example/connections \
    --get \
    --data-urlencode "after=$after" \
    --header "Authorization: Bearer $LATCHKEY_API_KEY" \
    --fail-with-body --silent --show-error)
  echo "$page" | jq -r ".data[].name"
  after=$(echo "$page" | jq -r ".list_metadata.after // empty") # [!code highlight]
  [ -n "$after" ] || break
done
# endregion
