session = Latchkey::Session.new(
  id: "session_01J9ZQD5X8",
  user_id: "user_01J9ZN2C5T",
  organization_id: "org_01J9ZJ8F3M",
  ip_address: "198.51.100.7",
  user_agent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_3)",
  auth_method: "impersonation",
  impersonator: Latchkey::Impersonator.new(
    email: "jonas@support.example",
    reason: "Cannot open the March invoice"
  ),
  status: "revoked",
  expires_at: "2026-04-04T09:00:12.000Z",
  ended_at: "2026-03-05T09:21:45.000Z",
  created_at: "2026-03-05T09:00:12.000Z",
  updated_at: "2026-03-05T09:21:45.000Z"
)
