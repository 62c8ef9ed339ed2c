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

	// region loop
	opts := sso.ListConnectionsOpts{Limit: 100}
	for {
		list, err := client.ListConnections(context.Background(), opts)
		if err != nil {
			log.Fatal(err)
		}
		for _, connection := range list.Data {
			fmt.Println(connection.Name)
		}
		opts.After = list.ListMetadata.After // [!code highlight]
		if opts.After == "" {
			break
		}
	}
	// endregion
}
