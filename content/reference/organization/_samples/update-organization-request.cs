using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var organization = await latchkey.Organizations.UpdateOrganizationAsync(
    "org_01J9ZJ8F3M",
    new UpdateOrganizationOptions
    {
        Name = "Northwind Freight",
        Metadata = new() { ["plan"] = "business" },
    });

Console.WriteLine(organization.UpdatedAt);
