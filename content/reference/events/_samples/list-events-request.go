package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/latchkey/latchkey-go/v4/pkg/events"
)

func main() {
	client := events.NewClient(os.Getenv("LATCHKEY_API_KEY"))
	opts := events.ListEventsOpts{
		Events:     []string{"session.created", "session.revoked"},
		RangeStart: "2026-03-01T00:00:00.000Z",
	}
	list, err := client.ListEvents(context.Background(), opts)
	if err != nil {
		log.Fatal(err)
	}
	for _, event := range list.Data {
		fmt.Println(event.CreatedAt, event.Event)
	}
}
