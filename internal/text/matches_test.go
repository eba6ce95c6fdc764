package text_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	. "visavis/internal/text"
)

// TestMatches reads the table of examples that the front end is tested by, too.
func TestMatches(t *testing.T) {
	file, err := os.ReadFile("testdata/matches.json")
	if err != nil {
		t.Fatal(err)
	}
	var examples []struct {
		Text          string
		Found, Missed []string
	}
	if err := json.Unmarshal(file, &examples); err != nil {
		t.Fatal(err)
	}
	for _, example := range examples {
		words := Words(example.Text)
		matches := func(search string) bool {
			for chunk := range strings.FieldsSeq(search) {
				begins := func(part string) bool { return found(words, part) }
				parts := Parts(chunk)
				if slices.ContainsFunc(parts, func(part string) bool { return !begins(part) }) && !(IsJoined(chunk) && begins(strings.Join(parts, ""))) {
					return false
				}
			}
			return true
		}
		for _, search := range example.Found {
			if !matches(search) {
				t.Errorf("%s is not found by %s", example.Text, search)
			}
		}
		for _, search := range example.Missed {
			if matches(search) {
				t.Errorf("%s is found by %s", example.Text, search)
			}
		}
	}
}
