<?php

require __DIR__ . "/vendor/autoload.php";

$sso = new Latchkey\SSO(getenv("LATCHKEY_API_KEY"));

$connection = $sso->getConnection("conn_01J9ZK4W7Q");

echo "{$connection->name} {$connection->state}";
