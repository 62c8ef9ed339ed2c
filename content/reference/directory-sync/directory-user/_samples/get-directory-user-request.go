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
	user, err := client.GetUser(
		context.Background(),
		directory.GetUserOpts{User: "dirusr_01J9ZP6R8V"},
	)
	if err != nil {
		log.Fatal(err)
	}

	fmt.Println(user.Email, user.State)
}
