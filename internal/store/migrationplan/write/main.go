// Command write generates the migrations from the existing ones to the ent schema: make migration NAME=what_changes.
package main

import (
	"context"
	"log"
	"os"

	"visavis/internal/store/migrationplan"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: write <migrations directory> <name>")
	}
	if err := migrationplan.Write(context.Background(), os.Args[1], os.Args[2]); err != nil {
		log.Fatal(err)
	}
}
