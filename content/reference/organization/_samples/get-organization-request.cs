using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var organization = await latchkey.Organizations
    .GetOrganizationAsync("org_01J9ZJ8F3M");

Console.WriteLine(organization.Name);
