package main

import "github.com/latchkey/latchkey-go/v4/pkg/organizations"

var domain = organizations.OrganizationDomain{
	Object:               "organization_domain",
	ID:                   "orgdom_01J9ZJA2QX",
	OrganizationID:       "org_01J9ZJ8F3M",
	Domain:               "northwind.example",
	State:                "verified",
	VerificationStrategy: "dns",
	VerificationToken:    "lk-verify-7Q2M9XKD",
}
