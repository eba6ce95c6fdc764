package system

import (
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// getPrivately requests a path of the private address.
func getPrivately(s *harness.Server, path string) (status int, body string) {
	s.T.Helper()
	at := regexp.MustCompile(`Metrics +(http://\S+)/metrics`).FindStringSubmatch(s.Printed.String())
	if at == nil {
		s.T.Fatalf("there is no private address in %s", s.Printed)
	}
	response, err := http.Get(at[1] + path)
	if err != nil {
		s.T.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		s.T.Fatal(err)
	}
	return response.StatusCode, string(text)
}

func TestMetricsCountWhatIsDoneAndHoldNothingOfAnybody(t *testing.T) {
	t.Parallel()
	storetest.EachURL(t, func(t *testing.T, databaseURL string) {
		s := harness.Start(t, config.Config{DatabaseURL: databaseURL, Demo: true, PrivateAddr: "127.0.0.1:0"})
		const branch = "brn_demo-mitte"
		l := s.SubscribeToChanges(branch, s.LastChange(branch))
		s.Mutate("appointmentBook", "booking { id }", harness.Variables{
			"start":          harness.Variables{"branchId": branch, "serviceId": "svc_demo-video-colour", "staffId": "stf_demo-anna", "start": "2026-11-26T09:00:00Z"},
			"customer":       harness.Variables{"name": "Canary Kunde", "email": "canary@kunde.example", "locale": "DE", "acceptsPrivacy": true},
			"idempotencyKey": "canary-key-0123456789",
		})
		l.ExpectChange("APPOINTMENT Anna 2026-11-26 2026-11-26")
		s.Ask(`query Canary { canary: branches { nodes { id } } }`, nil)
		s.Get("/join/CANARYSECRET")
		status, metrics := getPrivately(s, "/metrics")
		if status != http.StatusOK {
			t.Fatal(status)
		}
		for _, want := range []string{
			`visavis_graphql_operation_duration_seconds_count{field="appointmentBook",kind="mutation",outcome="ok"} 1`,
			`visavis_graphql_operation_duration_seconds_count{field="branches",kind="query",outcome="ok"} 1`,
			`visavis_graphql_events_total{field="scheduleChanged",outcome="ok"} 1`,
			`visavis_http_request_duration_seconds_count{method="GET",route="/join/{token}",status="404"} 1`,
			`visavis_subscribers 1`,
			`visavis_outbox_due 1`, // the confirmation, without a mail server
			`visavis_outbox_age_seconds 0`,
			`go_goroutines `, `process_resident_memory_bytes `,
		} {
			if !strings.Contains(metrics, want) {
				t.Errorf("the metrics have no %s", want)
			}
		}
		if !regexp.MustCompile(`visavis_commit_duration_seconds_count [1-9]`).MatchString(metrics) {
			t.Error("the metrics count no commit")
		}
		if found := regexp.MustCompile(`(?i).*canary.*`).FindString(metrics); found != "" {
			t.Errorf("the metrics hold what a client wrote: %s", found)
		}
	})
}

func TestProfilesAreForThePrivateAddressAlone(t *testing.T) {
	t.Parallel()
	s := harness.Start(t, config.Config{DatabaseURL: storetest.SQLiteURL(t), Demo: true, PrivateAddr: "127.0.0.1:0"})
	for _, path := range []string{"/metrics", "/debug/pprof/", "/debug/pprof/heap"} {
		if status, _ := getPrivately(s, path); status != http.StatusOK {
			t.Errorf("privately, %s is answered %d", path, status)
		}
		if status := s.Get(path).StatusCode; status != http.StatusNotFound {
			t.Errorf("in public, %s is answered %d", path, status)
		}
	}
	if status, _ := getPrivately(s, "/graphql"); status != http.StatusNotFound {
		t.Errorf("privately, the API is answered %d", status)
	}
}

func TestWithoutAPrivateAddressThereIsNone(t *testing.T) {
	t.Parallel()
	s := harness.StartDemo(t)
	if strings.Contains(s.Printed.String(), "Metrics") {
		t.Errorf("it says %s", s.Printed)
	}
}
