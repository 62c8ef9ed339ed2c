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
	err := client.DeleteOrganization(
		context.Background(),
		organizations.DeleteOrganizationOpts{Organization: "org_01J9ZJ8F3M"},
	)
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println("Deleted org_01J9ZJ8F3M")
}
