package web_test

import (
	"net/http"
	"testing"

	"visavis/internal/config"
)

func TestTheRootLeadsToTheAdminApp(t *testing.T) {
	handler := newHandler(t, config.Config{Addr: "127.0.0.1:8080"}, nil)
	if answer := get(t, handler, "localhost", "/"); answer.Code != http.StatusFound || answer.Header().Get("Location") != "/admin" {
		t.Errorf("the root is answered %d %s", answer.Code, answer.Header().Get("Location"))
	}
	if got := get(t, handler, "localhost", "/admin/mitarbeiter").Code; got == http.StatusNotFound {
		t.Error("there is no admin app")
	}
}
