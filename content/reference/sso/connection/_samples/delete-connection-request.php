<?php

require __DIR__ . "/vendor/autoload.php";

$sso = new Latchkey\SSO(getenv("LATCHKEY_API_KEY"));

$sso->deleteConnection("conn_01J9ZK4W7Q");

echo "Deleted conn_01J9ZK4W7Q";
