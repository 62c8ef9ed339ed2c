<?php

require __DIR__ . "/vendor/autoload.php";

$organizations = new Latchkey\Organizations(getenv("LATCHKEY_API_KEY"));

$organizations->deleteOrganization("org_01J9ZJ8F3M");

echo "Deleted org_01J9ZJ8F3M";
