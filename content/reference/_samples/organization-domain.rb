domain = Latchkey::OrganizationDomain.new(
  id: "orgdom_01J9ZJA2QX",
  organization_id: "org_01J9ZJ8F3M",
  domain: "northwind.example",
  state: "verified",
  verification_strategy: "dns",
  verification_token: "lk-verify-7Q2M9XKD"
)
