package web_test

import (
	"net/http"
	"testing"

	"visavis/internal/config"
)

func TestTheExplorerCanBeTurnedOff(t *testing.T) {
	open := newHandler(t, config.Config{Addr: "127.0.0.1:8080", Explorer: true}, nil)
	closed := newHandler(t, config.Config{Addr: "127.0.0.1:8080"}, nil)
	if got := get(t, open, "localhost", "/graphiql").Code; got == http.StatusNotFound {
		t.Error("there is no explorer")
	}
	for _, path := range []string{"/graphiql", "/graphiql/", "/graphiql/assets/app.js"} {
		if got := get(t, closed, "localhost", path).Code; got != http.StatusNotFound {
			t.Errorf("without the explorer %s is answered %d", path, got)
		}
	}
	if got := get(t, closed, "localhost", "/graphql").Code; got != http.StatusNoContent {
		t.Errorf("without the explorer the API answers %d", got)
	}
}
