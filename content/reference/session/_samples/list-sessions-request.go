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
	opts := sessions.ListSessionsOpts{
		UserID: "user_01J9ZN2C5T",
		Status: "active",
	}
	list, err := client.ListSessions(context.Background(), opts)
	if err != nil {
		log.Fatal(err)
	}
	for _, session := range list.Data {
		fmt.Println(session.ID, session.AuthMethod, session.CreatedAt)
	}
}
