using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var list = await latchkey.Sso.ListConnectionsAsync(
    new ListConnectionsOptions
    {
        OrganizationId = "org_01J9ZJ8F3M",
        Limit = 20,
    });

foreach (var connection in list.Data)
{
    Console.WriteLine($"{connection.Id} {connection.Name}");
}
