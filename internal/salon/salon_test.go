package salon_test

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/appointment"
	"visavis/ent/migrate"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo"
	"visavis/internal/demo/demotest"
	"visavis/internal/event"
	"visavis/internal/problem"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

const (
	mitte     = "brn_demo-mitte"
	west      = "brn_demo-west"
	hair      = "cat_demo-hair"
	video     = "cat_demo-video"
	cosmetics = "cat_cosmetics" // holds no service
	cut       = "svc_demo-cut"
	balayage  = "svc_demo-balayage"
	videoCare = "svc_demo-video-care"
	videoTint = "svc_demo-video-colour"
	anna      = "stf_demo-anna"
	ben       = "stf_demo-ben"
	clara     = "stf_demo-clara"
	david     = "stf_demo-david"
	ella      = "stf_demo-ella"
	frida     = "stf_demo-frida"
	sickness  = "abs_clara"   // Clara's, on 7 and 8 December
	westMode  = "vom_west"    // West, from 7 to 13 December, with David
	evenings  = "vom_evening" // Mitte, from 4 to 10 January, with Anna, on Sunday evening
)

// testSalon is the demo salon at nine on Monday, 23 November 2026 in Berlin, with
// a few appointments and plans.
type testSalon struct {
	*salon.Salon
	store   *store.Store
	booking *booking.Booking
	now     civil.Instant
}

// furnished is the demo salon with a few plans and appointments.
var furnished = storetest.NewTemplate(func(ctx context.Context, db *store.Store) error {
	if err := demo.Fill(ctx, db, demotest.Now); err != nil {
		return err
	}
	return db.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		furnish(ctx, tx.Client)
		return nil
	})
})

func furnish(ctx context.Context, c *ent.Client) {
	monday := date("2026-11-30")
	c.ServiceCategory.Create().SetID(cosmetics).SetName("Kosmetik").ExecX(ctx)
	c.OpeningException.Create().SetBranchID(mitte).SetDate(monday).SetIntervals(intervals("09:00-12:00")).ExecX(ctx)
	c.ShiftOverride.Create().SetStaffID(ben).SetBranchID(mitte).SetDate(monday).SetIntervals(intervals("09:00-12:00")).ExecX(ctx)
	c.Absence.Create().SetID(sickness).SetPersonID("prs_demo-clara").SetKind(absence.KindSICK).
		SetFirstDay(date("2026-12-07")).SetLastDay(date("2026-12-08")).ExecX(ctx)
	c.VideoOnlyMode.Create().SetID(westMode).SetBranchID(west).AddStaffIDs(david).SetOwnHours(false).
		SetFirstDate(date("2026-12-07")).SetLastDate(date("2026-12-13")).ExecX(ctx)
	c.VideoOnlyMode.Create().SetID(evenings).SetBranchID(mitte).AddStaffIDs(anna).SetOwnHours(true).
		SetFirstDate(date("2027-01-04")).SetLastDate(date("2027-01-10")).ExecX(ctx)
	c.VideoOnlyHours.Create().SetVideoOnlyModeID(evenings).SetWeekday(time.Sunday).SetIntervals(intervals("20:00-21:00")).ExecX(ctx)
	book(ctx, c, demotest.Now(), []booked{
		{"apt_past", mitte, anna, cut, "2026-11-18 10:00"},
		{"apt_annaCut", mitte, anna, cut, "2026-11-25 10:00"},
		{"apt_annaVideo", mitte, anna, videoTint, "2026-11-25 11:00"},
		{"apt_annaWest", west, anna, cut, "2026-11-27 10:00"},
		{"apt_annaSunday", mitte, anna, cut, "2026-11-29 10:00"}, // stranded: the salon is closed
		{"apt_annaEvening", mitte, anna, videoTint, "2027-01-10 20:00"},
		{"apt_ben", mitte, ben, cut, "2026-11-25 10:00"},
		{"apt_benMonday", mitte, ben, cut, "2026-11-30 10:00"},
		{"apt_benDecember", mitte, ben, cut, "2026-12-08 10:00"},
	})
}

// each runs the test in the salon, on a database of each engine, beside others.
func each(t *testing.T, test func(t *testing.T, s *testSalon)) {
	t.Parallel()
	furnished.Each(t, func(t *testing.T, db *store.Store) { test(t, newTestSalon(t, db)) })
}

func newTestSalon(t *testing.T, db *store.Store) *testSalon {
	s := &testSalon{store: db, now: demotest.Now()}
	clock := func() civil.Instant { return s.now }
	feed := event.NewFeed(db, slog.New(slog.DiscardHandler))
	t.Cleanup(feed.Close)
	s.Salon = salon.New(db, feed, clock)
	s.booking = booking.New(booking.Options{Store: db, Feed: feed, Clock: clock})
	return s
}

// booked is an appointment.
type booked struct{ id, branch, staff, service, start string }

// book confirms the appointments, unless change makes something else of them.
func (s *testSalon) book(t *testing.T, list []booked, change ...func(*ent.AppointmentCreate)) {
	t.Helper()
	s.write(t, func(ctx context.Context, c *ent.Client) { book(ctx, c, s.now, list, change...) })
}

func book(ctx context.Context, c *ent.Client, now civil.Instant, list []booked, change ...func(*ent.AppointmentCreate)) {
	for _, b := range list {
		profile, service := c.Staff.GetX(ctx, b.staff), c.Service.GetX(ctx, b.service)
		start := berlin(b.start)
		end := start.Add(time.Duration(service.DurationMinutes) * time.Minute)
		create := c.Appointment.Create().SetID(b.id).SetBranchID(b.branch).SetServiceID(b.service).
			SetStaffID(b.staff).SetPersonID(profile.PersonID).
			SetStartsAt(start).SetEndsAt(end).SetBlockedUntil(end.Add(time.Duration(service.CleanUpMinutes) * time.Minute)).
			SetStatus(appointment.StatusCONFIRMED).SetLive(true).SetSource(appointment.SourceONLINE).SetCreatedAt(now)
		for _, f := range change {
			f(create)
		}
		create.ExecX(ctx)
	}
}

// write changes the database behind the salon's back.
func (s *testSalon) write(t *testing.T, do func(context.Context, *ent.Client)) {
	t.Helper()
	check(t, s.store.Write(byOwner(t), func(ctx context.Context, tx *store.Tx) error {
		do(ctx, tx.Client)
		return nil
	}))
}

// mutate calls the use case of the input: a StaffCreateInput is for StaffCreate.
func (s *testSalon) mutate(ctx context.Context, input any) (result any, stranded []*ent.Appointment, err error) {
	name := strings.TrimSuffix(reflect.TypeOf(input).Name(), "Input")
	answer := reflect.ValueOf(s.Salon).MethodByName(name).Call([]reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(input)})
	err, _ = answer[len(answer)-1].Interface().(error)
	if len(answer) == 3 {
		stranded = answer[1].Interface().([]*ent.Appointment)
	}
	return answer[0].Interface(), stranded, err
}

// do is mutate for input that must succeed; it returns the IDs of the stranded appointments.
func (s *testSalon) do(t *testing.T, input any) []string {
	t.Helper()
	_, stranded, err := s.mutate(byOwner(t), input)
	check(t, err)
	return idsOf(stranded)
}

// refuses checks that the input is refused with the problems, each as CODE field.path, and that nothing has changed.
func (s *testSalon) refuses(t *testing.T, input any, want ...string) {
	t.Helper()
	before := s.dump(t)
	_, stranded, err := s.mutate(byOwner(t), input)
	if got := problemsOf(err); !slices.Equal(got, want) || len(stranded) > 0 {
		t.Errorf("%T: got %v (%v), want %v", input, got, err, want)
	}
	for table, rows := range s.dump(t) {
		if rows != before[table] {
			t.Errorf("%T was refused, and yet %s changed from\n%s\nto\n%s", input, table, before[table], rows)
		}
	}
}

func problemsOf(err error) []string {
	var said []string
	for _, p := range problem.Of(err) {
		said = append(said, string(p.Code)+" "+strings.Join(p.Field, "."))
	}
	return said
}

// dump writes down every row of every table.
func (s *testSalon) dump(t *testing.T) map[string]string {
	t.Helper()
	tables := map[string]string{}
	for _, table := range migrate.Tables {
		tables[table.Name] = ""
	}
	for _, line := range storetest.Dump(t, s.store) {
		table, row, _ := strings.Cut(line, ": ")
		tables[table] += row + "\n"
	}
	return tables
}

// starts lists what can be booked with a profile on the dates: by service, date and time of day.
func (s *testSalon) starts(t *testing.T, branchID, staffID, first, last string) string {
	t.Helper()
	search := booking.Search{
		BranchID: branchID, StaffIDs: []string{staffID},
		Dates: civil.DateRange{First: date(first), Last: date(last)},
	}
	visits, err := s.booking.BookableSalonVisits(byOwner(t), search)
	check(t, err)
	consultations, err := s.booking.BookableVideoConsultations(byOwner(t), search)
	check(t, err)
	var said []string
	for _, offer := range append(visits, consultations...) {
		for _, day := range offer.Days {
			said = append(said, fmt.Sprintf("%s %s %s-%s", offer.Service.Name, day.Date,
				clockTime(t, day.Starts[0]), clockTime(t, day.Starts[len(day.Starts)-1])))
		}
	}
	return strings.Join(said, ", ")
}

// schema reads the API's schema, which documents what is promised.
func schema(t *testing.T) *ast.Schema {
	t.Helper()
	files, err := filepath.Glob("../../graph/schema/*.graphqls")
	check(t, err)
	var sources []*ast.Source
	for _, file := range files {
		text, err := os.ReadFile(file)
		check(t, err)
		sources = append(sources, &ast.Source{Name: file, Input: string(text)})
	}
	parsed, err := gqlparser.LoadSchema(sources...)
	check(t, err)
	return parsed
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func same[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

func idsOf(rows []*ent.Appointment) []string {
	ids := map[string]bool{}
	for _, row := range rows {
		ids[row.ID] = true
	}
	return slices.Sorted(maps.Keys(ids))
}

func date(text string) civil.Date { return parsed(civil.ParseDate(text)) }

func dateRef(text string) *civil.Date { return new(date(text)) }

func berlin(text string) civil.Instant {
	zone := parsed(time.LoadLocation("Europe/Berlin"))
	return civil.InstantOf(parsed(time.ParseInLocation("2006-01-02 15:04", text, zone)))
}

// parsed returns a value that a test has written well.
func parsed[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func clockTime(t *testing.T, at civil.Instant) string {
	t.Helper()
	zone, err := civil.LoadZone("Europe/Berlin")
	check(t, err)
	return zone.Local(at).Format("15:04")
}

func intervals(text string) civil.Intervals { return parsed(civil.ParseIntervals(text)) }

// weekly puts the intervals on each of the weekdays.
func weekly(t *testing.T, text string, weekdays ...time.Weekday) []salon.WeeklyInterval {
	t.Helper()
	var list []salon.WeeklyInterval
	for _, weekday := range weekdays {
		for _, i := range intervals(text) {
			list = append(list, salon.WeeklyInterval{Weekday: weekday, From: i.From, To: i.To})
		}
	}
	return list
}

// shifts puts the intervals on each of the weekdays of one week of the rotation.
func shifts(t *testing.T, week int, text string, weekdays ...time.Weekday) []salon.Shift {
	t.Helper()
	var list []salon.Shift
	for _, i := range weekly(t, text, weekdays...) {
		list = append(list, salon.Shift{Week: week, Weekday: i.Weekday, From: i.From, To: i.To})
	}
	return list
}

// byOwner is a context in which an owner acts.
func byOwner(t testing.TB) context.Context {
	t.Helper()
	return actor.With(t.Context(), actor.Actor{Role: actor.Owner, StaffID: anna, PersonID: "prs_demo-anna", Fresh: true})
}
