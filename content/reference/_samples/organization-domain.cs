using Latchkey;

var domain = new OrganizationDomain
{
    Object = "organization_domain",
    Id = "orgdom_01J9ZJA2QX",
    OrganizationId = "org_01J9ZJ8F3M",
    Domain = "northwind.example",
    State = OrganizationDomainState.Verified,
    VerificationStrategy = DomainVerificationStrategy.Dns,
    VerificationToken = "lk-verify-7Q2M9XKD",
};
