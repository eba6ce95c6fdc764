package graph_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"visavis/graph"
	"visavis/graph/generated"
	"visavis/internal/demo/demotest"
)

// withoutText lists the scalars that hold no text, and so no secret.
var withoutText = []string{"Boolean", "Int", "MinorUnits", "ID", "Instant", "LocalDate", "LocalTime", "Duration", "TimeZone"}

// A new field with text is either marked as a secret or added to the list of those that hold none.
func TestEachTextIsSecretOrListed(t *testing.T) {
	text, err := os.ReadFile("testdata/not_secret.txt")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if words := strings.Fields(line); len(words) > 0 && words[0] != "#" {
			for _, field := range words[1:] {
				listed[strings.TrimSuffix(words[0], ":")+"."+field] = true
			}
		}
	}
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for name, definition := range objectTypes(schema) {
		for _, field := range definition.Fields {
			kind := schema.Types[field.Type.Name()]
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			hasText := kind.Kind == ast.Scalar && !slices.Contains(withoutText, kind.Name)
			id, secret := name+"."+field.Name, field.Directives.ForName("secret") != nil
			switch {
			case secret && listed[id]:
				t.Errorf("%s is @secret, but testdata/not_secret.txt lists it", id)
			case hasText && !secret && !listed[id]:
				t.Errorf("%s holds text: mark it as @secret, or add it to testdata/not_secret.txt if it never holds one", id)
			case listed[id] && !hasText:
				t.Errorf("testdata/not_secret.txt lists %s, which holds no text", id)
			}
			delete(listed, id)
		}
	}
	for id := range listed {
		t.Errorf("testdata/not_secret.txt lists %s, which the schema lacks", id)
	}
}

func TestDocumentsWithASecretAreNotCompressible(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	secrets := 0
	for name, request := range requestsFor(schema, readAccessTable(t)) {
		document, err := gqlparser.LoadQuery(schema, request.document)
		if err != nil {
			t.Fatal(request.document, err)
		}
		typeName, fieldName, _ := strings.Cut(name, ".")
		secret := schema.Types[typeName].Fields.ForName(fieldName).Directives.ForName("secret") != nil
		if secret {
			secrets++
		}
		if graph.IsCompressible(document.Operations[0]) == secret {
			t.Errorf("compressible: %t\n%s", !secret, request.document)
		}
	}
	if secrets < 15 {
		t.Errorf("only %d fields are secret", secrets)
	}
	for _, text := range []string{
		`{ mine: booking(secret: "x") { x: joinUrl } }`,
		`{ booking(secret: "x") { id secret @skip(if: true) } }`,
		`{ booking(secret: "x") { ... on Booking { manageUrl } } }`,
		`{ booking(secret: "x") { ...Outer } } fragment Outer on Booking { id ...Inner } fragment Inner on Booking { secret }`,
	} {
		document, err := gqlparser.LoadQuery(schema, text)
		if err != nil {
			t.Fatal(err)
		}
		if graph.IsCompressible(document.Operations[0]) {
			t.Errorf("compressible: %s", text)
		}
	}
}

// A field of an interface is as secret as in any type that implements it.
func TestInterfacesHideNoSecret(t *testing.T) {
	schema := generated.NewExecutableSchema(generated.Config{}).Schema()
	for _, definition := range schema.Types {
		if definition.Kind != ast.Interface {
			continue
		}
		for _, field := range definition.Fields {
			for _, possible := range schema.GetPossibleTypes(definition) {
				secret := possible.Fields.ForName(field.Name).Directives.ForName("secret") != nil
				if secret != (field.Directives.ForName("secret") != nil) {
					t.Errorf("%s.%s and %s.%s are not equally secret", definition.Name, field.Name, possible.Name, field.Name)
				}
			}
		}
	}
}

func TestAnswersWithoutASecretAreCompressed(t *testing.T) {
	options := demoOptions(t, demotest.Salon.SQLiteURL(t), nil)
	api := byOwner(t, options, graph.NewHandler(options))
	askFor := func(query, accepted string) (answer string, header http.Header) {
		t.Helper()
		body, err := json.Marshal(map[string]string{"query": query})
		if err != nil {
			t.Fatal(err)
		}
		request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Accept-Encoding", accepted)
		recorder := httptest.NewRecorder()
		api.ServeHTTP(recorder, request)
		var content io.Reader = recorder.Body
		if recorder.Header().Get("Content-Encoding") == "gzip" {
			decoded, err := gzip.NewReader(content)
			if err != nil {
				t.Fatal(err)
			}
			content = decoded
		}
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(text), `{"data":{`) || len(text) < 2000 {
			t.Fatalf("the answer is %.200s", text)
		}
		return string(text), recorder.Header()
	}
	plain, header := askFor(everything, "br")
	if header.Get("Content-Encoding") != "" || !slices.Contains(header.Values("Vary"), "Accept, Accept-Encoding") {
		t.Errorf("the headers of the plain answer are %v", header)
	}
	if got, header := askFor(everything, "br, gzip"); got != plain || header.Get("Content-Encoding") != "gzip" {
		t.Errorf("the compressed answer, with the headers %v, differs: %.200s", header, got)
	}
	if _, header := askFor(strings.Replace(everything, "videoLink { provider }", "videoLink { url }", 1), "gzip"); header.Get("Content-Encoding") != "" {
		t.Errorf("an answer with the links of rooms is compressed")
	}
}
