package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/latchkey/latchkey-go/v4/pkg/directory"
)

func main() {
	client := directory.NewClient(os.Getenv("LATCHKEY_API_KEY"))
	opts := directory.ListUsersOpts{
		DirectoryID: "dir_01J9ZP1B4D",
		State:       "active",
	}
	list, err := client.ListUsers(context.Background(), opts)
	if err != nil {
		log.Fatal(err)
	}
	for _, user := range list.Data {
		fmt.Println(user.ID, user.Email)
	}
}
