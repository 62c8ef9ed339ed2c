package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/latchkey/latchkey-go/v4/pkg/sessions"
)

func main() {
	client := sessions.NewClient(os.Getenv("LATCHKEY_API_KEY"))
	opts := sessions.AuthenticateOpts{
		ClientID:  "client_01J9ZH5V0B",
		Code:      "code_01J9ZS2F6G",
		IPAddress: "203.0.113.24",
	}

	response, err := client.Authenticate(context.Background(), opts)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.Session.ID, response.ExpiresIn)
}
