from latchkey.types import DirectoryGroup

group = DirectoryGroup(
    object="directory_group",
    id="dirgrp_01J9ZP3H7K",
    idp_id="02grqrue4294w24",
    directory_id="dir_01J9ZP1B4D",
    organization_id="org_01J9ZJ8F3M",
    name="Warehouse",
    created_at="2026-03-01T10:30:00.000Z",
    updated_at="2026-03-01T10:30:00.000Z",
)
