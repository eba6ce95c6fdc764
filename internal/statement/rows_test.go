package statement_test

import (
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/internal/civil"
	"visavis/internal/statement"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// TestRowsAreWrittenAsTheyAre writes rows of which every field has a value, and reads them.
func TestRowsAreWrittenAsTheyAre(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		customer := &ent.Customer{
			ID: "cus_a", Name: "Özlem", Email: new("o@example.com"), Phone: "0170 1", Locale: "EN", ConfirmedAt: instant(1), PrivacyAcceptedAt: instant(2),
			MarketingAcceptedAt: instant(3), CreatedAt: 4, CreatedIn: new("brn_a"),
		}
		booked := &ent.Appointment{
			ID: "apt_a", BranchID: "brn_a", StaffID: "stf_a", PersonID: "prs_a", ServiceID: "svc_a", StartsAt: 1, EndsAt: 2, BlockedUntil: 3, AgreedMinutes: new(13), Status: "HELD",
			Live: true, HoldExpiresAt: instant(4), Source: "STAFF", Note: "n", ContactName: "c", ContactEmail: "e", ContactPhone: "p",
			ContactLocale: new(appointment.ContactLocaleEN), ContactTimeZone: "UTC", ContactAcceptsMarketing: true, ContactConfirmedAt: instant(5), Version: 6, CreatedAt: 7,
			CustomerID: new("cus_a"), Secret: new("s"), JoinToken: new("j"), RoomName: "r", RoomAdmittedAt: instant(8), RoomDelayedUntil: instant(9), RoomEndedAt: instant(14),
			IdempotencyKey: new("k"), RequestDigest: "d", HeldSince: instant(10), TermsVersion: 11, PrivacyNoticeVersion: 12, HolderAddress: "h", OfferID: new("off_a"),
		}
		queued := &ent.Mail{
			ID: "mal_a", AppointmentID: new("apt_a"), NotifiedID: "stf_a", Kind: "REMINDER", Recipient: "r", AppointmentVersion: 1, Occasion: "o", LeadMinutes: 7, MovedFromStart: instant(8), MovedFromStaffID: "stf_a", ChangedFromServiceID: "svc_a", ChangedFromMinutes: 9, Limited: true, DueAt: 2, FirstDueAt: instant(3),
			State: "FAILED", Attempts: 4, Lease: 5, Failure: "f", SentAt: instant(6),
		}
		pushed := &ent.Push{ID: "pus_a", SubscriptionID: "psh_a", Kind: "BOOKED", SubjectID: "apt_a", DueAt: 1, ExpiresAt: 2, Attempts: 3, Lease: 4}
		entry := &ent.AuditEntry{
			ID: "aud_a", At: 1, Actor: "PROGRAM", StaffID: new("stf_a"), TokenID: new("tok_a"), Action: "a", SubjectID: "s", Before: json.RawMessage(`{"a":1}`), After: json.RawMessage(`{"a":2}`),
		}
		first, last := civil.NewDate(2026, 12, 1), civil.NewDate(2026, 12, 2)
		change := &ent.Change{BranchID: "brn_a", Sequence: 1, Kind: "STAFF", StaffIds: []string{"stf_a"}, AppointmentID: "apt_a", FirstDate: &first, LastDate: &last, At: 3}
		err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			tx.Branch.Create().SetID("brn_a").SetName("Mitte").SetSlug("mitte").SetTimeZone("UTC").SetLocale("DE").SaveX(ctx)
			tx.Person.Create().SetID("prs_a").SaveX(ctx)
			tx.Staff.Create().SetID("stf_a").SetPersonID("prs_a").SetFirstName("A").SetDisplayName("A").SetColor("#000000").SaveX(ctx)
			tx.ServiceCategory.Create().SetID("cat_a").SetName("C").SaveX(ctx)
			tx.Service.Create().SetID("svc_a").SetCategoryID("cat_a").SetName("S").SetDelivery("VIDEO").SetDurationMinutes(5).SaveX(ctx)
			for _, insert := range []func() error{
				func() error { return statement.InsertCustomers(ctx, tx.Client, []*ent.Customer{customer}) },
				func() error { return statement.InsertAppointments(ctx, tx.Client, []*ent.Appointment{booked}) },
				func() error { return statement.InsertMails(ctx, tx.Client, []*ent.Mail{queued}) },
				func() error { return statement.InsertPushes(ctx, tx.Client, []*ent.Push{pushed}) },
				func() error { return statement.InsertAuditEntries(ctx, tx.Client, []*ent.AuditEntry{entry}) },
				func() error { return statement.InsertChanges(ctx, tx.Client, []*ent.Change{change}) },
			} {
				if err := insert(); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		ctx, c := t.Context(), s.Client()
		expectSame(t, c.Customer.Query().OnlyX(ctx), customer)
		expectSame(t, c.Appointment.Query().OnlyX(ctx), booked)
		expectSame(t, c.Mail.Query().OnlyX(ctx), queued, "StaffID", "AccessChanges") // of mails about somebody's access
		expectSame(t, c.Push.Query().OnlyX(ctx), pushed)
		expectSame(t, c.AuditEntry.Query().OnlyX(ctx), entry)
		expectSame(t, c.Change.Query().OnlyX(ctx), change, "ID")
	})
}

// TestChangesAreWrittenAsTheyAre moves and cancels an appointment, drops a mail about it, and deletes a hold.
func TestChangesAreWrittenAsTheyAre(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		var moved, cancelled, shortened *ent.Appointment
		var dropped []statement.Drop
		err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			tx.Branch.Create().SetID("brn_a").SetName("Mitte").SetSlug("mitte").SetTimeZone("UTC").SetLocale("DE").SaveX(ctx)
			tx.ServiceCategory.Create().SetID("cat_a").SetName("C").SaveX(ctx)
			tx.Service.Create().SetID("svc_a").SetCategoryID("cat_a").SetName("S").SetDelivery("VIDEO").SetDurationMinutes(5).SaveX(ctx)
			for _, person := range []string{"a", "b"} {
				tx.Person.Create().SetID("prs_" + person).SaveX(ctx)
				tx.Staff.Create().SetID("stf_" + person).SetPersonID("prs_" + person).SetFirstName("A").SetDisplayName("A").SetColor("#000000").SaveX(ctx)
			}
			add := func(id string, status appointment.Status) *ent.AppointmentCreate {
				return tx.Appointment.Create().SetID(id).SetBranchID("brn_a").SetStaffID("stf_a").SetPersonID("prs_a").SetServiceID("svc_a").SetSource("ONLINE").
					SetStatus(status).SetLive(true).SetCreatedAt(1)
			}
			booked := add("apt_moved", "CONFIRMED").SetStartsAt(1).SetEndsAt(2).SetBlockedUntil(3).SetRoomAdmittedAt(1).SaveX(ctx)
			kept := add("apt_cancelled", "CONFIRMED").SetStartsAt(11).SetEndsAt(12).SetBlockedUntil(13).SaveX(ctx)
			held := add("apt_held", "HELD").SetStartsAt(21).SetEndsAt(22).SetBlockedUntil(23).SetHoldExpiresAt(9).SaveX(ctx)
			waiting := add("apt_shortened", "HELD").SetStartsAt(41).SetEndsAt(42).SetBlockedUntil(43).SetHoldExpiresAt(9).SaveX(ctx)
			for _, of := range []*ent.Appointment{booked, kept} {
				for version, state := range []mail.State{mail.StateWAITING, mail.StateSENT} {
					tx.Mail.Create().SetID("mal_" + of.ID + string(state)).SetAppointmentID(of.ID).SetKind("MOVED").SetAppointmentVersion(version + 1).
						SetMovedFromStart(5).SetMovedFromStaffID("stf_b").SetChangedFromServiceID("svc_b").SetChangedFromMinutes(30).SetDueAt(1).SetState(state).SaveX(ctx)
				}
			}
			moved, cancelled = new(*booked), new(*kept)
			moved.StaffID, moved.PersonID, moved.StartsAt, moved.EndsAt, moved.BlockedUntil, moved.RoomAdmittedAt, moved.RoomDelayedUntil, moved.Version = "stf_b", "prs_b", 31, 32, 33, nil, instant(34), 2
			shortened = new(*waiting)
			shortened.HoldExpiresAt = instant(8)
			cancelled.Status, cancelled.Live, cancelled.Version = "CANCELLED", false, 3
			for _, write := range []func() error{
				func() error { return statement.FreeAppointments(ctx, tx.Client, []string{moved.ID}) },
				func() error { return statement.FreeAppointments(ctx, tx.Client, nil) },
				func() error { return statement.MoveAppointment(ctx, tx.Client, moved) },
				func() error { return statement.CancelAppointment(ctx, tx.Client, cancelled) },
				func() (err error) { dropped, err = statement.DropMails(ctx, tx.Client, moved.ID); return err },
				func() error { return statement.DeleteHold(ctx, tx.Client, held) },
				func() error { return statement.SetHoldExpiry(ctx, tx.Client, shortened) },
				func() error { return statement.DeleteHold(ctx, tx.Client, kept) }, // no-op: it is none
			} {
				if err := write(); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if want := []statement.Drop{{"MOVED", 1, instant(5), "stf_b", "svc_b", 30}}; !reflect.DeepEqual(dropped, want) {
			t.Errorf("dropped are %v, want %v", dropped, want)
		}
		ctx, c := t.Context(), s.Client()
		for _, want := range []*ent.Appointment{cancelled, moved, shortened} {
			got := c.Appointment.GetX(ctx, want.ID)
			if got.String() != want.String() {
				t.Errorf("the appointment is %v, want %v", got, want)
			}
		}
		var states []string
		for _, row := range c.Mail.Query().Order(mail.ByID()).AllX(ctx) {
			states = append(states, string(row.State))
		}
		if want := []string{"SENT", "WAITING", "SENT", "DROPPED"}; !slices.Equal(states, want) {
			t.Errorf("the mails are %v, want %v", states, want)
		}
		if count := c.Appointment.Query().CountX(ctx); count != 3 {
			t.Errorf("there are %d appointments, want 3", count)
		}
	})
}

func instant(second civil.Instant) *civil.Instant { return &second }

// expectSame compares all fields except some, which must have values.
func expectSame[T any](t *testing.T, got, want *T, except ...string) {
	t.Helper()
	is, was := reflect.ValueOf(got).Elem(), reflect.ValueOf(want).Elem()
	for i := range was.NumField() {
		field := was.Type().Field(i)
		if !field.IsExported() || field.Name == "Edges" || slices.Contains(except, field.Name) {
			continue
		}
		if was.Field(i).IsZero() {
			t.Errorf("the %T has no %s", want, field.Name)
		}
		a, b := is.Field(i).Interface(), was.Field(i).Interface()
		if text, isJSON := a.(json.RawMessage); isJSON {
			a, b = parsed(t, text), parsed(t, b.(json.RawMessage))
		}
		if !reflect.DeepEqual(a, b) {
			t.Errorf("the %s of the %T is %v, want %v", field.Name, want, a, b)
		}
	}
}

// parsed returns JSON without its spaces.
func parsed(t *testing.T, text json.RawMessage) (value any) {
	t.Helper()
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	return value
}
