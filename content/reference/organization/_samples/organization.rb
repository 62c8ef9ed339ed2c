organization = Latchkey::Organization.new(
  id: "org_01J9ZJ8F3M",
  name: "Northwind",
  external_id: "customer-1042",
  domains: [
    Latchkey::OrganizationDomain.new(
      id: "orgdom_01J9ZJA2QX",
      domain: "northwind.example",
      state: "verified"
    )
  ],
  metadata: { "plan" => "team", "region" => "eu" },
  allow_profiles_outside_organization: false,
  created_at: "2026-03-01T09:14:22.000Z",
  updated_at: "2026-03-04T16:40:07.000Z"
)
