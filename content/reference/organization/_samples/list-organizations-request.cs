using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var list = await latchkey.Organizations.ListOrganizationsAsync(
    new ListOrganizationsOptions
    {
        Domains = ["northwind.example", "tidewater.example"],
        Limit = 20,
    });

foreach (var organization in list.Data)
{
    Console.WriteLine($"{organization.Id} {organization.Name}");
}
