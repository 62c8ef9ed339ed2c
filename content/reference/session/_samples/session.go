package main

import "github.com/latchkey/latchkey-go/v4/pkg/sessions"

var session = sessions.Session{
	Object:         "session",
	ID:             "session_01J9ZQD5X8",
	UserID:         "user_01J9ZN2C5T",
	OrganizationID: "org_01J9ZJ8F3M",
	IPAddress:      "198.51.100.7",
	UserAgent:      "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_3)",
	AuthMethod:     "impersonation",
	Impersonator: &sessions.Impersonator{
		Email:  "jonas@support.example",
		Reason: "Cannot open the March invoice",
		Approval: &sessions.ImpersonatorApproval{
			ApprovedAt: "2026-03-05T08:58:10.000Z",
			Approver: sessions.Approver{
				ID:    "user_01J9ZN7D1H",
				Email: "ada@support.example",
			},
		},
	},
	Status:    "revoked",
	ExpiresAt: "2026-04-04T09:00:12.000Z",
	EndedAt:   "2026-03-05T09:21:45.000Z",
	CreatedAt: "2026-03-05T09:00:12.000Z",
	UpdatedAt: "2026-03-05T09:21:45.000Z",
}
