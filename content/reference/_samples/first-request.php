<?php

require __DIR__ . "/vendor/autoload.php";

$sso = new Latchkey\SSO(getenv("LATCHKEY_API_KEY"));

$list = $sso->listConnections(
    organizationId: "org_01J9ZJ8F3M",
    limit: 20,
);

foreach ($list->data as $connection) {
    echo "{$connection->id} {$connection->name}\n";
}
