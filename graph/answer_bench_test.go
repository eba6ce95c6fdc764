package graph_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"visavis/graph"
	"visavis/internal/demo/demotest"
)

// BenchmarkAnswer measures what the handler itself costs: a trivial response, and one from the cache.
func BenchmarkAnswer(b *testing.B) {
	api := graph.NewHandler(demoOptions(b, demotest.Salon.SQLiteURL(b), nil))
	for name, body := range map[string]string{
		"trivial": `{"query":"{ __typename }"}`,
		"cached":  `{"query":"` + strings.ReplaceAll(monthOfMitte, `"`, `\"`) + `"}`,
	} {
		b.Run(name, func(b *testing.B) {
			received := httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/graphql", nil)
			received.Header.Set("Content-Type", "application/json")
			received.Header.Set("Accept-Encoding", "gzip")
			b.ReportAllocs()
			for b.Loop() {
				request := *received
				request.Body = io.NopCloser(strings.NewReader(body))
				request.ContentLength = int64(len(body))
				api.ServeHTTP(discarded{http.Header{}}, &request)
			}
		})
	}
}

// A discarded response costs nothing.
type discarded struct{ header http.Header }

func (d discarded) Header() http.Header            { return d.header }
func (d discarded) Write(text []byte) (int, error) { return len(text), nil }
func (d discarded) WriteHeader(int)                {}
