using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

await latchkey.Sso.DeleteConnectionAsync("conn_01J9ZK4W7Q");

Console.WriteLine("Deleted conn_01J9ZK4W7Q");
