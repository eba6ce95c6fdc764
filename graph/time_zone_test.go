package graph_test

import (
	"encoding/json"
	"log/slog"
	"testing"

	"visavis/graph"
	"visavis/graph/transport"
	"visavis/internal/civil"
	"visavis/internal/salon"
)

// TestTheServerListsWhatABranchCanChoose reads the lists that selects show.
func TestTheServerListsWhatABranchCanChoose(t *testing.T) {
	api := graph.NewHandler(graph.Options{
		Salon: salon.New(nil, nil, civil.SystemClock), Logger: slog.New(slog.DiscardHandler), Connections: transport.NewConnections(transport.Limits{}),
	})
	var answer struct {
		Data struct {
			TimeZones []struct {
				ID, Name string
				Aliases  []string
			}
			Currencies []struct {
				Code   string
				Digits int
			}
		}
	}
	for locale, want := range map[string]string{"DE": "Kiew (Ukraine)", "EN": "Kyiv (Ukraine)"} {
		body := ask(t.Context(), t, api, `{ timeZones(locale: `+locale+`) { id name aliases offsetMinutes } currencies { code digits } }`).Body
		if err := json.Unmarshal(body.Bytes(), &answer); err != nil {
			t.Fatal(err)
		}
		names := map[string]string{}
		for _, zone := range answer.Data.TimeZones {
			names[zone.ID] = zone.Name
		}
		if names["Europe/Kyiv"] != want || names["UTC"] != "UTC" || len(answer.Data.Currencies) == 0 || answer.Data.Currencies[0].Code != "AED" {
			t.Errorf("in %s: %v, %v", locale, names["Europe/Kyiv"], answer.Data.Currencies)
		}
	}
}
