package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/latchkey/latchkey-go/v4/pkg/sso"
)

func main() {
	client := sso.NewClient(os.Getenv("LATCHKEY_API_KEY"))
	opts := sso.ListConnectionsOpts{
		OrganizationID: "org_01J9ZJ8F3M",
		Limit:          20,
	}
	list, err := client.ListConnections(context.Background(), opts)
	if err != nil {
		log.Fatal(err)
	}
	for _, connection := range list.Data {
		fmt.Println(connection.ID, connection.Name)
	}
}
