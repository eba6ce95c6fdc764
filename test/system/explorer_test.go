package system

import (
	"net/http"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

func TestTheExplorerIsThereAsConfigured(t *testing.T) {
	t.Parallel()
	for explorer, want := range map[bool]struct {
		page int
		code any
	}{
		true:  {http.StatusOK, nil},
		false: {http.StatusNotFound, "INTROSPECTION_DISABLED"},
	} {
		s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Explorer: explorer})
		got := s.Get("/graphiql").StatusCode
		if got != want.page && !(explorer && got == http.StatusServiceUnavailable) { // GraphiQL is not built
			t.Errorf("explorer %t: its page is answered %d", explorer, got)
		}
		var code any
		if errors := s.Ask("{__schema{queryType{name}}}", nil).Errors; len(errors) > 0 {
			code = errors[0].Extensions["code"]
		}
		if code != want.code {
			t.Errorf("explorer %t: the schema is answered %v", explorer, code)
		}
	}
}
