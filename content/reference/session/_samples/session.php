<?php

use Latchkey\Resource;

$session = new Resource\Session(
    id: "session_01J9ZQD5X8",
    userId: "user_01J9ZN2C5T",
    organizationId: "org_01J9ZJ8F3M",
    ipAddress: "198.51.100.7",
    userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_3)",
    authMethod: "impersonation",
    impersonator: new Resource\Impersonator(
        email: "jonas@support.example",
        reason: "Cannot open the March invoice",
        approval: new Resource\ImpersonatorApproval(
            approvedAt: "2026-03-05T08:58:10.000Z",
            approver: new Resource\Approver(
                id: "user_01J9ZN7D1H",
                email: "ada@support.example",
            ),
        ),
    ),
    status: "revoked",
    expiresAt: "2026-04-04T09:00:12.000Z",
    endedAt: "2026-03-05T09:21:45.000Z",
    createdAt: "2026-03-05T09:00:12.000Z",
    updatedAt: "2026-03-05T09:21:45.000Z",
);
