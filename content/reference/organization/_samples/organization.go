package main

import "github.com/latchkey/latchkey-go/v4/pkg/organizations"

var organization = organizations.Organization{
	Object:     "organization",
	ID:         "org_01J9ZJ8F3M",
	Name:       "Northwind",
	ExternalID: "customer-1042",
	Domains: []organizations.OrganizationDomain{
		{
			ID:     "orgdom_01J9ZJA2QX",
			Domain: "northwind.example",
			State:  "verified",
		},
	},
	Metadata:  map[string]string{"plan": "team", "region": "eu"},
	CreatedAt: "2026-03-01T09:14:22.000Z",
	UpdatedAt: "2026-03-04T16:40:07.000Z",
}
