package system

import (
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// TestTheDemoIsOpen starts the demo as people do, and asks what the pages of its branches ask.
func TestTheDemoIsOpen(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, LivingDemo: true})
	for _, branchID := range []string{"brn_demo-mitte", "brn_demo-west"} {
		data := s.Query(`query ($branch: ID!) {
			inbox(branchId: $branch) { requestedAppointments appointmentsWithoutOutcome absenceRequests failedMails }
			thisWeek: appointments(branchId: $branch, from: "2026-11-24", to: "2026-11-28", first: 100) { nodes { customer { name } history { action } } }
			nextWeek: appointments(branchId: $branch, from: "2026-12-01", to: "2026-12-05", first: 100) { nodes { id } }
			report(from: "2026-06-01", to: "2026-11-22", groupBy: PERSON, branchId: $branch) { rows { figures { completed noShows } } } }`, harness.Variables{"branch": branchID})
		for kind, number := range data["inbox"].(map[string]any) {
			if number == 0.0 {
				t.Errorf("%s: no %s", branchID, kind)
			}
		}
		for _, week := range []string{"thisWeek", "nextWeek"} {
			if nodes := harness.Nodes(data[week]); len(nodes) < 15 {
				t.Errorf("%s: %d appointments in %s", branchID, len(nodes), week)
			}
		}
		for _, node := range harness.Nodes(data["thisWeek"]) {
			if node["customer"] == nil || len(node["history"].([]any)) == 0 {
				t.Errorf("%s: %v has no customer or no history", branchID, node)
			}
		}
		for _, row := range data["report"].(map[string]any)["rows"].([]any) {
			if figures := row.(map[string]any)["figures"].(map[string]any); figures["completed"] == 0.0 || figures["noShows"] == 0.0 {
				t.Errorf("%s: a row of the report is %v", branchID, figures)
			}
		}
	}
}
