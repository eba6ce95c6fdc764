package graph_test

import (
	"net/http/httptest"
	"strings"
	"testing"

	"visavis/graph"
	"visavis/internal/account"
	"visavis/internal/actor"
	"visavis/internal/demo/demotest"
)

// Every subscriber gets what they have asked for, whether or not their events are shared.
func TestSubscribersGetWhatTheyAskFor(t *testing.T) {
	options := demoOptions(t, demotest.Salon.SQLiteURL(t), nil)
	server := httptest.NewServer(graph.NewHandler(options))
	t.Cleanup(server.Close) // after the streams
	asOwner := actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_demo-anna"})
	_, token, err := options.Accounts.APITokenCreate(asOwner, account.APITokenCreateInput{Name: "tests", Role: "MANAGER", ValidDays: 1})
	if err != nil {
		t.Fatal(err)
	}
	hold(asOwner, t, options.Booking, "2026-11-25T09:00:00Z")
	const mitte, first, second = `branchId:"brn_demo-mitte"`, "chg_demo-mitte.1", "chg_demo-mitte.2"
	for _, test := range []struct{ subscription, authorization, event string }{
		{`subscription{scheduleChanged(` + mitte + `,after:"chg_demo-mitte.0"){id}}`, "", `{"scheduleChanged":{"id":"` + first + `"}}`},
		{`subscription{scheduleChanged(after:"chg_demo-mitte.0",` + mitte + `){...F}}fragment F on ScheduleChange{id}`, "", `{"scheduleChanged":{"id":"` + first + `"}}`},
		{`subscription{x:scheduleChanged(` + mitte + `,after:"chg_demo-mitte.0"){y:id,z:branchId,__typename}}`, "", `{"x":{"y":"` + first + `","z":"brn_demo-mitte","__typename":"ScheduleChange"}}`},
		{`subscription($n:Boolean=false){scheduleChanged(` + mitte + `,after:"chg_demo-mitte.0"){id,branchId @include(if:$n)}}`, "", `{"scheduleChanged":{"id":"` + first + `"}}`},
		{`subscription($n:Boolean=true){scheduleChanged(` + mitte + `,after:"chg_demo-mitte.0"){id,branchId @include(if:$n)}}`, "", `{"scheduleChanged":{"id":"` + first + `","branchId":"brn_demo-mitte"}}`},
		{`subscription{scheduleChanged(` + mitte + `,after:"` + first + `"){id}}`, "", `{"scheduleChanged":{"id":"` + second + `"}}`},
		{`subscription{scheduleChanged(` + mitte + `,after:"chg_demo-mitte.0"){id}}`, "Bearer " + token, `{"scheduleChanged":{"id":"` + first + `"}}`},
		{`subscription{scheduleChanged(` + mitte + `,after:"chg_demo-mitte.0"){kind}}`, "Bearer " + token, `{"scheduleChanged":{"kind":"APPOINTMENT"}}`},
	} {
		events := follow(t, server, test.subscription, "Authorization", test.authorization)
		if test.event == `{"scheduleChanged":{"id":"`+second+`"}}` {
			hold(asOwner, t, options.Booking, "2026-11-25T11:00:00Z")
		}
		if got := <-events; got != `{"data":`+test.event+`}` {
			t.Errorf("%s\ngets %s, want %s", test.subscription, got, test.event)
		}
	}
	for subscription, code := range map[string]string{
		`subscription{scheduleChanged(branchId:"brn_unknown"){id}}`:                   "NOT_FOUND",
		`subscription{scheduleChanged(` + mitte + `,after:"chg_demo-nord.0"){id}}`:    "NOT_FOUND",
		`subscription{scheduleChanged(` + mitte + `,after:"chg_demo-mitte.0"){kind}}`: "UNAUTHENTICATED",
	} {
		events := follow(t, server, subscription, "Accept-Language", "de")
		if got := <-events; !strings.Contains(got, `"code":"`+code+`"`) {
			t.Errorf("%s\ngets %s, want %s", subscription, got, code)
		}
	}
}
