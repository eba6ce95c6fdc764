package account_test

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/account/accounttest"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/demo"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/pagination"
	"visavis/internal/problem"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

const (
	mitte = "brn_demo-mitte"
	west  = "brn_demo-west"
	anna  = "stf_demo-anna"  // owns the salon
	ben   = "stf_demo-ben"   // a member, in Mitte
	clara = "stf_demo-clara" // manages it, in Mitte
	david = "stf_demo-david" // a member, in West; does not sign in at first
	ella  = "stf_demo-ella"  // a member, in Mitte; does not sign in at first
)

// Credentials of Anna, Ben and Clara.
const (
	password = "correct horse battery"
	pin      = "480271"
)

// testSalon is the demo salon at nine on Monday, 23 November 2026 in Berlin, with a settable clock.
type testSalon struct {
	*account.Accounts
	store  *store.Store
	salon  *salon.Salon
	now    atomic.Int64
	queued atomic.Int64    // number of MailQueued calls
	noted  map[string]bool // mails that notices has returned
}

// staffed is the demo salon with an account each for Anna, Ben and Clara.
var staffed = storetest.NewTemplate(func(ctx context.Context, s *store.Store) error {
	if err := demo.Fill(ctx, s, demotest.Now); err != nil {
		return err
	}
	accounts := account.New(account.Options{Store: s, Clock: demotest.Now, HashCost: accounttest.HashCost, MailQueued: func() {}})
	asOwner := actor.With(ctx, actor.Actor{Role: actor.Owner})
	for _, staffID := range []string{anna, ben, clara} {
		_, err := accounts.StaffAccessSet(asOwner, account.StaffAccessSetInput{StaffID: staffID, Password: new(password), PIN: new(pin)})
		if err != nil {
			return err
		}
	}
	return s.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.AuditEntry.Delete().Exec(ctx) // what follows is the test's
		return err
	})
})

// each runs the test in the salon on a database of each engine, in parallel with others.
func each(t *testing.T, test func(t *testing.T, s *testSalon)) {
	t.Parallel()
	staffed.Each(t, func(t *testing.T, database *store.Store) { test(t, emptySalon(t, database)) })
}

// eachEmpty is each for a salon without data.
func eachEmpty(t *testing.T, test func(t *testing.T, s *testSalon)) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, database *store.Store) { test(t, emptySalon(t, database)) })
}

func emptySalon(t *testing.T, database *store.Store) *testSalon {
	t.Helper()
	s := &testSalon{store: database}
	s.now.Store(int64(demotest.Now()))
	feed := event.NewFeed(database, slog.New(slog.DiscardHandler))
	t.Cleanup(feed.Close)
	s.salon = salon.New(database, feed, s.clock)
	s.Accounts = account.New(account.Options{
		Store: database, Clock: s.clock, HashCost: accounttest.HashCost, MailQueued: func() { s.queued.Add(1) },
	})
	return s
}

func (s *testSalon) clock() civil.Instant { return civil.Instant(s.now.Load()) }

func (s *testSalon) advance(time time.Duration) { s.now.Add(int64(time.Seconds())) }

// set sets the credentials of a profile as owner.
func (s *testSalon) set(t *testing.T, input account.StaffAccessSetInput) {
	t.Helper()
	must(s.StaffAccessSet(byOwner(t), input))(t)
}

// signInBy signs in with the address and the password.
func (s *testSalon) signInBy(t *testing.T, email, password string) (*account.SignedIn, error) {
	t.Helper()
	return s.SignIn(t.Context(), account.SignInInput{Email: email, Password: password})
}

// signIn returns the secret of a session of Anna, Ben or Clara.
func (s *testSalon) signIn(t *testing.T, staffID string) (session string) {
	t.Helper()
	return must(s.signInBy(t, emailOf(staffID), password))(t).Secret
}

func emailOf(staffID string) string {
	return strings.TrimPrefix(staffID, "stf_demo-") + "@salon.example"
}

// till enrolls a device in a branch and returns the secret of its cookie.
func (s *testSalon) till(t *testing.T, branchID string) (device string) {
	t.Helper()
	_, device, err := s.DeviceEnroll(byOwner(t), account.DeviceEnrollInput{BranchID: branchID, Name: "Kasse"})
	check(t, err)
	return device
}

func (s *testSalon) signInByPIN(t *testing.T, device, staffID, pin string) (*account.SignedIn, error) {
	t.Helper()
	return s.SignInByPIN(t.Context(), account.SignInByPINInput{StaffID: staffID, PIN: pin}, device)
}

// actorOf returns the actor of a session.
func (s *testSalon) actorOf(t *testing.T, session string) actor.Actor {
	t.Helper()
	return must(s.Who(t.Context(), account.Credentials{Session: session}))(t)
}

// as returns a context whose actor has the session.
func (s *testSalon) as(t *testing.T, session string) context.Context {
	t.Helper()
	return actor.With(t.Context(), s.actorOf(t, session))
}

// isSignedIn reports whether a session is valid.
func (s *testSalon) isSignedIn(t *testing.T, session string) bool {
	t.Helper()
	return s.actorOf(t, session).Role != actor.Anyone
}

// account returns the account of a profile, nil if it has none.
func (s *testSalon) account(t *testing.T, staffID string) *ent.Account {
	t.Helper()
	return must(s.AccountsOf(t.Context(), []string{staffID}))(t)[staffID]
}

// archive archives a profile.
func (s *testSalon) archive(t *testing.T, staffID string) {
	t.Helper()
	_, _, err := s.salon.StaffArchive(byOwner(t), salon.StaffArchiveInput{ID: staffID})
	check(t, err)
}

// setRole sets the role of a profile.
func (s *testSalon) setRole(t *testing.T, staffID string, role staff.Role) {
	t.Helper()
	must(s.salon.StaffRoleSet(byOwner(t), salon.StaffRoleSetInput{ID: staffID, Role: role}))(t)
}

// link creates a link for the person of a profile, as the mail does.
func (s *testSalon) link(t *testing.T, staffID string) (secret string) {
	t.Helper()
	must(s.StaffAccessSend(byOwner(t), account.StaffAccessSendInput{StaffID: staffID}))(t) // creates the account
	check(t, s.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) (err error) {
		secret, err = account.AccessLink(ctx, tx, s.clock(), staffID)
		return err
	}))
	return secret
}

// refuses expects the problem and unchanged data, but for the entry of a failed attempt.
func (s *testSalon) refuses(t *testing.T, what, want string, do func() error) {
	t.Helper()
	before := storetest.Dump(t, s.store)
	if got := codes(do()); got != want {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
	after := slices.DeleteFunc(storetest.Dump(t, s.store), func(row string) bool {
		return !slices.Contains(before, row) && strings.HasPrefix(row, "audit_entries: ") && (strings.Contains(row, "Failed|") || strings.Contains(row, "Locked|"))
	})
	for _, row := range after {
		if !slices.Contains(before, row) {
			t.Errorf("%s is refused, and yet there is now %s", what, row)
		}
	}
	same(t, "rows after "+what, len(after), len(before))
}

// trail returns the audit entries since the last call, each as actor, profile, action, subject, before > after.
func (s *testSalon) trail(t *testing.T) []string {
	t.Helper()
	list := []string{}
	check(t, s.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		rows, err := tx.AuditEntry.Query().All(ctx)
		if err != nil {
			return err
		}
		list = list[:0]
		for _, row := range rows {
			list = append(list, fmt.Sprintf("%s %s %s %s %s > %s", row.Actor, who(row), row.Action, subject(row), compact(t, row.Before), compact(t, row.After)))
		}
		_, err = tx.AuditEntry.Delete().Exec(ctx)
		return err
	}))
	slices.Sort(list)
	return list
}

// who returns the actor of an entry and its token.
func who(row *ent.AuditEntry) string {
	named := "-"
	if row.StaffID != nil {
		named = *row.StaffID
	}
	if row.TokenID != nil {
		named += "/" + *row.TokenID
	}
	return named
}

func subject(row *ent.AuditEntry) string { return cmp.Or(row.SubjectID, "-") }

// compact formats JSON without spaces and with sorted keys.
func compact(t *testing.T, text json.RawMessage) string {
	t.Helper()
	if text == nil {
		return "-"
	}
	var value any
	check(t, json.Unmarshal(text, &value))
	return string(must(json.Marshal(value))(t))
}

// codes returns the codes of the problems, each with its field and arguments.
func codes(err error) string {
	var said []string
	for _, p := range problem.Of(err) {
		line := string(p.Code) + " " + strings.Join(p.Field, ".")
		if len(p.Arguments) > 0 {
			line += " " + fmt.Sprint(p.Arguments...)
		}
		said = append(said, line)
	}
	if said == nil && err != nil {
		return err.Error()
	}
	return strings.Join(said, ", ")
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err, problem.Of(err))
	}
}

// must returns the value and fails the test on an error.
// all asks for as many rows as a page has.
var all = pagination.Request{First: 100}

func must[T any](value T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		check(t, err)
		return value
	}
}

func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

// byOwner returns a context whose actor is an owner.
func byOwner(t testing.TB) context.Context {
	t.Helper()
	return actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: "stf_owner", PersonID: "prs_owner", Fresh: true})
}

// byManager returns a context whose actor is a manager.
func byManager(t testing.TB) context.Context {
	t.Helper()
	return actor.With(t.Context(), actor.Actor{Role: actor.Manager, StaffID: clara, PersonID: "prs_demo-clara", Branches: []string{mitte, west}, Fresh: true})
}
