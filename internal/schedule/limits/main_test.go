package main

import (
	"os"
	"testing"
)

func TestTheFrontEndHasTheSameLimits(t *testing.T) {
	text, err := os.ReadFile("../../../frontend/limits.ts")
	if err != nil {
		t.Fatal(err)
	}
	if string(text) != typeScript() {
		t.Error("frontend/limits.ts is stale. Run: make generate")
	}
}
