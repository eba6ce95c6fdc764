package schedule_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/appointment"
	"visavis/ent/branch"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/demo/demotest"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

const (
	mitte = "brn_demo-mitte"
	west  = "brn_demo-west"
	anna  = "stf_demo-anna"
	ben   = "stf_demo-ben"
	cut   = "svc_demo-cut"
)

// nine is nine o'clock on Monday, 23 November 2026, in Berlin.
var nine = civil.InstantOf(time.Date(2026, time.November, 23, 8, 0, 0, 0, time.UTC))

// each runs the test in the demo salon, to which more is added, on a database of each engine.
func each(t *testing.T, more func(context.Context, *ent.Client), test func(t *testing.T, s *store.Store)) {
	demotest.Each(t, func(t *testing.T, s *store.Store) {
		err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			more(ctx, tx.Client)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		test(t, s)
	})
}

func load(t *testing.T, s *store.Store, scope schedule.Scope) *schedule.Snapshot {
	t.Helper()
	snapshot, err := schedule.Load(t.Context(), s.Client(), scope)
	if err != nil {
		t.Fatal(err)
	}
	return snapshot
}

// week is that of nine.
var week = civil.DateRange{First: november(23), Last: november(29)}

func november(day int) civil.Date { return civil.NewDate(2026, time.November, day) }

func intervals(text string) civil.Intervals {
	list, err := civil.ParseIntervals(text)
	if err != nil {
		panic(err)
	}
	return list
}

// cutAt is a live cut of 45 minutes that begins so long after nine.
func cutAt(c *ent.Client, staffID, personID string, after time.Duration) *ent.AppointmentCreate {
	start := nine.Add(after)
	end := start.Add(45 * time.Minute)
	return c.Appointment.Create().SetBranchID(mitte).SetServiceID(cut).SetStaffID(staffID).SetPersonID(personID).
		SetStartsAt(start).SetEndsAt(end).SetBlockedUntil(end.Add(10 * time.Minute)).
		SetStatus(appointment.StatusCONFIRMED).SetLive(true).SetSource(appointment.SourceONLINE).SetCreatedAt(nine)
}

func TestWholeDaysOfAbsenceAreThoseOfTheBranch(t *testing.T) {
	each(t, func(ctx context.Context, c *ent.Client) {
		c.Branch.Create().SetID("brn_auckland").SetName("Auckland").SetSlug("auckland").SetTimeZone("Pacific/Auckland").SetLocale(branch.LocaleEN).ExecX(ctx)
		c.Absence.Create().SetPersonID("prs_demo-anna").SetKind(absence.KindSICK).
			SetFirstDay(november(25)).SetLastDay(november(26)).ExecX(ctx)
		c.Absence.Create().SetPersonID("prs_demo-anna").SetKind(absence.KindBREAK).SetStartsAt(nine).SetEndsAt(nine + 60).ExecX(ctx)
	}, func(t *testing.T, s *store.Store) {
		for branchID, want := range map[string]string{
			mitte:          "2026-11-23T08:00:00Z-2026-11-23T08:01:00Z 2026-11-24T23:00:00Z-2026-11-26T23:00:00Z ",
			"brn_auckland": "2026-11-23T08:00:00Z-2026-11-23T08:01:00Z 2026-11-24T11:00:00Z-2026-11-26T11:00:00Z ",
		} {
			snapshot := load(t, s, schedule.Scope{BranchID: branchID, Dates: week, Staff: []predicate.Staff{staff.ID(anna)}, Now: nine})
			got := ""
			for _, span := range snapshot.Members[0].Staff.Person.Absences {
				got += fmt.Sprintf("%v-%v ", span.Start, span.End)
			}
			if got != want {
				t.Errorf("in %s, Anna is absent %s; want %s", branchID, got, want)
			}
		}
	})
}

func TestAHoldCountsUntilItExpires(t *testing.T) {
	each(t, func(ctx context.Context, c *ent.Client) {
		held := func(create *ent.AppointmentCreate, until civil.Instant) *ent.AppointmentCreate {
			return create.SetStatus(appointment.StatusHELD).SetHoldExpiresAt(until)
		}
		held(cutAt(c, ben, "prs_demo-ben", 24*time.Hour), nine).ExecX(ctx)
		held(cutAt(c, ben, "prs_demo-ben", 25*time.Hour), nine+1).ExecX(ctx)
		cutAt(c, ben, "prs_demo-ben", 26*time.Hour).SetID("apt_moved").ExecX(ctx)
		cutAt(c, ben, "prs_demo-ben", 27*time.Hour).SetStatus(appointment.StatusCANCELLED).SetLive(false).ExecX(ctx)
	}, func(t *testing.T, s *store.Store) {
		scope := schedule.Scope{BranchID: mitte, Dates: week, Staff: []predicate.Staff{staff.ID(ben)}, Now: nine}
		busy := func() []civil.Instant {
			var starts []civil.Instant
			for _, b := range load(t, s, scope).Members[0].Staff.Person.Busy {
				if b.CleanUp != 10*time.Minute {
					t.Errorf("the clean-up time is %v", b.CleanUp)
				}
				starts = append(starts, b.Start)
			}
			return starts
		}
		tomorrow := nine.Add(24 * time.Hour)
		checkInstants(t, busy(), tomorrow.Add(time.Hour), tomorrow.Add(2*time.Hour))
		scope.Now = nine + 1
		checkInstants(t, busy(), tomorrow.Add(2*time.Hour))
		scope.Except = appointment.ID("apt_moved")
		checkInstants(t, busy())
	})
}

func checkInstants(t *testing.T, got []civil.Instant, want ...civil.Instant) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestARotationIsLoadedWeekByWeek(t *testing.T) {
	each(t, func(ctx context.Context, c *ent.Client) {
		c.WorkPlan.Delete().ExecX(ctx)
		for _, plan := range []struct{ from, until int }{{24, 30}, {20, 23}, {9, 10}} {
			row := c.WorkPlan.Create().SetStaffID(ben).SetBranchID(mitte).SetRotationWeeks(2).SetRotationStart(november(16)).
				SetValidFrom(november(plan.from)).SetValidUntil(november(plan.until)).SaveX(ctx)
			c.Shift.Create().SetWorkPlan(row).SetWeek(2).SetWeekday(time.Friday).SetIntervals(intervals("09:00-10:00")).ExecX(ctx)
		}
		c.WorkPlan.Create().SetStaffID(ben).SetBranchID(west).SetRotationStart(november(16)).ExecX(ctx)
	}, func(t *testing.T, s *store.Store) {
		snapshot := load(t, s, schedule.Scope{BranchID: mitte, Dates: week, Staff: []predicate.Staff{staff.ID(ben)}, Now: nine})
		plans := snapshot.Members[0].Staff.Plans
		if len(plans) != 2 || *plans[0].From != november(20) || *plans[1].Until != november(30) {
			t.Fatalf("got %+v", plans)
		}
		for _, plan := range plans {
			if len(plan.Weeks) != 2 || len(plan.Weeks[0][time.Friday]) != 0 || plan.Weeks[1][time.Friday].String() != "09:00-10:00" {
				t.Errorf("got %+v", plan.Weeks)
			}
			if plan.Start != november(16) {
				t.Errorf("the rotation starts on %v", plan.Start)
			}
		}
	})
}

func TestAnUnknownBranch(t *testing.T) {
	each(t, func(context.Context, *ent.Client) {}, func(t *testing.T, s *store.Store) {
		if _, err := schedule.Load(t.Context(), s.Client(), schedule.Scope{BranchID: "brn_unknown", Dates: week}); !ent.IsNotFound(err) {
			t.Error(err)
		}
	})
}

// TestOffersAreWhatNothingForbids compares, for every quarter of an hour of a
// week, the two answers that a loaded salon gives.
func TestOffersAreWhatNothingForbids(t *testing.T) {
	each(t, func(ctx context.Context, c *ent.Client) {
		c.Absence.Create().SetPersonID("prs_demo-clara").SetKind(absence.KindSICK).SetFirstDay(november(26)).SetLastDay(november(26)).ExecX(ctx)
		c.Absence.Create().SetPersonID("prs_demo-anna").SetKind(absence.KindBREAK).
			SetStartsAt(nine.Add(25 * time.Hour)).SetEndsAt(nine.Add(26*time.Hour + 10*time.Minute)).ExecX(ctx)
		cutAt(c, anna, "prs_demo-anna", 49*time.Hour).ExecX(ctx)
		cutAt(c, ben, "prs_demo-ben", 49*time.Hour).ExecX(ctx)
		c.OpeningException.Create().SetBranchID(mitte).SetDate(november(28)).SetIntervals(intervals("12:00-20:00")).ExecX(ctx)
		c.ShiftOverride.Create().SetStaffID(ben).SetBranchID(mitte).SetDate(november(27)).SetIntervals(intervals("07:00-24:00")).ExecX(ctx)
		c.VideoOnlyMode.Create().SetBranchID(west).AddStaffIDs(anna).SetFirstDate(november(28)).SetOwnHours(true).SetLastDate(november(28)).ExecX(ctx)
		c.Staff.UpdateOneID("stf_demo-ella").SetArchivedAt(nine).ExecX(ctx)
	}, func(t *testing.T, s *store.Store) {
		offered := 0
		for _, branchID := range []string{mitte, west} {
			snapshot := load(t, s, schedule.Scope{BranchID: branchID, Dates: week, Now: nine})
			offers := map[string]bool{}
			for _, offer := range snapshot.Offers(week, nine) {
				for _, day := range offer.Days {
					for _, start := range day.Starts {
						offers[fmt.Sprint(offer.Staff.ID, offer.Service.ID, start)] = true
					}
				}
			}
			offered += len(offers)
			for i := range snapshot.Members {
				for j := range snapshot.Services {
					for at := nine.Add(-9 * time.Hour); at < nine.Add((7*24-9)*time.Hour); at = at.Add(15 * time.Minute) {
						member, service := &snapshot.Members[i].Staff, &snapshot.Services[j].Service
						obstacles := availability.Obstacles(&snapshot.Branch, member, service, at, nine)
						key := fmt.Sprint(member.ID, service.ID, at)
						if offers[key] != (len(obstacles) == 0) {
							t.Errorf("%s of %s at %v: offered %t, forbidden by %v", service.ID, member.ID, at, offers[key], obstacles)
						}
						delete(offers, key)
					}
				}
			}
			for key := range offers {
				t.Errorf("offered off the grid: %s", key)
			}
		}
		if offered == 0 {
			t.Error("nothing is offered")
		}
	})
}
