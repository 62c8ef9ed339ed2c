<?php

require __DIR__ . "/vendor/autoload.php";

$organizations = new Latchkey\Organizations(getenv("LATCHKEY_API_KEY"));

$organization = $organizations->createOrganization(
    name: "Northwind",
    domainData: [
        ["domain" => "northwind.example", "state" => "pending"],
    ],
    externalId: "customer-1042",
    metadata: ["plan" => "team", "region" => "eu"],
);

echo $organization->id;
