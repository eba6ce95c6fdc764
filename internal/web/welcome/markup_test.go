package welcome_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
)

// element is an element of a page with its attributes.
type element struct {
	name       string
	attributes map[string]string
}

// void elements have no end tag.
var void = []string{"meta", "link", "input", "br"}

// elementsOf parses a page and expects its tags to be balanced.
func elementsOf(t *testing.T, page string) []element {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(page))
	decoder.Strict = false // for attributes without a value
	var all []element
	var open []string
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		check(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			e := element{token.Name.Local, map[string]string{}}
			for _, a := range token.Attr {
				if _, twice := e.attributes[a.Name.Local]; twice {
					t.Errorf("<%s> has %s twice", e.name, a.Name.Local)
				}
				e.attributes[a.Name.Local] = a.Value
			}
			all = append(all, e)
			if !slices.Contains(void, e.name) {
				open = append(open, e.name)
			}
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != token.Name.Local {
				t.Fatalf("</%s> ends %v", token.Name.Local, open)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%v are not closed", open)
	}
	return all
}

// checkPage expects a valid page: labels, existing IDs, and a policy that allows only its style.
func checkPage(t *testing.T, a answer) {
	t.Helper()
	ids, labels := map[string]int{}, map[string]int{}
	all := elementsOf(t, a.body)
	for _, e := range all {
		if id, has := e.attributes["id"]; has {
			ids[id]++
		}
		if e.name == "label" {
			labels[e.attributes["for"]]++
		}
	}
	for id, count := range ids {
		if count != 1 {
			t.Errorf("the ID %q is there %d times", id, count)
		}
	}
	for _, e := range all {
		if e.name == "input" && labels[e.attributes["id"]] != 1 {
			t.Errorf("the input %v has no label of its own", e.attributes)
		}
		for _, id := range append(strings.Fields(e.attributes["aria-describedby"]), strings.Fields(e.attributes["aria-labelledby"])...) {
			if ids[id] == 0 {
				t.Errorf("<%s> speaks of %q, which there is not", e.name, id)
			}
		}
		if link := e.attributes["href"]; e.name == "a" && ids[strings.TrimPrefix(link, "#")] == 0 {
			t.Errorf("a link leads to %q", link)
		}
		if _, styled := e.attributes["style"]; styled || e.name == "script" {
			t.Errorf("<%s> is what the policy forbids", e.name)
		}
	}
	style, _, _ := strings.Cut(cutBefore(a.body, "<style>"), "</style>")
	sum := sha256.Sum256([]byte(style))
	want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
	if got := a.header.Get("Content-Security-Policy"); got != want {
		t.Errorf("the policy is %q", got)
	}
	if got := a.header.Get("Content-Type"); got != "text/html; charset=utf-8" {
		t.Errorf("the page is %q", got)
	}
}

// inputs returns the inputs of a page by name.
func (a answer) inputs(t *testing.T) map[string]map[string]string {
	t.Helper()
	found := map[string]map[string]string{}
	for _, e := range elementsOf(t, a.body) {
		if e.name == "input" {
			found[e.attributes["name"]] = e.attributes
		}
	}
	return found
}

// language returns the lang attribute of a page.
func (a answer) language(t *testing.T) string {
	t.Helper()
	for _, e := range elementsOf(t, a.body) {
		if e.name == "html" {
			return e.attributes["lang"]
		}
	}
	return ""
}
