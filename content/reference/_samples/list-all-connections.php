<?php

require __DIR__ . "/vendor/autoload.php";

$sso = new Latchkey\SSO(getenv("LATCHKEY_API_KEY"));

// region loop
$after = null;
do {
    $page = $sso->listConnections(after: $after);
    foreach ($page->data as $connection) {
        echo $connection->name, "\n";
    }
    $after = $page->listMetadata["after"]; // [!code highlight]
} while ($after !== null);
// endregion
