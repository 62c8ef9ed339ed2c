<?php

require __DIR__ . "/vendor/autoload.php";

$organizations = new Latchkey\Organizations(getenv("LATCHKEY_API_KEY"));

$organization = $organizations->updateOrganization(
    "org_01J9ZJ8F3M",
    name: "Northwind Freight",
    metadata: ["plan" => "business"],
);

echo $organization->updatedAt;
