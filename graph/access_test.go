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
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// TestEverybodyMayAskForWhatTheTableSays asks for every field of the schema as
// everybody, by the way to it that needs least.
func TestEverybodyMayAskForWhatTheTableSays(t *testing.T) {
	options, database := demoSalon(t, storetest.SQLiteURL(t), nil)
	server := httptest.NewServer(graph.NewHandler(options))
	defer server.Close()
	everybody := everybodyAt(t, database, options.Accounts)
	table := readAccessTable(t)
	ways := waysTo(generated.NewExecutableSchema(generated.Config{}).Schema(), table)
	for name := range table {
		if _, found := ways[name]; !found {
			t.Errorf("%s is in the table and cannot be reached", name)
		}
	}
	last := func(name string) int { return strings.Index(ways[name].document, "signOut") } // ends sessions
	for _, name := range slices.SortedFunc(maps.Keys(ways), func(a, b string) int { return last(a) - last(b) }) {
		for _, visitor := range everybody {
			want := ways[name].needs.refuses(visitor)
			if got := refusal(t, server, visitor, ways[name].document); got != want {
				t.Errorf("%s asks for %s, which needs %s: %q, want %q\n%s", visitor.name, name, ways[name].needs, got, want, ways[name].document)
			}
		}
	}
}

// A visitor is somebody who asks.
type visitor struct {
	name       string
	role       actor.Role
	byPassword bool
	headers    http.Header
}

// everybodyAt signs everybody in who can. A client is nobody to the schema: the
// secret that they know is among the arguments.
func everybodyAt(t *testing.T, database *store.Store, accounts *account.Accounts) []visitor {
	t.Helper()
	if _, err := demo.CreateSignIns(t.Context(), database, accounts, ""); err != nil {
		t.Fatal(err)
	}
	asOwner := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_demo-anna"})
	if _, err := accounts.StaffAccessSet(asOwner, account.StaffAccessSetInput{StaffID: "stf_demo-david", Password: new("visavis-demo")}); err != nil {
		t.Fatal(err)
	}
	everybody := []visitor{{name: "somebody anonymous"}, {name: "a client"}}
	for _, staff := range []struct {
		name, email string
		role        actor.Role
	}{
		{"a member", "ben@salon.example", actor.Member},
		{"a member of another branch", "david@salon.example", actor.Member},
		{"a manager", "clara@salon.example", actor.Manager},
		{"an owner", "anna@salon.example", actor.Owner},
	} {
		begun, err := accounts.SignIn(t.Context(), account.SignInInput{Email: staff.email, Password: "visavis-demo"})
		if err != nil {
			t.Fatal(err)
		}
		everybody = append(everybody, visitor{staff.name, staff.role, true, http.Header{"Cookie": {"visavis_session=" + begun.Secret}}})
	}
	owner := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_demo-anna"})
	_, token, err := accounts.APITokenCreate(owner, account.APITokenCreateInput{Name: "tests", Role: "OWNER", ValidDays: 1})
	if err != nil {
		t.Fatal(err)
	}
	return append(everybody, visitor{"an owner's program", actor.Owner, false, http.Header{"Authorization": {"Bearer " + token}}})
}

// refuses gives the code with which a visitor is refused; empty when they are not.
func (n need) refuses(v visitor) string {
	switch {
	case v.role < n.role && v.role == actor.Anyone:
		return "UNAUTHENTICATED"
	case v.role < n.role:
		return "FORBIDDEN"
	case n.password && !v.byPassword:
		return "PASSWORD_REQUIRED"
	default:
		return ""
	}
}

// refusal asks, and gives the code when it is one about who may ask.
func refusal(t *testing.T, server *httptest.Server, v visitor, document string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": document})
	if err != nil {
		t.Fatal(err)
	}
	ctx, leave := context.WithCancel(t.Context())
	defer leave()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL, strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header = v.headers.Clone()
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
		case "UNAUTHENTICATED", "FORBIDDEN", "PASSWORD_REQUIRED":
			return e.Extensions.Code
		case "GRAPHQL_VALIDATION_FAILED", "GRAPHQL_PARSE_FAILED", "INTERNAL":
			t.Errorf("%s\nis answered %s", document, e.Extensions.Code)
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
	t.Fatal("there is no answer")
	return nil
}

// reachable leaves introspection out.
func reachable(schema *ast.Schema) map[string]*ast.Definition {
	types := map[string]*ast.Definition{}
	for name, definition := range schema.Types {
		if definition.Kind == ast.Object && !strings.HasPrefix(name, "__") {
			types[name] = definition
		}
	}
	return types
}
