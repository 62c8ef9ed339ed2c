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
	result, err := client.GetProfileAndToken(
		context.Background(),
		sso.GetProfileAndTokenOpts{
			ClientID: "client_01J9ZH2S6D",
			Code:     "01J9ZN3T5YQX",
		},
	)
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println(result.Profile.Email, len(result.AccessToken))
}
