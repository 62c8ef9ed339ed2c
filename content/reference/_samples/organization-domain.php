<?php

use Latchkey\Resource;

$domain = new Resource\OrganizationDomain(
    id: "orgdom_01J9ZJA2QX",
    organizationId: "org_01J9ZJ8F3M",
    domain: "northwind.example",
    state: "verified",
    verificationStrategy: "dns",
);
