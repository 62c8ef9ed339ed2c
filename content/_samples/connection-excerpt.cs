using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

// region use
var connection = await latchkey.Sso.GetConnectionAsync("conn_01J9ZK4W7Q");

Console.WriteLine($"{connection.OrganizationId} {connection.State}");
// endregion
