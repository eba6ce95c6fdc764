package booking

import (
	"cmp"
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/schedule"
)

// RearrangementProposal is what can become of an appointment, and what is proposed.
type RearrangementProposal struct {
	Appointment *ent.Appointment
	Colleagues  []*schedule.StaffProfile // who can take it over at its start
	Starts      []*FreeStart             // the next ones
	MayOffer    bool
	Move        *Alternative // proposed; nil: none
	Offer       []*Alternative
}

const (
	// mostProposedStarts is the largest number of starts of a proposal.
	mostProposedStarts = 12
	// proposedApart is how far apart they are at least.
	proposedApart = time.Hour
)

// RearrangementProposals returns what can become of appointments of a branch, in the order of the IDs. It leaves out unknown ones, and those
// that are not booked or are over.
func (b *Booking) RearrangementProposals(ctx context.Context, branchID string, appointmentIDs []string) (proposals []*RearrangementProposal, err error) {
	if err := checkProposals(ctx, branchID, appointmentIDs); err != nil {
		return nil, err
	}
	err = b.store.View(ctx, func(client *ent.Client) error {
		now := b.clock()
		rows, err := client.Appointment.Query().Where(
			appointment.IDIn(appointmentIDs...), appointment.BranchID(branchID), appointment.StatusEQ(appointment.StatusCONFIRMED), appointment.EndsAtGT(now),
		).All(ctx)
		if err != nil || len(rows) == 0 {
			return err
		}
		slices.SortFunc(rows, func(x, y *ent.Appointment) int {
			return slices.Index(appointmentIDs, x.ID) - slices.Index(appointmentIDs, y.ID)
		})
		dates := datesToPropose(rows, now)
		snapshot, err := b.setUps.Load(ctx, client, schedule.Question{BranchID: branchID, Dates: dates, Now: now}, func(remember func()) { remember() })
		if err != nil {
			return err
		}
		snapshot = snapshot.ForStaff()
		snapshot.Branch.Rules.LeadTime = 0 // as in FreeStarts
		proposals = b.propose(snapshot, rows, dates, now)
		return nil
	})
	return proposals, err
}

func checkProposals(ctx context.Context, branchID string, appointmentIDs []string) error {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return err
	}
	if err := reach.CheckReception(ctx, branchID, "branchId"); err != nil {
		return err
	}
	if len(appointmentIDs) > mostRearranged {
		return problem.New(problem.TooMany, "appointmentIds", mostRearranged)
	}
	return id.Appointment.CheckEach(appointmentIDs, "appointmentIds")
}

// datesToPropose returns the dates of the appointments and of the starts that may replace them.
func datesToPropose(rows []*ent.Appointment, now civil.Instant) civil.DateRange {
	first, last := now, now
	for _, a := range rows {
		first, last = min(first, a.StartsAt), max(last, a.StartsAt)
	}
	return civil.DateRange{First: civil.PossibleDates(first, first).First, Last: civil.PossibleDates(last, last).Last.AddDays(searchedDays)}
}

// propose returns a proposal for each appointment.
func (b *Booking) propose(snapshot *schedule.Snapshot, rows []*ent.Appointment, dates civil.DateRange, now civil.Instant) []*RearrangementProposal {
	finder := newFinder(snapshot, dates, now)
	possibilities := make([]possibility, len(rows))
	for i, a := range rows {
		possibilities[i] = finder.possibility(a, b.MayOffer(a, snapshot.Row) && a.StartsAt > now)
	}
	proposals := make([]*RearrangementProposal, len(rows))
	for i, chosen := range chooseProposals(possibilities, now.Add(offerTime)) {
		p := &RearrangementProposal{
			Appointment: rows[i], MayOffer: possibilities[i].mayOffer,
			Colleagues: finder.profilesOf(possibilities[i].colleagues), Starts: finder.spread(possibilities[i].starts),
		}
		if chosen.move != nil {
			p.Move = finder.alternative(*chosen.move)
		}
		for _, place := range chosen.offer {
			p.Offer = append(p.Offer, finder.alternative(place))
		}
		proposals[i] = p
	}
	return proposals
}

// A finder finds who is free, and when, for appointments of one snapshot.
type finder struct {
	snapshot *schedule.Snapshot
	search   *availability.Search
	now      civil.Instant
	found    map[length][]freeStart
}

// length is a service in minutes on which staff agreed; 0: its own.
type length struct {
	serviceID string
	agreed    int
}

func newFinder(snapshot *schedule.Snapshot, dates civil.DateRange, now civil.Instant) *finder {
	return &finder{snapshot, availability.NewSearch(&snapshot.Branch, dates, now), now, map[length][]freeStart{}}
}

// possibility returns what can become of an appointment. Nothing can if its service is unknown.
func (f *finder) possibility(a *ent.Appointment, mayOffer bool) possibility {
	p := possibility{start: a.StartsAt, staffID: a.StaffID, mayOffer: mayOffer}
	i := slices.IndexFunc(f.snapshot.Services, func(v schedule.Service) bool { return v.Row.ID == a.ServiceID })
	if i < 0 {
		return p
	}
	service := &withLength(f.snapshot.Services[i], a.AgreedMinutes).Service
	p.length, p.cleanUp = service.Duration, service.CleanUp
	for i := range f.snapshot.Members {
		m := &f.snapshot.Members[i]
		if m.Row.PersonID != a.PersonID && len(availability.Obstacles(&f.snapshot.Branch, &m.Staff, service, a.StartsAt, f.now)) == 0 {
			p.colleagues = append(p.colleagues, free{m.Row.ID, m.Row.PersonID})
		}
	}
	for _, start := range f.startsOf(a, service) {
		if a.StartsAt < start.at && start.at <= a.StartsAt.Add(searchedDays*24*time.Hour) {
			p.starts = append(p.starts, start)
		}
	}
	return p
}

// startsOf returns the free starts of a service, ascending. They are searched once for each length.
func (f *finder) startsOf(a *ent.Appointment, service *availability.Service) []freeStart {
	key := length{serviceID: a.ServiceID}
	if a.AgreedMinutes != nil {
		key.agreed = *a.AgreedMinutes
	}
	if found, isFound := f.found[key]; isFound {
		return found
	}
	at := map[civil.Instant]int{}
	var list []freeStart
	for i := range f.snapshot.Members {
		m := &f.snapshot.Members[i]
		for _, day := range f.search.Starts(&m.Staff, service) {
			for _, start := range day.Starts {
				if _, isKnown := at[start]; !isKnown {
					at[start] = len(list)
					list = append(list, freeStart{at: start})
				}
				list[at[start]].free = append(list[at[start]].free, free{m.Row.ID, m.Row.PersonID})
			}
		}
	}
	slices.SortFunc(list, func(x, y freeStart) int { return cmp.Compare(x.at, y.at) })
	f.found[key] = list
	return list
}

// spread returns the next starts, far enough apart to be a choice.
func (f *finder) spread(starts []freeStart) (list []*FreeStart) {
	for _, start := range starts {
		if len(list) == mostProposedStarts {
			break
		}
		if len(list) == 0 || start.at >= list[len(list)-1].Start.Add(proposedApart) {
			list = append(list, &FreeStart{start.at, f.profilesOf(start.free)})
		}
	}
	return list
}

func (f *finder) profilesOf(list []free) []*schedule.StaffProfile {
	profiles := make([]*schedule.StaffProfile, len(list))
	for i, who := range list {
		profiles[i] = f.profile(who.staffID)
	}
	return profiles
}

func (f *finder) profile(staffID string) *schedule.StaffProfile {
	i := slices.IndexFunc(f.snapshot.Members, func(m schedule.Member) bool { return m.Row.ID == staffID })
	return schedule.ProfileOf(f.snapshot.Members[i].Row)
}

func (f *finder) alternative(of Place) *Alternative {
	return &Alternative{f.profile(of.StaffID), of.Start}
}
