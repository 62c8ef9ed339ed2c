package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/latchkey/latchkey-go/v4/pkg/organizations"
)

func main() {
	client := organizations.NewClient(os.Getenv("LATCHKEY_API_KEY"))
	opts := organizations.ListOrganizationsOpts{
		Domains: []string{"northwind.example", "tidewater.example"},
		Limit:   20,
	}
	list, err := client.ListOrganizations(context.Background(), opts)
	if err != nil {
		log.Fatal(err)
	}
	for _, organization := range list.Data {
		fmt.Println(organization.ID, organization.Name)
	}
}
