import os

from latchkey import Latchkey

latchkey = Latchkey(api_key=os.environ["LATCHKEY_API_KEY"])

result = latchkey.sso.get_profile_and_token(code="01J9ZN3T5YQX")

print(result.profile.email, len(result.access_token))
