package store_test

import (
	"context"
	"testing"
	"time"
	_ "time/tzdata"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/service"
	"visavis/internal/civil"
	"visavis/internal/store"
)

// nine is 09:00 UTC of a day in November.
var nine = civil.InstantOf(time.Date(2026, time.November, 24, 9, 0, 0, 0, time.UTC))

// at returns an instant of that day, such as at("10:15").
func at(clock string) civil.Instant {
	t, err := civil.ParseTimeOfDay(clock)
	if err != nil {
		panic(err)
	}
	return nine + civil.Instant(t.Seconds()) - 9*3600
}

// people is a salon with two profiles of Anna and one of Ben.
type people struct {
	t     *testing.T
	store *store.Store
}

func newPeople(t *testing.T, s *store.Store) people {
	t.Helper()
	p := people{t, s}
	p.write(func(ctx context.Context, tx *store.Tx) error {
		tx.Branch.Create().SetID("brn_mitte").SetName("Mitte").SetSlug("mitte").SetTimeZone("Europe/Berlin").SetLocale(branch.LocaleDE).SaveX(ctx)
		tx.Branch.Create().SetID("brn_west").SetName("West").SetSlug("west").SetTimeZone("Europe/Berlin").SetLocale(branch.LocaleDE).SaveX(ctx)
		tx.ServiceCategory.Create().SetID("cat_video").SetName("Video").SaveX(ctx)
		tx.Service.Create().SetID("svc_colour").SetCategoryID("cat_video").SetName("Farbe").SetDelivery(service.DeliveryVIDEO).SetDurationMinutes(30).SaveX(ctx)
		tx.Person.Create().SetID("prs_anna").SaveX(ctx)
		tx.Person.Create().SetID("prs_ben").SaveX(ctx)
		for profile, person := range personOf {
			tx.Staff.Create().SetID(profile).SetPersonID(person).SetFirstName(profile).SetDisplayName(profile).SetColor("#000000").SaveX(ctx)
		}
		return nil
	})
	return p
}

func (p people) write(do func(ctx context.Context, tx *store.Tx) error) {
	p.t.Helper()
	if err := p.store.Write(p.t.Context(), do); err != nil {
		p.t.Fatal(err)
	}
}

// booking is an appointment to be made.
type booking struct {
	profile  string
	from, to string
	cleanUp  time.Duration
	dead     bool // cancelled
}

var personOf = map[string]string{"stf_anna": "prs_anna", "stf_videoanna": "prs_anna", "stf_ben": "prs_ben"}

func (b booking) create(tx *store.Tx) *ent.AppointmentCreate {
	status := appointment.StatusCONFIRMED
	if b.dead {
		status = appointment.StatusCANCELLED
	}
	return tx.Appointment.Create().
		SetBranchID("brn_mitte").SetStaffID(b.profile).SetPersonID(personOf[b.profile]).SetServiceID("svc_colour").
		SetStartsAt(at(b.from)).SetEndsAt(at(b.to)).SetBlockedUntil(at(b.to).Add(b.cleanUp)).
		SetStatus(status).SetLive(!b.dead).SetSource(appointment.SourceONLINE).SetCreatedAt(nine)
}

func (p people) book(b booking) (*ent.Appointment, error) {
	var made *ent.Appointment
	err := p.store.Write(p.t.Context(), func(ctx context.Context, tx *store.Tx) (err error) {
		made, err = b.create(tx).Save(ctx)
		return err
	})
	return made, err
}
