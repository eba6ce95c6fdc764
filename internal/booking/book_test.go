package booking_test

import (
	"strings"
	"testing"
	"time"

	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/internal/booking"
)

func TestBookingAHold(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		hold := d.hold(t, start(t, videoTint, tuesdayTen), nil)
		d.pass(9 * time.Minute)
		booked := must(d.AppointmentBook(byOwner(t), booking.AppointmentBookInput{
			HoldSecret: hold.Secret, Customer: carla(), Note: new(" Ich habe Locken. "), IdempotencyKey: d.key(),
		}, ""))(t)
		same(t, "status", booked.Status, appointment.StatusCONFIRMED)
		same(t, "source", booked.Source, appointment.SourceONLINE)
		same(t, "note", booked.Note, "Ich habe Locken.")
		same(t, "secret", *booked.Secret, *hold.Secret)
		same(t, "times", [3]string{booked.StartsAt.String(), booked.EndsAt.String(), booked.BlockedUntil.String()},
			[3]string{"2026-11-24T09:00:00Z", "2026-11-24T09:30:00Z", "2026-11-24T09:35:00Z"})
		same(t, "a join link", len(*booked.JoinToken) > 20 && *booked.JoinToken != *booked.Secret, true)
		same(t, "holds", d.count(t, appointment.StatusHELD), 0)
		same(t, "where it came from", booked.HolderAddress, "")
		same(t, "mails", strings.Join(d.mails(t, booked.ID), ", "), "1 CONFIRMED WAITING") // within the hour before the reminder

		_, err := d.AppointmentBook(byOwner(t), booking.AppointmentBookInput{HoldSecret: hold.Secret, Customer: carla(), IdempotencyKey: d.key()}, "")
		same(t, "once more", codes(err), "HOLD_EXPIRED holdSecret")
	})
}

func TestMailQueuedIsCalledAfterEachCommitThatQueuesMail(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		booked := d.book(t, start(t, videoTint, "2026-11-26 10:00"))
		same(t, "booked", d.mailsQueued.Load(), 1)
		_, _ = d.tryBook(byOwner(t), start(t, videoTint, "2026-11-26 10:00"))
		same(t, "refused", d.mailsQueued.Load(), 1)
		must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{Secret: booked.Secret}))(t)
		same(t, "cancelled", d.mailsQueued.Load(), 2)
	})
}

func TestAHoldCanBeBookedWithinTheLeadTime(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.now.Store(int64(at(t, "2026-11-24 09:00")))
		hold := d.hold(t, start(t, videoTint, tuesdayTen), nil)
		d.pass(5 * time.Minute)
		same(t, "less than the lead time is left", d.offered(t, start(t, videoTint, tuesdayTen), hold.Secret), false)
		same(t, "and yet", d.bookHeld(t, hold).Status, appointment.StatusCONFIRMED)
	})
}

func TestAHoldThatHasExpired(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		free, taken := d.hold(t, start(t, videoTint, tuesdayTen), nil), d.hold(t, start(t, videoTint, "2026-11-24 11:00"), nil)
		d.pass(time.Hour)
		same(t, "is booked while nobody else has wanted a start", d.bookHeld(t, free).StartsAt, at(t, tuesdayTen))
		d.book(t, start(t, cut, "2026-11-24 11:00", anna))
		_, err := d.AppointmentBook(byOwner(t), booking.AppointmentBookInput{HoldSecret: taken.Secret, Customer: carla(), IdempotencyKey: d.key()}, "")
		same(t, "is gone otherwise", codes(err), "HOLD_EXPIRED holdSecret")
	})
}

func TestARepeatedRequestBooksOnce(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		input := booking.AppointmentBookInput{Start: new(start(t, videoTint, tuesdayTen)), Customer: carla(), IdempotencyKey: d.key()}
		first := must(d.AppointmentBook(byOwner(t), input, ""))(t)
		d.pass(time.Hour)
		second := must(d.AppointmentBook(byOwner(t), input, ""))(t)
		same(t, "the appointment", second.ID+*second.Secret+*second.JoinToken, first.ID+*first.Secret+*first.JoinToken)
		same(t, "appointments", d.count(t, appointment.StatusCONFIRMED), 1)
		same(t, "mails", len(d.mails(t, first.ID)), 2)
		input.Note = new("anders")
		_, err := d.AppointmentBook(byOwner(t), input, "")
		same(t, "with another question", codes(err), "IDEMPOTENCY_KEY_REUSED idempotencyKey")
	})
}

func TestRefusedBookings(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		for _, test := range []struct {
			change func(*booking.AppointmentBookInput)
			want   string
		}{
			{func(i *booking.AppointmentBookInput) { i.Customer.Name = " " }, "REQUIRED customer.name"},
			{func(i *booking.AppointmentBookInput) { i.Customer.Email = nil }, "REQUIRED customer.email"},
			{func(i *booking.AppointmentBookInput) { i.Customer.Email = new("carla") }, "EMAIL_INVALID customer.email"},
			{func(i *booking.AppointmentBookInput) { i.TermsVersion = new(2) }, "CHANGED_MEANWHILE termsVersion"},
			{func(i *booking.AppointmentBookInput) { i.Note = new(strings.Repeat("x", 501)) }, "TOO_LONG note"},
			{func(i *booking.AppointmentBookInput) { i.IdempotencyKey = "short" }, "IDEMPOTENCY_KEY_INVALID idempotencyKey"},
			{func(i *booking.AppointmentBookInput) { i.Start = nil }, "EXACTLY_ONE holdSecret"},
			{func(i *booking.AppointmentBookInput) { i.HoldSecret = new("x") }, "EXACTLY_ONE holdSecret"},
			{func(i *booking.AppointmentBookInput) { i.Start, i.HoldSecret = nil, new("unknown") }, "HOLD_EXPIRED holdSecret"},
			{func(i *booking.AppointmentBookInput) { i.Start.BranchID = "brn_unknown" }, "NOT_FOUND start.branchId"},
			{func(i *booking.AppointmentBookInput) { i.Start.BranchID = anna }, "ID_OF_ANOTHER_KIND start.branchId"},
			{func(i *booking.AppointmentBookInput) { i.Start.ServiceID = "svc_unknown" }, "NOT_FOUND start.serviceId"},
			{func(i *booking.AppointmentBookInput) { i.Start.StaffID = new("stf_unknown") }, "NOT_FOUND start.staffId"},
			{func(i *booking.AppointmentBookInput) { i.Start.StaffID = new("stf_\x00") }, "ID_OF_ANOTHER_KIND start.staffId"},
			{func(i *booking.AppointmentBookInput) { i.Start.StaffID = new(ben) }, "START_NOT_BOOKABLE start.start NO_VIDEO_LINK"},
			{func(i *booking.AppointmentBookInput) { i.Start.Start = at(t, "2026-11-24 08:00") }, "START_NOT_BOOKABLE start.start BRANCH_CLOSED NOT_ROSTERED"},
			{func(i *booking.AppointmentBookInput) { i.Start.Start = at(t, "2026-11-24 10:01") }, "START_NOT_BOOKABLE start.start OFF_INTERVAL"},
		} {
			input := booking.AppointmentBookInput{Start: new(start(t, videoTint, tuesdayTen)), Customer: carla(), IdempotencyKey: d.key()}
			test.change(&input)
			_, err := d.AppointmentBook(byOwner(t), input, "")
			same(t, "refused", codes(err), test.want)
		}
		same(t, "customers", must(d.store.Client().Customer.Query().Count(byOwner(t)))(t), 0)
		same(t, "appointments", d.count(t, appointment.StatusCONFIRMED), 0)
	})
}

func TestACustomerIsFoundByEmail(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		first := d.book(t, start(t, videoTint, tuesdayTen))
		again := booking.CustomerInput{Name: "Carla Neu", Email: new(" Carla@Kunde.example"), Phone: new("+49 30 1"), Locale: branch.LocaleEN, AcceptsPrivacy: true}
		second := must(d.AppointmentBook(byOwner(t), booking.AppointmentBookInput{
			Start: new(start(t, cut, tuesdayTen, ben)), Customer: again, IdempotencyKey: d.key(),
		}, ""))(t)
		same(t, "the customer", *second.CustomerID, *first.CustomerID)
		row := must(d.store.Client().Customer.Get(byOwner(t), *first.CustomerID))(t)
		same(t, "is known by the last name", row.Name+row.Phone+string(row.Locale), "Carla Neu+49 30 1EN")
	})
}
