<?php

require __DIR__ . "/vendor/autoload.php";

$organizations = new Latchkey\Organizations(getenv("LATCHKEY_API_KEY"));

$list = $organizations->listOrganizations(
    domains: ["northwind.example", "tidewater.example"],
    limit: 20,
);

foreach ($list->data as $organization) {
    echo "{$organization->id} {$organization->name}\n";
}
