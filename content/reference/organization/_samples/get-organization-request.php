<?php

require __DIR__ . "/vendor/autoload.php";

$organizations = new Latchkey\Organizations(getenv("LATCHKEY_API_KEY"));

$organization = $organizations->getOrganization("org_01J9ZJ8F3M");

echo $organization->name;
