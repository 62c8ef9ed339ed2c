<?php

require __DIR__ . "/vendor/autoload.php";

$sso = new Latchkey\SSO(getenv("LATCHKEY_API_KEY"));

$result = $sso->getProfileAndToken(code: "01J9ZN3T5YQX");

echo "{$result->profile->email}";
