package schedule_test

import (
	"context"
	"testing"

	"visavis/ent"
	"visavis/ent/service"
	"visavis/internal/civil"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// TestAQuestionSelectsTheSameFromMemoryAsFromTheDatabase asks each question about the future, which set-ups answer from
// memory, and about the past, which the database selects itself.
func TestAQuestionSelectsTheSameFromMemoryAsFromTheDatabase(t *testing.T) {
	past := civil.DateRange{First: november(10), Last: november(12)}
	each(t, func(ctx context.Context, c *ent.Client) {
		c.Staff.UpdateOneID(ben).SetBookableOnline(false).ExecX(ctx)
		c.Staff.UpdateOneID("stf_demo-ella").SetArchivedAt(nine).ExecX(ctx)
		c.Service.UpdateOneID("svc_demo-balayage").SetBookableOnline(false).ExecX(ctx)
		c.Service.UpdateOneID("svc_demo-video-care").SetArchivedAt(nine).ExecX(ctx)
	}, func(t *testing.T, s *store.Store) {
		setUps := schedule.NewSetUps()
		answer := func(q schedule.Question, dates civil.DateRange) string {
			q.BranchID, q.Dates, q.Now = mitte, dates, nine
			snapshot, err := setUps.Load(t.Context(), s.Client(), q, func(remember func()) { remember() })
			if err != nil {
				t.Fatal(err)
			}
			list := "members"
			for _, m := range snapshot.Members {
				list += " " + m.Row.ID
			}
			list += ", services"
			for _, v := range snapshot.Services {
				list += " " + v.Row.ID
			}
			return list
		}
		answers := map[string]bool{}
		for _, online := range []bool{false, true} {
			for _, delivery := range []service.Delivery{"", service.DeliveryVIDEO, service.DeliveryIN_SALON} {
				for _, staffIDs := range [][]string{nil, {}, {anna, "stf_demo-ella"}, {ben, "stf_demo-david", "stf_unknown"}} {
					for _, serviceIDs := range [][]string{nil, {}, {cut, "svc_demo-video-care"}, {"svc_demo-balayage", "svc_unknown"}} {
						q := schedule.Question{Online: online, Delivery: delivery, StaffIDs: staffIDs, ServiceIDs: serviceIDs}
						remembered, selected := answer(q, week), answer(q, past)
						if remembered != selected {
							t.Errorf("%+v: from memory %s; from the database %s", q, remembered, selected)
						}
						answers[selected] = true
					}
				}
			}
		}
		if len(answers) < 20 {
			t.Errorf("the questions have only %d different answers", len(answers))
		}
	})
}
