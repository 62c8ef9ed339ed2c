package main

import "github.com/latchkey/latchkey-go/v4/pkg/directory"

var user = directory.User{
	Object:         "directory_user",
	ID:             "dirusr_01J9ZP6R8V",
	IdpID:          "8931",
	DirectoryID:    "dir_01J9ZP1B4D",
	OrganizationID: "org_01J9ZJ8F3M",
	Email:          "mira@northwind.example",
	Emails: []directory.UserEmail{
		{Primary: true, Type: "work", Value: "mira@northwind.example"},
	},
	FirstName: "Mira",
	LastName:  "Okafor",
	JobTitle:  "Shift lead",
	State:     "active",
	Role:      &directory.UserRole{Slug: "editor"},
	Groups: []directory.Group{
		{
			Object:         "directory_group",
			ID:             "dirgrp_01J9ZP3H7K",
			IdpID:          "02grqrue4294w24",
			DirectoryID:    "dir_01J9ZP1B4D",
			OrganizationID: "org_01J9ZJ8F3M",
			Name:           "Warehouse",
			CreatedAt:      "2026-03-01T10:30:00.000Z",
			UpdatedAt:      "2026-03-01T10:30:00.000Z",
		},
	},
	CustomAttributes: map[string]any{"cost_center": "4410"},
	CreatedAt:        "2026-03-01T10:30:04.000Z",
	UpdatedAt:        "2026-03-05T08:12:39.000Z",
}
