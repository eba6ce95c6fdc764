package graph_test

import (
	"bufio"
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"visavis/graph"
	"visavis/graph/generated"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/demo"
	"visavis/internal/demo/demotest"
	"visavis/internal/store"
)

// TestAccessMatchesTheTable requests every field of the schema as each caller, on the
// path with the lowest requirement.
func TestAccessMatchesTheTable(t *testing.T) {
	options, database := demoSalon(t, demotest.Salon.SQLiteURL(t), nil)
	server := httptest.NewServer(graph.NewHandler(options))
	defer server.Close()
	callers := newCallers(t, database, options.Accounts)
	table := readAccessTable(t)
	requests := requestsFor(generated.NewExecutableSchema(generated.Config{}).Schema(), table)
	for name := range table {
		if _, found := requests[name]; !found {
			t.Errorf("%s is in the table but not reachable", name)
		}
	}
	last := func(name string) int { return strings.Index(requests[name].document, "signOut") } // ends sessions
	for _, name := range slices.SortedFunc(maps.Keys(requests), func(a, b string) int { return last(a) - last(b) }) {
		for _, caller := range callers {
			want := requests[name].requires.accessError(caller)
			if got := accessError(t, server, caller, requests[name].document); got != want {
				t.Errorf("%s requests %s, which requires %s: got %q, want %q\n%s", caller.name, name, requests[name].requires, got, want, requests[name].document)
			}
		}
	}
}

// A caller is the sender of requests with one set of credentials.
type caller struct {
	name       string
	role       actor.Role
	byPassword bool
	headers    http.Header
}

// newCallers returns a signed-in caller for each role, and anonymous ones. Customers are
// anonymous, too: their secrets are arguments.
func newCallers(t *testing.T, database *store.Store, accounts *account.Accounts) []caller {
	t.Helper()
	if _, err := demo.CreateSignIns(t.Context(), database, accounts, ""); err != nil {
		t.Fatal(err)
	}
	asOwner := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_demo-anna"})
	if _, err := accounts.StaffAccessSet(asOwner, account.StaffAccessSetInput{StaffID: "stf_demo-david", Password: new("visavis-demo")}); err != nil {
		t.Fatal(err)
	}
	callers := []caller{{name: "an anonymous caller"}, {name: "a customer"}}
	for _, staff := range []struct {
		name, email string
		role        actor.Role
	}{
		{"a member", "ben@salon.example", actor.Member},
		{"a member of another branch", "david@salon.example", actor.Member},
		{"a manager", "clara@salon.example", actor.Manager},
		{"an owner", "anna@salon.example", actor.Owner},
	} {
		session, err := accounts.SignIn(t.Context(), account.SignInInput{Email: staff.email, Password: "visavis-demo"})
		if err != nil {
			t.Fatal(err)
		}
		callers = append(callers, caller{staff.name, staff.role, true, http.Header{"Cookie": {"visavis_session=" + session.Secret}}})
	}
	owner := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_demo-anna"})
	_, token, err := accounts.APITokenCreate(owner, account.APITokenCreateInput{Name: "tests", Role: "OWNER", ValidDays: 1})
	if err != nil {
		t.Fatal(err)
	}
	return append(callers, caller{"an owner's program", actor.Owner, false, http.Header{"Authorization": {"Bearer " + token}}})
}

// accessError returns the error code that the caller should get; empty if permitted.
func (r requirement) accessError(c caller) string {
	switch {
	case c.role < r.role && c.role == actor.Anyone:
		return "UNAUTHENTICATED"
	case c.role < r.role:
		return "FORBIDDEN"
	case r.password && !c.byPassword:
		return "FRESH_SIGN_IN_REQUIRED"
	default:
		return ""
	}
}

// accessError sends a document and returns the code of the access error; empty if none.
func accessError(t *testing.T, server *httptest.Server, c caller, document string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": document})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL, strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header = c.headers.Clone()
	if request.Header == nil {
		request.Header = http.Header{}
	}
	request.Header.Set("Content-Type", "application/json")
	if strings.HasPrefix(document, "subscription") {
		request.Header.Set("Accept", "text/event-stream")
	}
	response, err := server.Client().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var answer struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal(firstAnswer(t, response), &answer); err != nil {
		t.Fatal(err)
	}
	for _, e := range answer.Errors {
		switch e.Extensions.Code {
		case "UNAUTHENTICATED", "FORBIDDEN", "FRESH_SIGN_IN_REQUIRED":
			return e.Extensions.Code
		case "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "INTERNAL":
			t.Errorf("%s\nanswers %s", document, e.Extensions.Code)
		}
	}
	return ""
}

func firstAnswer(t *testing.T, response *http.Response) []byte {
	t.Helper()
	for lines := bufio.NewScanner(response.Body); lines.Scan(); {
		if data, found := strings.CutPrefix(lines.Text(), "data: "); found {
			return []byte(data)
		}
		if strings.HasPrefix(lines.Text(), "{") {
			return lines.Bytes()
		}
	}
	t.Fatal("no response")
	return nil
}

// objectTypes returns the object types of a schema, without those of introspection.
func objectTypes(schema *ast.Schema) map[string]*ast.Definition {
	types := map[string]*ast.Definition{}
	for name, definition := range schema.Types {
		if definition.Kind == ast.Object && !strings.HasPrefix(name, "__") {
			types[name] = definition
		}
	}
	return types
}
