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

	// region use
	connection, err := client.GetConnection(
		context.Background(),
		sso.GetConnectionOpts{Connection: "conn_01J9ZK4W7Q"},
	)
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println(connection.OrganizationID, connection.State)
	// endregion
}
