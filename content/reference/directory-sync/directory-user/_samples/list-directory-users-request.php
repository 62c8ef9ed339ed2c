<?php

require __DIR__ . "/vendor/autoload.php";

$directorySync = new Latchkey\DirectorySync(getenv("LATCHKEY_API_KEY"));

$list = $directorySync->listUsers(
    directoryId: "dir_01J9ZP1B4D",
    state: "active",
    limit: 50,
);

foreach ($list->data as $user) {
    echo "{$user->id} {$user->email}\n";
}
