<?php

require __DIR__ . "/vendor/autoload.php";

$sessions = new Latchkey\Sessions(getenv("LATCHKEY_API_KEY"));

$response = $sessions->authenticate(
    clientId: "client_01J9ZH5V0B",
    code: "code_01J9ZS2F6G",
    ipAddress: "203.0.113.24",
);

echo "{$response->session->id} {$response->expiresIn}";
