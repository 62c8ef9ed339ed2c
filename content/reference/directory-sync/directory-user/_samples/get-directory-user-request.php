<?php

require __DIR__ . "/vendor/autoload.php";

$directorySync = new Latchkey\DirectorySync(getenv("LATCHKEY_API_KEY"));

$user = $directorySync->getUser("dirusr_01J9ZP6R8V");

echo "{$user->email} {$user->state}";
