user = Latchkey::DirectoryUser.new(
  id: "dirusr_01J9ZP6R8V",
  idp_id: "8931",
  directory_id: "dir_01J9ZP1B4D",
  organization_id: "org_01J9ZJ8F3M",
  email: "mira@northwind.example",
  emails: [
    Latchkey::DirectoryUserEmail.new(
      primary: true,
      type: "work",
      value: "mira@northwind.example"
    )
  ],
  first_name: "Mira",
  last_name: "Okafor",
  job_title: "Shift lead",
  state: "active",
  role: Latchkey::DirectoryUserRole.new(slug: "editor"),
  groups: [
    Latchkey::DirectoryGroup.new(
      id: "dirgrp_01J9ZP3H7K",
      idp_id: "02grqrue4294w24",
      directory_id: "dir_01J9ZP1B4D",
      organization_id: "org_01J9ZJ8F3M",
      name: "Warehouse",
      created_at: "2026-03-01T10:30:00.000Z",
      updated_at: "2026-03-01T10:30:00.000Z"
    )
  ],
  custom_attributes: { "cost_center" => "4410" },
  raw_attributes: { "userName" => "mira", "costCenter" => "4410" },
  created_at: "2026-03-01T10:30:04.000Z",
  updated_at: "2026-03-05T08:12:39.000Z"
)
