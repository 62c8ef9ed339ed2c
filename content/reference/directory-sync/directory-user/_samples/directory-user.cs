using Latchkey;

var user = new DirectoryUser
{
    Object = "directory_user",
    Id = "dirusr_01J9ZP6R8V",
    IdpId = "8931",
    DirectoryId = "dir_01J9ZP1B4D",
    OrganizationId = "org_01J9ZJ8F3M",
    Email = "mira@northwind.example",
    Emails =
    [
        new()
        {
            Primary = true,
            Type = "work",
            Value = "mira@northwind.example",
        },
    ],
    FirstName = "Mira",
    LastName = "Okafor",
    JobTitle = "Shift lead",
    State = DirectoryUserState.Active,
    Role = new()
    {
        Slug = "editor",
    },
    CustomAttributes = new() { ["cost_center"] = "4410" },
    RawAttributes = new()
    {
        ["userName"] = "mira",
        ["costCenter"] = "4410",
    },
    CreatedAt = "2026-03-01T10:30:04.000Z",
    UpdatedAt = "2026-03-05T08:12:39.000Z",
};
