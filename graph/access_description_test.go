package graph_test

import (
	"strings"
	"testing"
)

func TestDescriptionsNameTheRequiredRole(t *testing.T) {
	api := bareAPI()
	for field, want := range map[string]string{
		"Query.branches": "does not see, matches none.", "Query.staff": "For receptionists.", "Query.outbox": "For managers.", "Appointment.note": "For staff.", "Mutation.apiTokenCreate": "For managers. Only within 10 minutes of signing in or confirming by password or passkey.",
	} {
		typeName, name, _ := strings.Cut(field, ".")
		answer := ask(t.Context(), t, api, `{__type(name:"`+typeName+`"){fields{name description}}}`).Body.String()
		_, rest, _ := strings.Cut(answer, `{"name":"`+name+`","description":"`)
		description, _, _ := strings.Cut(rest, `"}`)
		if !strings.HasSuffix(description, want) {
			t.Errorf("description of %s: %q, want suffix %q", field, description, want)
		}
	}
	for _, document := range []string{`{__schema{types{name possibleTypes{name}}}}`} {
		if answer := ask(t.Context(), t, api, document).Body.String(); strings.Contains(answer, "VALIDATION") {
			t.Errorf("%s\nanswers %s", document, answer)
		}
	}
}
