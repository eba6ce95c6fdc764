package salon_test

import (
	"slices"
	"strings"
	"testing"

	"visavis/ent/mail"
	"visavis/ent/videolink"
	"visavis/internal/booking"
	"visavis/internal/civil"
	"visavis/internal/demo"
	"visavis/internal/pagination"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// TestTheLivingDemoHasSomethingForEveryPage opens the demo and looks for what each page is to show.
func TestTheLivingDemoHasSomethingForEveryPage(t *testing.T) {
	t.Parallel()
	for _, start := range []string{"2026-11-25 10:40", "2026-11-30 09:53", "2026-03-29 03:30", "2026-11-28 17:50"} {
		storetest.Each(t, func(t *testing.T, db *store.Store) {
			now := berlin(start)
			for range 2 { // the second time it is there
				check(t, demo.FillLiving(t.Context(), db, func() civil.Instant { return now }))
			}
			s := newTestSalon(t, db)
			s.now = now
			zone, err := civil.LoadZone("Europe/Berlin")
			check(t, err)
			today := zone.Date(now)

			inbox, err := s.Inbox(byOwner(t), mitte)
			check(t, err)
			branches, err := s.Branches(byOwner(t), nil, nil, pagination.Request{First: 10})
			check(t, err)
			for _, row := range branches.Nodes {
				same(t, row.Name+" has the own room by default", row.OwnRoomByDefault, row.ID == west)
			}
			links, err := s.VideoLinksOf(byOwner(t), []string{anna, ben, "stf_demo-clara", "stf_demo-david", "stf_demo-ella"})
			check(t, err)
			var rooms []string
			for staffID, row := range links {
				rooms = append(rooms, strings.TrimPrefix(staffID, "stf_demo-")+" "+string(row.Provider))
			}
			slices.Sort(rooms)
			same(t, "rooms", rooms, []string{"anna VISAVIS", "clara VISAVIS", "david JITSI", "ella JITSI"})
			for staffID, row := range links {
				if row.Provider == videolink.ProviderVISAVIS { // they are as they would be set
					before := s.entries(t)
					s.do(t, salon.StaffVideoLinkSetInput{StaffID: staffID, Provider: &row.Provider})
					same(t, "entries of "+staffID, s.entries(t), before)
				}
			}

			stranded := inbox.StrandedAppointments
			inbox.StrandedAppointments = 0
			same(t, "Mitte", *inbox, salon.Inbox{RequestedAppointments: 1, AppointmentsWithoutOutcome: 2, AbsenceRequests: 1, FailedMails: 1, MissingVideoLinks: 1})
			inbox, err = s.Inbox(byOwner(t), west)
			check(t, err)
			same(t, "West", *inbox, salon.Inbox{RequestedAppointments: 1, AppointmentsWithoutOutcome: 2, AbsenceRequests: 1, FailedMails: 1})

			waiting, err := s.StrandedAppointments(byOwner(t), mitte, nil, pagination.Request{First: 100})
			check(t, err)
			same(t, "stranded", len(waiting.Nodes), stranded)
			var ids []string
			for _, a := range waiting.Nodes {
				ids = append(ids, a.ID)
				same(t, "who is ill", a.StaffID, ben)
			}
			proposals, err := s.booking.RearrangementProposals(byOwner(t), mitte, ids)
			check(t, err)
			same(t, "proposals", len(proposals), stranded)
			if !slices.ContainsFunc(proposals, func(p *booking.RearrangementProposal) bool { return len(p.Colleagues) > 0 }) {
				t.Error("nobody can take over from who is ill")
			}

			for _, branchID := range []string{mitte, west} {
				past, err := s.Report(byOwner(t), salon.ReportSearch{Dates: civil.DateRange{First: today.AddDays(-90), Last: today}, GroupBy: salon.ReportByMonth, BranchID: &branchID})
				check(t, err)
				if f := past.Total; f.Completed < 100 || f.NoShows < 3 || f.Cancelled < 3 || f.Video < 10 || len(f.Revenue) != 1 {
					t.Errorf("%s: the report of a quarter is %+v", branchID, f)
				}
			}

			customers, err := s.booking.Customers(byOwner(t), booking.CustomerSearch{Page: pagination.Request{First: 100}})
			check(t, err)
			var customerIDs []string
			for _, c := range customers.Nodes {
				customerIDs = append(customerIDs, c.ID)
				if c.Email != nil && !strings.HasSuffix(*c.Email, "@example.com") {
					t.Errorf("%s may be somebody", c.ID)
				}
			}
			same(t, "customers", len(customers.Nodes), 100)
			histories, err := s.booking.VisitsOf(byOwner(t), customerIDs)
			check(t, err)
			visits := 0
			for _, history := range histories {
				if history.LastAt != nil && history.Count > 1 {
					visits++
				}
			}
			found, err := s.booking.DuplicatesOf(byOwner(t), []string{"cus_demo-001"})
			check(t, err)
			cards, duplicates := db.Client().CustomerCard.Query().CountX(t.Context()), len(found["cus_demo-001"])
			if cards < 5 || visits < 40 || duplicates != 1 {
				t.Errorf("%d cards, %d customers with visits, %d duplicates", cards, visits, duplicates)
			}

			events, err := s.booking.HistoriesOf(byOwner(t), ids[:1])
			check(t, err)
			same(t, "what happened to the first", len(events[ids[0]]), 1)
			same(t, "mails that are to be sent", db.Client().Mail.Query().Where(mail.StateEQ(mail.StateWAITING)).CountX(t.Context()), 0)
		})
	}
}
