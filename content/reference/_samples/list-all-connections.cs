using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

// region loop
string? after = null;
do
{
    var page = await latchkey.Sso.ListConnectionsAsync(
        new ListConnectionsOptions { After = after });
    foreach (var connection in page.Data)
    {
        Console.WriteLine(connection.Name);
    }
    after = page.ListMetadata.After; // [!code highlight]
} while (after is not null);
// endregion
