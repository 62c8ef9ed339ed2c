<?php

use Latchkey\Resource;

$organization = new Resource\Organization(
    id: "org_01J9ZJ8F3M",
    name: "Northwind",
    externalId: "customer-1042",
    domains: [
        new Resource\OrganizationDomain(
            id: "orgdom_01J9ZJA2QX",
            domain: "northwind.example",
            state: "verified",
        ),
    ],
    metadata: ["plan" => "team", "region" => "eu"],
    allowProfilesOutsideOrganization: false,
    createdAt: "2026-03-01T09:14:22.000Z",
    updatedAt: "2026-03-04T16:40:07.000Z",
);
