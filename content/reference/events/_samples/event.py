from latchkey.types import Event, EventContext

event = Event(
    object="event",
    id="event_01J9ZR4M8S",
    event="session.revoked",
    data={
        "object": "session",
        "id": "session_01J9ZQ9W2E",
        "user_id": "user_01J9ZN2C5T",
        "organization_id": "org_01J9ZJ8F3M",
        "ip_address": "203.0.113.24",
        "user_agent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_3)",
        "auth_method": "sso",
        "status": "revoked",
        "expires_at": "2026-04-04T09:00:12.000Z",
        "ended_at": "2026-03-05T09:21:45.000Z",
        "created_at": "2026-03-05T09:00:12.000Z",
        "updated_at": "2026-03-05T09:21:45.000Z",
    },
    context=EventContext(
        actor_id="user_01J9ZN7D1H",
        ip_address="198.51.100.7",
        request_id="req_01J9ZR4M2B",
    ),
    created_at="2026-03-05T09:21:45.000Z",
)
