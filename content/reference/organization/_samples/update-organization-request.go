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
	opts := organizations.UpdateOrganizationOpts{
		Organization: "org_01J9ZJ8F3M",
		Name:         "Northwind Freight",
		Metadata:     map[string]string{"plan": "business"},
	}
	org, err := client.UpdateOrganization(context.Background(), opts)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(org.UpdatedAt)
}
