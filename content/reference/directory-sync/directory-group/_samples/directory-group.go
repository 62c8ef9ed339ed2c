package main

import "github.com/latchkey/latchkey-go/v4/pkg/directory"

var group = directory.Group{
	Object:         "directory_group",
	ID:             "dirgrp_01J9ZP3H7K",
	IdpID:          "02grqrue4294w24",
	DirectoryID:    "dir_01J9ZP1B4D",
	OrganizationID: "org_01J9ZJ8F3M",
	Name:           "Warehouse",
	CreatedAt:      "2026-03-01T10:30:00.000Z",
	UpdatedAt:      "2026-03-01T10:30:00.000Z",
}
