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
	session, err := client.RevokeSession(
		context.Background(),
		sessions.RevokeSessionOpts{Session: "session_01J9ZQ9W2E"},
	)
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println(session.EndedAt)
}
