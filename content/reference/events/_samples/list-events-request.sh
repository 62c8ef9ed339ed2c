curl https://api.latchkey.example/events \
  --get \
  --data-urlencode "events[]=session.created" \
  --data-urlencode "events[]=session.revoked" \
  --data-urlencode "range_start=2026-03-01T00:00:00.000Z" \
  --header "Authorization: Bearer $LATCHKEY_API_KEY" \
  --fail-with-body --silent --show-error \
  | jq -r ".data[].event"
