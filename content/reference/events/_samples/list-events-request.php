<?php

require __DIR__ . "/vendor/autoload.php";

$events = new Latchkey\Events(getenv("LATCHKEY_API_KEY"));

$list = $events->listEvents(
    events: ["session.created", "session.revoked"],
    rangeStart: "2026-03-01T00:00:00.000Z",
);

foreach ($list->data as $event) {
    echo "{$event->createdAt} {$event->event}\n";
}
