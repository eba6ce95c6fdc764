package booking_test

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/pagination"
	"visavis/internal/store"
	"visavis/internal/visit"
)

// fillVisits writes customers with appointments of every status before and after now, in two branches, some at the same time.
func (d *fixture) fillVisits(t *testing.T) {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	err := d.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		for i := range 40 {
			of := tx.Customer.Create().SetID(fmt.Sprintf("cus_%02d", i)).SetName(fmt.Sprintf("Kunde %d", random.IntN(30))).SetLocale("DE").
				SetCreatedAt(monday()).SetCreatedIn([]string{mitte, west}[i%2])
			if i%3 > 0 {
				of.SetConfirmedAt(monday())
			}
			if err := of.Exec(ctx); err != nil {
				return err
			}
			for range random.IntN(5) {
				start := monday().Add(0) + civil.Instant(3600*(random.IntN(40)-25))
				status := []appointment.Status{appointment.StatusCONFIRMED, appointment.StatusCANCELLED, appointment.StatusNO_SHOW, appointment.StatusCOMPLETED}[random.IntN(4)]
				if start > monday() && status != appointment.StatusCANCELLED {
					status = appointment.StatusCONFIRMED
				}
				err := tx.Appointment.Create().SetBranchID([]string{mitte, west}[random.IntN(2)]).SetStaffID(ben).SetPersonID("prs_demo-ben").SetServiceID(cut).
					SetStartsAt(start).SetEndsAt(start + 60).SetBlockedUntil(start + 60).SetStatus(status).SetLive(false).SetSource(appointment.SourceSTAFF).
					SetCreatedAt(monday()).SetCustomerID(fmt.Sprintf("cus_%02d", i)).Exec(ctx)
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// wantedList is what a list is, computed from all rows.
func (d *fixture) wantedList(t *testing.T, branches []string, sort booking.CustomerSort, filter visit.Filter) (ids []string, visits map[string]visit.Visits) {
	t.Helper()
	visits = map[string]visit.Visits{}
	rows := d.store.Client().Customer.Query().WithAppointments().AllX(t.Context())
	rows = slices.DeleteFunc(rows, func(c *ent.Customer) bool {
		var of visit.Visits
		isReached := slices.Contains(branches, *c.CreatedIn)
		for _, a := range c.Edges.Appointments {
			if !slices.Contains(branches, a.BranchID) {
				continue
			}
			isReached = true
			switch hasBegun := a.StartsAt <= monday(); {
			case a.Status == appointment.StatusNO_SHOW:
				of.NoShows++
			case hasBegun && a.Status != appointment.StatusCANCELLED:
				of.Count++
				if of.LastAt == nil || *of.LastAt < a.StartsAt {
					of.LastAt = &a.StartsAt
				}
			case !hasBegun && a.Status == appointment.StatusCONFIRMED && (of.NextAt == nil || a.StartsAt < *of.NextAt):
				of.NextAt = &a.StartsAt
			}
		}
		visits[c.ID] = of
		isWanted := func(wanted *bool, is bool) bool { return wanted == nil || *wanted == is }
		return !isReached || !isWanted(filter.HasComing, of.NextAt != nil) || !isWanted(filter.HasNoShows, of.NoShows > 0) || !isWanted(filter.Confirmed, c.ConfirmedAt != nil)
	})
	slices.SortFunc(rows, func(a, b *ent.Customer) int {
		name := cmp.Or(slices.Compare(a.OrderKey, b.OrderKey), cmp.Compare(a.ID, b.ID))
		one, other, sign := visits[a.ID].NextAt, visits[b.ID].NextAt, 1
		if sort == booking.ByLastVisit {
			one, other, sign = visits[a.ID].LastAt, visits[b.ID].LastAt, -1
		}
		switch {
		case sort == booking.ByName || one == nil && other == nil:
			return name
		case one == nil:
			return 1
		case other == nil:
			return -1
		}
		return sign * cmp.Or(cmp.Compare(*one, *other), cmp.Compare(a.ID, b.ID))
	})
	for _, row := range rows {
		ids = append(ids, row.ID)
	}
	return ids, visits
}

func TestCustomersAreListedByTheirVisits(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		d.fillVisits(t)
		booleans := []*bool{nil, new(true), new(false)}
		for _, reach := range []struct {
			who      context.Context
			branches []string
		}{{byOwner(t), []string{mitte, west}}, {by(t, actor.Receptionist, "clara"), []string{mitte}}} {
			for _, sort := range []booking.CustomerSort{booking.ByName, booking.ByLastVisit, booking.ByNextVisit} {
				for i := range 27 {
					filter := visit.Filter{HasComing: booleans[i%3], HasNoShows: booleans[i/3%3], Confirmed: booleans[i/9]}
					want, visits := d.wantedList(t, reach.branches, sort, filter)
					search := booking.CustomerSearch{Sort: sort, Filter: &filter, Page: pagination.Request{First: 7}}
					var got []string
					for hasNext := true; hasNext; {
						page := must(d.Customers(reach.who, search))(t)
						for _, c := range page.Nodes {
							got = append(got, c.ID)
						}
						hasNext, search.Page.After = page.PageInfo.HasNextPage, page.PageInfo.EndCursor
					}
					if !slices.Equal(got, want) {
						t.Errorf("%s, filter %d of %v:\n got %v\nwant %v", sort, i, reach.branches, got, want)
					}
					if i > 0 {
						continue
					}
					counted := must(d.VisitsOf(reach.who, want))(t)
					for _, id := range want {
						of := visit.Visits{}
						if counted[id] != nil {
							of = *counted[id]
						}
						if of.Count != visits[id].Count || of.NoShows != visits[id].NoShows || fmt.Sprint(written(of.LastAt), written(of.NextAt)) != fmt.Sprint(written(visits[id].LastAt), written(visits[id].NextAt)) {
							t.Errorf("%s has %+v, want %+v", id, of, visits[id])
						}
					}
				}
			}
		}
	})
}

// written returns an instant as a text, which may be none.
func written(at *civil.Instant) string {
	if at == nil {
		return ""
	}
	return at.String()
}

func TestTokensOfOtherListsAreRefused(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		for _, token := range []string{"x", "AAAA", "QHgKY3VzX2E"} { // the last is @x and an ID
			_, err := d.Customers(byOwner(t), booking.CustomerSearch{Sort: booking.ByLastVisit, Page: pagination.Request{First: 1, After: &token}})
			same(t, token, codes(err), "NOT_FOUND after")
		}
	})
}
