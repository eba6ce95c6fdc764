package graph_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestSubscriptionsHaveOneTopLevelField(t *testing.T) {
	api := bareAPI()
	const (
		field  = `scheduleChanged(branchId:"brn_x"){id}`
		exact  = "A subscription must have exactly one top-level field. Use one subscription for each."
		choice = "A subscription must not use @skip or @include on its top-level field."
	)
	for document, want := range map[string]string{
		"subscription{" + field + "}":                                                                         "",
		"subscription{" + field + " " + field + "}":                                                           "", // merged into one field
		"subscription{...F ...F} fragment F on Subscription{" + field + "}":                                   "",
		"subscription{a:" + field + " b:" + field + "}":                                                       exact,
		"subscription{...F ...{b:" + field + "}} fragment F on Subscription{" + field + "}":                   exact,
		"subscription{__typename}":                                                                            "A subscription must not have the top-level field __typename.",
		`subscription{scheduleChanged(branchId:"brn_x")@skip(if:true){id}}`:                                   choice,
		"subscription{...@include(if:false){" + field + "}}":                                                  choice,
		"subscription{...F@include(if:false)} fragment F on Subscription{" + field + "}":                      choice,
		"query A{a:__typename b:__typename} subscription B{c:" + field + " d:" + field + "}":                  exact,
		"subscription A{a:" + field + " ...F} subscription B{...F} fragment F on Subscription{" + field + "}": exact,
	} {
		// Plain HTTP rejects valid subscriptions after validation.
		code, message := firstError(api, document, "en")
		if code == "GRAPHQL_VALIDATION_FAILED" && message != want || code != "GRAPHQL_VALIDATION_FAILED" && want != "" {
			t.Errorf("%s\nanswers %s %q, want %q", document, code, message, want)
		}
	}
}

// Each pair of fields conflicts: once as siblings, once in a single error that lists them all.
func TestConflictErrorsAreCapped(t *testing.T) {
	exceptions := strings.Repeat("openingExceptions(from:1){date}", 30) + strings.Repeat("openingExceptions(from:2){date}", 30)
	for _, document := range []string{
		"{branches{nodes{" + exceptions + "}}}",
		"{branches{nodes{" + strings.Repeat("openingExceptions(from:1){date}", 40) + "}}branches{nodes{" + strings.Repeat("openingExceptions(from:2){date}", 40) + "}}}",
	} {
		request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(`{"query":"`+document+`"}`))
		request.Header.Set("Content-Type", "application/json")
		recorder := httptest.NewRecorder()
		bareAPI().ServeHTTP(recorder, request)
		if length := recorder.Body.Len(); !strings.Contains(recorder.Body.String(), "conflict") || length > 10_000 {
			t.Errorf("%d bytes: %.300s", length, recorder.Body)
		}
	}
}

// No transport delivers deferred data.
func TestDeferIsUnknown(t *testing.T) {
	code, message := firstError(bareAPI(), "{branches{nodes{id ...@defer{name}}}}", "en")
	if code != "GRAPHQL_VALIDATION_FAILED" || message != `Unknown directive "@defer".` {
		t.Errorf("%s %s", code, message)
	}
}
