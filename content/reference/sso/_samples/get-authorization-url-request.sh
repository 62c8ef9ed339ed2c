curl https://api.latchkey.example/sso/authorize \
  --get \
  --data-urlencode "client_id=client_01J9ZH2S6D" \
  --data-urlencode "response_type=code" \
  --data-urlencode "redirect_uri=https://app.example.com/callback" \
  --data-urlencode "organization=org_01J9ZJ8F3M" \
  --data-urlencode "state=invoice-1042" \
  --silent --output /dev/null \
  --write-out "%{redirect_url}\n"
