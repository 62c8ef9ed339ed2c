using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var list = await latchkey.Events.ListEventsAsync(
    new ListEventsOptions
    {
        Events = ["session.created", "session.revoked"],
        RangeStart = "2026-03-01T00:00:00.000Z",
    });

foreach (var item in list.Data)
{
    Console.WriteLine($"{item.CreatedAt} {item.Type}");
}
