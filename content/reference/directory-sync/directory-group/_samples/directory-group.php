<?php

use Latchkey\Resource;

$group = new Resource\DirectoryGroup(
    id: "dirgrp_01J9ZP3H7K",
    idpId: "02grqrue4294w24",
    directoryId: "dir_01J9ZP1B4D",
    organizationId: "org_01J9ZJ8F3M",
    name: "Warehouse",
    createdAt: "2026-03-01T10:30:00.000Z",
    updatedAt: "2026-03-01T10:30:00.000Z",
);
