package booking

import (
	"context"
	"testing"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/store"
)

// TestWhatIsAheadIsSelected has the predicate and its twin agree at each second that matters.
func TestWhatIsAheadIsSelected(t *testing.T) {
	demotest.Each(t, func(t *testing.T, database *store.Store) {
		ctx := t.Context()
		client := database.Client()
		anna := client.Staff.GetX(ctx, "stf_demo-anna")
		const customerID = "cus_ahead"
		const end = civil.Instant(2_000_000_000)
		statuses := []appointment.Status{appointment.StatusCONFIRMED, appointment.StatusCANCELLED, appointment.StatusCOMPLETED}
		err := database.Write(ctx, func(ctx context.Context, tx *store.Tx) error {
			tx.Customer.Create().SetID(customerID).SetName("Pia").SetLocale("DE").SetCreatedAt(0).ExecX(ctx)
			for _, status := range statuses {
				tx.Appointment.Create().SetID("apt_" + string(status)).SetCustomerID(customerID).SetBranchID("brn_demo-mitte").
					SetPersonID(anna.PersonID).SetStaffID(anna.ID).SetServiceID("svc_demo-cut").SetStartsAt(end - 1800).SetEndsAt(end).
					SetBlockedUntil(end).SetStatus(status).SetLive(false).SetSource(appointment.SourceONLINE).SetCreatedAt(0).ExecX(ctx)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, status := range statuses {
			for _, now := range []civil.Instant{end - 3600, end - 1800, end - 1, end, end + 1} {
				isSelected := client.Appointment.Query().Where(appointment.ID("apt_"+string(status)), ahead(customerID, now)).ExistX(ctx)
				want := status == appointment.StatusCONFIRMED && now < end
				if isSelected != want || isAhead(&ent.Appointment{Status: status, EndsAt: end}, now) != want {
					t.Errorf("%s, %d seconds before the end: selected %v, want %v", status, end-now, isSelected, want)
				}
			}
		}
	})
}
