<?php

require __DIR__ . "/vendor/autoload.php";

$sessions = new Latchkey\Sessions(getenv("LATCHKEY_API_KEY"));

$list = $sessions->listSessions(
    userId: "user_01J9ZN2C5T",
    status: "active",
);

foreach ($list->data as $session) {
    echo "{$session->id} {$session->authMethod}\n";
}
