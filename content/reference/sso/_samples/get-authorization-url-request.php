<?php

require __DIR__ . "/vendor/autoload.php";

$sso = new Latchkey\SSO(getenv("LATCHKEY_API_KEY"));

$url = $sso->getAuthorizationUrl(
    clientId: "client_01J9ZH2S6D",
    redirectUri: "https://app.example.com/callback",
    organization: "org_01J9ZJ8F3M",
    state: "invoice-1042",
);

header("Location: {$url}");
