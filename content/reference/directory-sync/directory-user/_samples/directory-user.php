<?php

use Latchkey\Resource;

$user = new Resource\DirectoryUser(
    id: "dirusr_01J9ZP6R8V",
    idpId: "8931",
    directoryId: "dir_01J9ZP1B4D",
    organizationId: "org_01J9ZJ8F3M",
    email: "mira@northwind.example",
    emails: [
        new Resource\DirectoryUserEmail(
            primary: true,
            type: "work",
            value: "mira@northwind.example",
        ),
    ],
    firstName: "Mira",
    lastName: "Okafor",
    state: "active",
    role: new Resource\DirectoryUserRole(slug: "editor"),
    groups: [
        new Resource\DirectoryGroup(
            id: "dirgrp_01J9ZP3H7K",
            idpId: "02grqrue4294w24",
            directoryId: "dir_01J9ZP1B4D",
            organizationId: "org_01J9ZJ8F3M",
            name: "Warehouse",
            createdAt: "2026-03-01T10:30:00.000Z",
            updatedAt: "2026-03-01T10:30:00.000Z",
        ),
    ],
    customAttributes: ["cost_center" => "4410"],
    rawAttributes: ["userName" => "mira", "costCenter" => "4410"],
    createdAt: "2026-03-01T10:30:04.000Z",
    updatedAt: "2026-03-05T08:12:39.000Z",
);
