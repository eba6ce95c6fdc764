package graph_test

import (
	"bufio"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"visavis/graph/generated"
	"visavis/internal/demo/demotest"
)

// TestNoSubscriptionIsOurFault sends every kind of wrong value in place of every argument of the subscriptions. Each is refused
// with a code, or followed by changes.
func TestNoSubscriptionIsOurFault(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	demotest.EachURL(t, func(t *testing.T, url string) {
		w := newWrongInput(t, url, schema)
		for _, ofOperation := range attemptsAt(t, schema, schema.Subscription) {
			for _, one := range ofOperation {
				if one.arguments["after"] == `""` {
					continue // as if it was left out: nothing follows until something changes
				}
				w.subscribe(t, one)
			}
		}
		if w.log.Len() > 0 {
			t.Errorf("the log says\n%.5000s", w.log.String())
		}
	})
}

// subscribe sends an attempt and expects an error that is the caller's fault, or the first change.
func (w *wrongInput) subscribe(t *testing.T, one attempt) {
	t.Helper()
	operation := w.schema.Subscription.Fields.ForName(one.operation)
	var declared, given []string
	variables := map[string]json.RawMessage{}
	for _, argument := range operation.Arguments {
		if value, isGiven := one.arguments[argument.Name]; isGiven {
			declared = append(declared, "$"+argument.Name+":"+argument.Type.String())
			given = append(given, argument.Name+":$"+argument.Name)
			variables[argument.Name] = json.RawMessage(value)
		}
	}
	body, err := json.Marshal(map[string]any{
		"query":     "subscription(" + strings.Join(declared, ",") + "){" + one.operation + "(" + strings.Join(given, ",") + "){__typename}}",
		"variables": variables,
	})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.reach.api.URL+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "text/event-stream")
	request.Header.Set("Cookie", w.cookie)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer := firstEvent(t, response)
	for _, wrong := range answer.Errors {
		if code := wrong.Extensions["code"]; code == nil || code == "INTERNAL" {
			t.Errorf("%v\nanswers %+v", one, wrong)
		}
	}
	if len(answer.Errors) == 0 && !one.may {
		t.Errorf("%v\nis accepted", one)
	}
}

// firstEvent reads a stream of events until the first answer.
func firstEvent(t *testing.T, response *http.Response) (answer apiAnswer) {
	t.Helper()
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() {
		data, found := strings.CutPrefix(lines.Text(), "data: ")
		if !found || data == "" {
			continue
		}
		if err := json.Unmarshal([]byte(data), &answer); err != nil {
			t.Fatalf("%q: %v", data, err)
		}
		return answer
	}
	t.Fatalf("%d: the stream ends without an answer", response.StatusCode)
	return answer
}
