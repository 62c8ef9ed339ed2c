using Latchkey;

var session = new Session
{
    Object = "session",
    Id = "session_01J9ZQD5X8",
    UserId = "user_01J9ZN2C5T",
    OrganizationId = "org_01J9ZJ8F3M",
    IpAddress = "198.51.100.7",
    UserAgent = "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_3)",
    AuthMethod = AuthMethod.Impersonation,
    Impersonator = new()
    {
        Email = "jonas@support.example",
        Reason = "Cannot open the March invoice",
        Approval = new()
        {
            ApprovedAt = "2026-03-05T08:58:10.000Z",
            Approver = new()
            {
                Id = "user_01J9ZN7D1H",
                Email = "ada@support.example",
            },
        },
    },
    Status = SessionStatus.Revoked,
    ExpiresAt = "2026-04-04T09:00:12.000Z",
    EndedAt = "2026-03-05T09:21:45.000Z",
    CreatedAt = "2026-03-05T09:00:12.000Z",
    UpdatedAt = "2026-03-05T09:21:45.000Z",
};
