<?php

require __DIR__ . "/vendor/autoload.php";

$sessions = new Latchkey\Sessions(getenv("LATCHKEY_API_KEY"));

$session = $sessions->revokeSession("session_01J9ZQ9W2E");

echo $session->endedAt;
