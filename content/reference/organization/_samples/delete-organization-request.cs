using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

await latchkey.Organizations.DeleteOrganizationAsync("org_01J9ZJ8F3M");

Console.WriteLine("Deleted org_01J9ZJ8F3M");
