using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var session = await latchkey.Sessions
    .RevokeSessionAsync("session_01J9ZQ9W2E");

Console.WriteLine(session.EndedAt);
