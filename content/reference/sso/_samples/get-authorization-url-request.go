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
	url, err := client.GetAuthorizationURL(
		context.Background(),
		sso.GetAuthorizationURLOpts{
			ClientID:     "client_01J9ZH2S6D",
			RedirectURI:  "https://app.example.com/callback",
			Organization: "org_01J9ZJ8F3M",
			State:        "invoice-1042",
		},
	)
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println(url.String())
}
