package main

import (
	"net/http"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
)

func TestTheExplorerIsThereAsConfigured(t *testing.T) {
	for explorer, want := range map[bool]struct {
		page int
		code any
	}{
		true:  {http.StatusOK, nil},
		false: {http.StatusNotFound, "INTROSPECTION_DISABLED"},
	} {
		s := startServer(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Explorer: explorer})
		got := s.get("/graphiql").StatusCode
		if got != want.page && !(explorer && got == http.StatusServiceUnavailable) { // when it is not built
			t.Errorf("explorer %t: its page is answered %d", explorer, got)
		}
		var code any
		if errors := s.ask("{__schema{queryType{name}}}", nil).Errors; len(errors) > 0 {
			code = errors[0].Extensions["code"]
		}
		if code != want.code {
			t.Errorf("explorer %t: the schema is answered %v", explorer, code)
		}
	}
}
