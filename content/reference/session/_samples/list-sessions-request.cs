using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var list = await latchkey.Sessions.ListSessionsAsync(
    new ListSessionsOptions
    {
        UserId = "user_01J9ZN2C5T",
        Status = SessionStatus.Active,
    });

foreach (var session in list.Data)
{
    Console.WriteLine($"{session.Id} {session.AuthMethod}");
}
