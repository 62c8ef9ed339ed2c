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
	opts := organizations.CreateOrganizationOpts{
		Name:       "Northwind",
		DomainData: []organizations.DomainData{{Domain: "northwind.example"}},
		ExternalID: "customer-1042",
		Metadata:   map[string]string{"plan": "team", "region": "eu"},
	}
	org, err := client.CreateOrganization(context.Background(), opts)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(org.ID)
}
