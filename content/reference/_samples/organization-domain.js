const domain = {
  object: 'organization_domain',
  id: 'orgdom_01J9ZJA2QX',
  organizationId: 'org_01J9ZJ8F3M',
  domain: 'northwind.example',
  state: 'verified',
  verificationStrategy: 'dns',
  verificationToken: 'lk-verify-7Q2M9XKD',
};
