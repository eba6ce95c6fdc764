package targets_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/customer"
	"visavis/ent/staff"
	"visavis/ent/videolink"
	"visavis/internal/civil"
	"visavis/internal/demo"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// Size of the busy salon.
const (
	busyBranch   = "brn_demo-mitte"
	busyVideo    = "cat_demo-video"
	busyService  = "svc_demo-video-colour"
	pastDays     = 600
	pastOfDay    = 20 // appointments of each of five people: 60,000 in all
	pastInterval = 35 * time.Minute
)

// startsOperation is the query of the booking page.
const startsOperation = `query($branch: ID!, $service: ID!, $from: LocalDate!, $to: LocalDate!) {
	bookableVideoConsultations(branchId: $branch, serviceIds: [$service], from: $from, to: $to) { staff { id } days { date starts } } }`

// startsOf returns the variables for the starts of some days, of which the first is a Wednesday.
func startsOf(days int) harness.Variables {
	first := time.Now().AddDate(0, 0, 1)
	for first.Weekday() != time.Wednesday {
		first = first.AddDate(0, 0, 1)
	}
	return harness.Variables{
		"branch": busyBranch, "service": busyService,
		"from": first.Format(time.DateOnly), "to": first.AddDate(0, 0, days-1).Format(time.DateOnly),
	}
}

// busySalon returns the demo salon after years of use: all five people offer video in Mitte, each has thousands of past
// appointments, and the next months are free.
func busySalon(b *testing.B) (databaseURL string) {
	b.Helper()
	return busyTemplate.SQLiteURL(b)
}

var busyTemplate = storetest.NewTemplate(func(ctx context.Context, s *store.Store) error {
	if err := demo.Fill(ctx, s, civil.SystemClock); err != nil {
		return err
	}
	return s.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
		customers := tx.Customer.MapCreateBulk(make([]struct{}, 3000), func(c *ent.CustomerCreate, i int) {
			c.SetID(fmt.Sprintf("cus_busy-%d", i)).SetName("Carla Kunde").SetEmail(fmt.Sprintf("busy-%d@kunde.example", i)).
				SetLocale(customer.LocaleDE).SetCreatedAt(civil.SystemClock())
		}).SaveX(ctx)
		tx.Competency.Delete().ExecX(ctx)
		tx.WorkPlan.Delete().ExecX(ctx)
		for i, profile := range tx.Staff.Query().Where(staff.RoleNEQ(staff.RoleRECEPTIONIST)).WithVideoLink().WithMemberships().AllX(ctx) {
			consult(ctx, tx.Client, profile, busyBranch)
			bookPast(ctx, tx.Client, profile, customers[i*len(customers)/5:(i+1)*len(customers)/5])
		}
		return nil
	})
})

// consult lets a profile offer video in the branch from Tuesday to Saturday.
func consult(ctx context.Context, client *ent.Client, profile *ent.Staff, branch string) {
	client.Competency.Create().SetStaffID(profile.ID).SetCategoryID(busyVideo).SetQualified(true).ExecX(ctx)
	if profile.Edges.VideoLink == nil {
		room := "meet.jit.si/visavis-busy-" + profile.ID
		client.VideoLink.Create().SetStaffID(profile.ID).SetPersonID(profile.PersonID).
			SetProvider(videolink.ProviderJITSI).SetURL("https://" + room).SetRoom(room).ExecX(ctx)
	}
	if !slices.ContainsFunc(profile.Edges.Memberships, func(m *ent.BranchMembership) bool { return m.BranchID == branch }) {
		client.BranchMembership.Create().SetStaffID(profile.ID).SetBranchID(branch).SetActive(true).ExecX(ctx)
	}
	today := civil.NewDate(time.Now().Date())
	plan := client.WorkPlan.Create().SetStaffID(profile.ID).SetBranchID(branch).SetRotationStart(today.Monday()).SaveX(ctx)
	hours, err := civil.ParseIntervals("09:00-13:00,14:00-18:00")
	if err != nil {
		panic(err) // a constant
	}
	for weekday := time.Tuesday; weekday <= time.Saturday; weekday++ {
		client.Shift.Create().SetWorkPlan(plan).SetWeek(1).SetWeekday(weekday).SetIntervals(hours).ExecX(ctx)
	}
}

// bookPast inserts the past appointments of a profile.
func bookPast(ctx context.Context, client *ent.Client, profile *ent.Staff, customers []*ent.Customer) {
	first := time.Now().UTC().Truncate(24*time.Hour).AddDate(0, 0, -pastDays).Add(6 * time.Hour)
	for day := range pastDays {
		client.Appointment.MapCreateBulk(make([]struct{}, pastOfDay), func(c *ent.AppointmentCreate, i int) {
			start := civil.InstantOf(first.AddDate(0, 0, day).Add(time.Duration(i) * pastInterval))
			end := start.Add(30 * time.Minute)
			c.SetBranchID(busyBranch).SetServiceID(busyService).SetStaffID(profile.ID).SetPersonID(profile.PersonID).
				SetCustomer(customers[(day*pastOfDay+i)%len(customers)]).
				SetStartsAt(start).SetEndsAt(end).SetBlockedUntil(end.Add(5 * time.Minute)).
				SetStatus(appointment.StatusCOMPLETED).SetLive(true).SetSource(appointment.SourceONLINE).SetCreatedAt(start.Add(-7 * 24 * time.Hour))
		}).ExecX(ctx)
	}
}
