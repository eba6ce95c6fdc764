// Command visavis serves a booking system for salons that offer video
// consultations. The environment configures it: see README.md.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // for machines without a time zone database

	"visavis/internal/server"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := server.Command(ctx, os.Args[1:], server.Environment{Out: os.Stdout, Log: os.Stderr})
	stop()
	os.Exit(code)
}
