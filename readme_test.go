package main

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"testing"
)

// TestTheREADMEShowsTheRealAnswer asks what the README asks first.
func TestTheREADMEShowsTheRealAnswer(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	asked := regexp.MustCompile(`(?s)-d '(\{"query":.*?\})'`).FindSubmatch(text)
	told := regexp.MustCompile(`(?s)\n\n    (\{"staff":.*?)\n\n`).FindSubmatch(text)
	if asked == nil || told == nil {
		t.Fatal("the README asks nothing, or tells no answer")
	}
	var question struct{ Query string }
	var want map[string]any
	if err := json.Unmarshal(asked[1], &question); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(told[1], &want); err != nil {
		t.Fatal(err)
	}
	for _, got := range list(newDemoSalon(t).ask(question.Query, nil, "Accept-Language", "en").Data["videoReadiness"]) {
		if reflect.DeepEqual(got["staff"], want["staff"]) {
			if !reflect.DeepEqual(got, want) {
				t.Errorf("the answer is %v, and the README says %v", got, want)
			}
			return
		}
	}
	t.Errorf("nobody is %v", want["staff"])
}
