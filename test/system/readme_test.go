package system

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"testing"

	"visavis/test/harness"
)

// TestTheREADMEShowsTheRealAnswer sends the requests of the README in order, with a cookie jar.
func TestTheREADMEShowsTheRealAnswer(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	asked := regexp.MustCompile(`(?s)-d '(\{"query":.*?\})'`).FindAllSubmatch(text, -1)
	told := regexp.MustCompile(`(?s)\n\n    (\{"staff":.*?)\n\n`).FindSubmatch(text)
	if len(asked) == 0 || told == nil {
		t.Fatal("the README contains no request or no answer")
	}
	var want map[string]any
	if err := json.Unmarshal(told[1], &want); err != nil {
		t.Fatal(err)
	}
	browser := harness.StartDemo(t).SignedOut()
	var last harness.Answer
	for _, request := range asked {
		var question struct{ Query string }
		if err := json.Unmarshal(request[1], &question); err != nil {
			t.Fatal(err)
		}
		last = browser.Ask(question.Query, nil, "Accept-Language", "en")
		if len(last.Errors) > 0 {
			t.Fatalf("%s is answered %v", question.Query, last.Errors)
		}
		if len(last.Cookies) > 0 {
			browser = browser.WithCookies(last.Cookies...)
		}
	}
	for _, got := range harness.Nodes(last.Data["videoReadiness"]) {
		if reflect.DeepEqual(got["staff"], want["staff"]) {
			if !reflect.DeepEqual(got, want) {
				t.Errorf("the answer is %v, and the README says %v", got, want)
			}
			return
		}
	}
	t.Errorf("nobody is %v", want["staff"])
}
