<?php

require __DIR__ . "/vendor/autoload.php";

$sso = new Latchkey\SSO(getenv("LATCHKEY_API_KEY"));

// region use
$connection = $sso->getConnection("conn_01J9ZK4W7Q");

echo "{$connection->organizationId} {$connection->state}";
// endregion
