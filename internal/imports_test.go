package internal_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// floors lists the packages from top to bottom. A package may import packages of lower floors and those inside itself.
var floors = [][]string{
	{"visavis"},
	{"visavis/test/system", "visavis/test/fault", "visavis/test/targets", "visavis/test/load", "visavis/test/growth"},
	{"visavis/test/harness"},
	{"visavis/internal/server"},
	{"visavis/internal/web"},
	{"visavis/graph", "visavis/internal/web/book"},
	{"visavis/internal/mail", "visavis/internal/push", "visavis/internal/web/manage"}, // mails contain the join link, appointments its state
	{"visavis/frontend"},
	{"visavis/internal/web/join", "visavis/internal/web/calendarfeed", "visavis/internal/web/confirm", "visavis/internal/web/customerdata", "visavis/internal/web/photo", "visavis/internal/web/picture", "visavis/internal/web/welcome"},
	{"visavis/internal/web/brand"},
	{"visavis/internal/salon", "visavis/internal/booking", "visavis/internal/demo", "visavis/internal/embedding", "visavis/internal/picture", "visavis/internal/room"},
	{"visavis/internal/schedule", "visavis/internal/account", "visavis/internal/mailquota"},
	{"visavis/internal/proofofwork"},
	{"visavis/internal/availability", "visavis/internal/event", "visavis/internal/audit", "visavis/internal/idempotency", "visavis/internal/notification", "visavis/internal/reminder", "visavis/internal/signingkey", "visavis/internal/visit"},
	{"visavis/internal/store", "visavis/internal/reach"},
	{"visavis/internal/statement"},
	{"visavis/internal/accent", "visavis/internal/actor", "visavis/internal/ical", "visavis/internal/legalnotice", "visavis/internal/lookup", "visavis/internal/mailtext", "visavis/internal/photo", "visavis/internal/relay", "visavis/internal/retention", "visavis/internal/videoroom", "visavis/internal/webpush"},
	{"visavis/internal/postaladdress"},
	{"visavis/ent"},
	{"visavis/internal/pagination"},
	{"visavis/internal/config", "visavis/internal/id", "visavis/internal/form"},
	{"visavis/internal/problem"},
	{"visavis/internal/money", "visavis/internal/timezone", "visavis/internal/web/linkpage", "visavis/internal/web/ratelimit"},
	{"visavis/internal/civil", "visavis/internal/link", "visavis/internal/locale", "visavis/internal/origin", "visavis/internal/phone", "visavis/internal/placeholder", "visavis/internal/publicaddress", "visavis/internal/raster", "visavis/internal/relay/turnurl", "visavis/internal/repeat", "visavis/internal/secret", "visavis/internal/telemetry", "visavis/internal/text", "visavis/internal/upright", "visavis/internal/web/clientaddress", "visavis/internal/web/clientbrowser", "visavis/internal/web/contentcoding", "visavis/internal/web/cookie"},
}

// only lists the packages that may import a library.
var only = map[string][]string{
	"github.com/99designs/gqlgen":          {"visavis/graph"},
	"github.com/vektah/gqlparser/v2":       {"visavis/graph"},
	"github.com/coder/websocket":           {"visavis/graph", "visavis/test/load"},
	"github.com/rs/cors":                   {"visavis/internal/web"},
	"github.com/mattn/go-sqlite3":          {"visavis/internal/store"},
	"github.com/jackc/pgx/v5":              {"visavis/internal/store"},
	"github.com/pressly/goose/v3":          {"visavis/internal/store"},
	"database/sql":                         {"visavis/internal/store", "visavis/ent", "visavis/internal/civil"},
	"entgo.io/ent/dialect":                 {"visavis/internal/store", "visavis/internal/reach", "visavis/internal/lookup", "visavis/internal/visit", "visavis/internal/schedule", "visavis/internal/room", "visavis/ent"},
	"github.com/nyaruka/phonenumbers":      {"visavis/internal/phone"},
	"github.com/vikstrous/dataloadgen":     {"visavis/graph"},
	"github.com/arran4/golang-ical":        {"visavis/internal/ical", "visavis/internal/web/calendarfeed", "visavis/internal/mail", "visavis/internal/web/manage"},
	"github.com/wneessen/go-mail":          {"visavis/internal/mail"},
	"github.com/emersion/go-smtp":          {}, // for tests
	"github.com/emersion/go-sasl":          {}, // for tests
	"github.com/go-webauthn/webauthn":      {"visavis/internal/account"},
	"github.com/descope/virtualwebauthn":   {}, // for tests
	"github.com/alexedwards/argon2id":      {"visavis/internal/account"},
	"golang.org/x/time/rate":               {"visavis/internal/web/ratelimit", "visavis/internal/telemetry", "visavis/internal/relay"},
	"github.com/pion":                      {"visavis/internal/relay"},
	"github.com/pion/webrtc/v4":            {}, // for tests
	"github.com/pion/srtp/v3":              {},
	"go.opentelemetry.io":                  {"visavis/internal/telemetry"},
	"google.golang.org/grpc":               {"visavis/internal/telemetry"},
	"github.com/prometheus/client_golang":  {"visavis/internal/telemetry"},
	"github.com/tsenart/vegeta/v12":        {"visavis/test/load"},
	"github.com/klauspost/compress":        {"visavis/internal/web/contentcoding"},
	"golang.org/x/image":                   {"visavis/internal/picture", "visavis/internal/photo", "visavis/internal/raster"},
	"visavis/ent":                          {"visavis/graph", "visavis/internal", "visavis/ent"},
	"visavis/internal/store/storetest":     {"visavis/internal/store", "visavis/internal/demo/demotest"},
	"visavis/internal/store/migrationplan": {"visavis/internal/store/migrationplan"},
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func TestImportsPointDown(t *testing.T) {
	for _, p := range packages(t, "visavis/...") {
		if len(p.Imports) == 0 {
			continue // nothing but tests, such as these
		}
		from, known := floorOf(p.ImportPath)
		if !known {
			t.Errorf("%s stands on no floor: add it to this test", p.ImportPath)
			continue
		}
		for _, imported := range p.Imports {
			if to, ours := floorOf(imported); ours && to <= from && !below(imported, houseOf(p.ImportPath)) {
				t.Errorf("%s imports %s, which is not below it", p.ImportPath, imported)
			}
			for what, allowed := range only {
				if !below(p.ImportPath, "visavis/test") && below(imported, what) && !slices.ContainsFunc(allowed, func(prefix string) bool { return below(p.ImportPath, prefix) }) {
					t.Errorf("%s imports %s", p.ImportPath, imported)
				}
			}
		}
	}
}

func TestAvailabilityKnowsNothingButTheCalendar(t *testing.T) {
	for _, imported := range packages(t, "visavis/internal/availability")[0].Imports {
		if strings.Contains(imported, ".") || below(imported, "visavis") && imported != "visavis/internal/civil" {
			t.Errorf("it imports %s", imported)
		}
	}
}

func packages(t *testing.T, pattern string) []goPackage {
	t.Helper()
	output, err := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Imports", pattern).Output()
	if err != nil {
		t.Fatal(err)
	}
	var list []goPackage
	for decoder := json.NewDecoder(strings.NewReader(string(output))); ; {
		var p goPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, p)
	}
}

// houseOf returns the listed package that contains the package, or "".
func houseOf(path string) string {
	house := ""
	for _, floor := range floors {
		for _, candidate := range floor {
			if below(path, candidate) && len(candidate) > len(house) && (candidate != "visavis" || path == "visavis") {
				house = candidate
			}
		}
	}
	return house
}

func floorOf(path string) (floor int, known bool) {
	house := houseOf(path)
	for i, f := range floors {
		if slices.Contains(f, house) {
			return i, house != ""
		}
	}
	return 0, false
}

func below(path, prefix string) bool { return path == prefix || strings.HasPrefix(path, prefix+"/") }
