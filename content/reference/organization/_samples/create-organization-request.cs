using Latchkey;

var latchkey = new LatchkeyClient(
    Environment.GetEnvironmentVariable("LATCHKEY_API_KEY"));

var organization = await latchkey.Organizations.CreateOrganizationAsync(
    new CreateOrganizationOptions
    {
        Name = "Northwind",
        DomainData =
        [
            new()
            {
                Domain = "northwind.example",
                State = DomainDataState.Pending,
            },
        ],
        ExternalId = "customer-1042",
        Metadata = new() { ["plan"] = "team", ["region"] = "eu" },
    });

Console.WriteLine(organization.Id);
