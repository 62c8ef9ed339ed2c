using Latchkey;

var organization = new Organization
{
    Object = "organization",
    Id = "org_01J9ZJ8F3M",
    Name = "Northwind",
    ExternalId = "customer-1042",
    Domains =
    [
        new()
        {
            Id = "orgdom_01J9ZJA2QX",
            Domain = "northwind.example",
            State = OrganizationDomainState.Verified,
        },
    ],
    Metadata = new() { ["plan"] = "team", ["region"] = "eu" },
    CreatedAt = "2026-03-01T09:14:22.000Z",
    UpdatedAt = "2026-03-04T16:40:07.000Z",
};
