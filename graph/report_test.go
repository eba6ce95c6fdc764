package graph_test

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"visavis/ent/appointment"
	"visavis/graph"
	"visavis/internal/demo/demotest"
	"visavis/internal/store"
)

// TestSumsExceedInt answers a sum of money that an Int cannot hold as a number.
func TestSumsExceedInt(t *testing.T) {
	demotest.EachURL(t, func(t *testing.T, url string) {
		options, s := demoSalon(t, url, nil)
		err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			tx.Account.Create().SetStaffID("stf_demo-anna").SetEmail("anna@salon.example").SetCreatedAt(demotest.Now()).ExecX(ctx)
			tx.Service.UpdateOneID("svc_demo-cut").SetPriceMinorUnits(math.MaxInt32).SetPriceCurrency("KWD").ExecX(ctx)
			for i := range 2 {
				start := demotest.Now().Add(-24 * time.Hour * time.Duration(i+1))
				tx.Appointment.Create().SetBranchID("brn_demo-mitte").SetStaffID("stf_demo-anna").SetPersonID("prs_demo-anna").SetServiceID("svc_demo-cut").
					SetStartsAt(start).SetEndsAt(start.Add(45 * time.Minute)).SetBlockedUntil(start.Add(55 * time.Minute)).SetStatus(appointment.StatusCOMPLETED).SetLive(true).
					SetSource(appointment.SourceSTAFF).SetCreatedAt(start).ExecX(ctx)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		query := `{"query":"{ report(from: \"2026-11-01\", to: \"2026-11-30\", groupBy: PERSON) { total { completed revenue { minorUnits currency digits } } } }"}`
		request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewBufferString(query))
		request.Header.Set("Content-Type", "application/json")
		recorder := httptest.NewRecorder()
		byOwner(t, options, graph.NewHandler(options)).ServeHTTP(recorder, request)
		want := fmt.Sprintf(`{"completed":2,"revenue":[{"minorUnits":%d,"currency":"KWD","digits":3}]}`, 2*math.MaxInt32)
		if answer := recorder.Body.String(); !strings.Contains(answer, want) {
			t.Errorf("the answer is %s, not %s", answer, want)
		}
	})
}
