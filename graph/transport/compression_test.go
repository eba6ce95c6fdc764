package transport_test

import (
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"visavis/graph/transport"
)

func TestHTTPCompresses(t *testing.T) {
	isQuery := func(operation *ast.OperationDefinition) bool { return operation.Operation == ast.Query }
	server := newServer(t, settings{http: transport.HTTP{Compressible: isQuery}})
	long := strings.Repeat("long ", 1000)
	for _, test := range []struct{ name, body, accepted, coding, want string }{
		{"long", `{"query":"{large}"}`, "gzip, br", "gzip", `{"data":{"large":"` + strings.Repeat("x", 1<<20) + `"}}`},
		{"argument", `{"query":"query($t:String!){echo(text:$t)}","variables":{"t":"` + long + `"}}`, "gzip", "gzip", `{"data":{"echo":"` + long + `"}}`},
		{"short", `{"query":"{hello}"}`, "gzip", "", `{"data":{"hello":"hello"}}`},
		{"not accepted", `{"query":"{large}"}`, "br, gzip;q=0", "", `{"data":{"large":"` + strings.Repeat("x", 1<<20) + `"}}`},
		{"not compressible", `{"query":"mutation x` + strings.Repeat("x", 2000) + `{other:__typename}"}`, "gzip", "", "xxx"},
		{"error", `{"query":"{hello}{` + long + `"}`, "gzip", "", `"errors"`},
	} {
		got := server.do(t, "POST", "/", test.body, map[string]string{"Content-Type": plainJSON, "Accept-Encoding": test.accepted})
		if coding := got.header.Get("Content-Encoding"); coding != test.coding || got.header.Get("Vary") != "Accept, Accept-Encoding" {
			t.Errorf("%s: coded as %q, want %q; varies by %q", test.name, coding, test.coding, got.header.Get("Vary"))
		}
		text := got.body
		if test.coding != "" {
			text = decompressed(t, text)
		}
		if !strings.Contains(text, test.want) {
			t.Errorf("%s: got %.200s, want %.200s", test.name, text, test.want)
		}
	}
}

func decompressed(t *testing.T, text string) string {
	t.Helper()
	reader, err := gzip.NewReader(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(reader)
	if err != nil {
		t.Fatal(err)
	}
	return string(plain)
}
