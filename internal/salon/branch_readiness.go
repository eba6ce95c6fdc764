package salon

import (
	"context"
	"slices"

	"visavis/ent"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/schedule"
)

// BranchReadiness lists what a branch needs so that customers can book online.
type BranchReadiness struct {
	Bookable             bool // nothing stands in the way of online bookings
	Requirements         []*BranchRequirement
	ServicesWithoutStaff []*ent.Service // for which nobody who is active in the branch is competent, by name
}

// Ready reports whether every requirement is met.
func (r *BranchReadiness) Ready() bool {
	return !slices.ContainsFunc(r.Requirements, func(one *BranchRequirement) bool { return !one.Met })
}

// BranchReadiness returns the readiness of a branch for the dates up to its booking horizon. sendsMail reports whether its mails are sent.
func (s *Salon) BranchReadiness(ctx context.Context, branchID string, sendsMail func(*ent.Branch) bool) (readiness *BranchReadiness, err error) {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return nil, err
	}
	err = s.store.View(ctx, func(client *ent.Client) error {
		row, err := client.Branch.Get(ctx, branchID)
		if ent.IsNotFound(err) {
			return problem.New(problem.NotFound, "branchId")
		}
		if err != nil {
			return err
		}
		if err := reach.CheckSetUp(ctx, branchID, "branchId"); err != nil {
			return err
		}
		first, err := today(row, s.clock())
		if err != nil {
			return err
		}
		horizon := civil.DateRange{First: first, Last: first.AddDays(row.HorizonDays)}
		snapshot, err := schedule.LoadSetUp(ctx, client, schedule.Scope{BranchID: branchID, Dates: horizon, Staff: schedule.ActiveIn(branchID)})
		if err != nil {
			return err
		}
		readiness = branchReadinessOf(snapshot, horizon, sendsMail(row))
		return nil
	})
	return readiness, err
}

// branchReadinessOf returns the readiness on the dates. Of competencies, rooms and times it is enough that one profile has them: a salon
// may well employ somebody who cannot be booked.
func branchReadinessOf(snapshot *schedule.Snapshot, dates civil.DateRange, sendsMail bool) *BranchReadiness {
	row := snapshot.Row
	offered := availableServices(snapshot.Services)
	people := bookableMembers(snapshot.Members)
	competent := slices.DeleteFunc(slices.Clone(people), func(m *schedule.Member) bool { return !isCompetentForAny(&m.Staff, offered) })
	times := timesOfAny(&snapshot.Branch, firstOf(competent, people), dates)
	requirements := []*BranchRequirement{
		{BranchOpeningHours, times.open},
		{BranchServices, len(offered) > 0},
		{BranchStaff, len(people) > 0},
		{BranchCompetencies, len(competent) > 0},
		{BranchWorkPlans, times.works},
	}
	if videos := videoServices(offered); len(videos) > 0 {
		requirements = append(requirements, &BranchRequirement{BranchVideoRooms, slices.ContainsFunc(people, func(m *schedule.Member) bool {
			return m.Staff.VideoLink && isCompetentForAny(&m.Staff, videos)
		})})
	}
	return &BranchReadiness{
		Bookable: slices.ContainsFunc(people, func(m *schedule.Member) bool { return isBookable(&snapshot.Branch, &m.Staff, offered, dates) }),
		Requirements: append(requirements,
			&BranchRequirement{BranchLegalTexts, row.ImprintVersion > 0 && row.PrivacyNoticeVersion > 0},
			&BranchRequirement{BranchMail, sendsMail},
		),
		ServicesWithoutStaff: servicesWithoutStaff(snapshot),
	}
}

// availableServices returns the services that customers can book online.
func availableServices(all []schedule.Service) []schedule.Service {
	return slices.DeleteFunc(slices.Clone(all), func(s schedule.Service) bool { return s.Service.Archived || !s.Service.Online })
}

func videoServices(all []schedule.Service) []schedule.Service {
	return slices.DeleteFunc(slices.Clone(all), func(s schedule.Service) bool { return !s.Service.Video })
}

func bookableMembers(all []schedule.Member) []*schedule.Member {
	var members []*schedule.Member
	for i := range all {
		if all[i].Staff.Online {
			members = append(members, &all[i])
		}
	}
	return members
}

func isCompetentForAny(member *availability.Staff, services []schedule.Service) bool {
	return slices.ContainsFunc(services, func(s schedule.Service) bool { return member.Competence[s.Service.ID] })
}

// isBookable reports whether the profile may be booked for one of the services at some time.
func isBookable(branch *availability.Branch, member *availability.Staff, services []schedule.Service, dates civil.DateRange) bool {
	offers := slices.ContainsFunc(services, func(s schedule.Service) bool { return len(availability.Ineligible(member, &s.Service)) == 0 })
	if !offers {
		return false
	}
	times := timesOf(branch, member, dates)
	return times.consults && times.works && times.open
}

// firstOf returns the first list unless it is empty.
func firstOf(first, otherwise []*schedule.Member) []*schedule.Member {
	if len(first) > 0 {
		return first
	}
	return otherwise
}

// timesOfAny is timesOf for several profiles, of which the best counts. Without any, it tells whether the branch opens at all.
func timesOfAny(branch *availability.Branch, members []*schedule.Member, dates civil.DateRange) (best consultingTimes) {
	if len(members) == 0 {
		return timesOf(branch, &availability.Staff{}, dates)
	}
	for _, member := range members {
		if best.works && best.open {
			break // large salons have many members
		}
		times := timesOf(branch, &member.Staff, dates)
		if times.works && !best.works {
			best = times // what others' work meets counts no more than nobody's
		} else if times.works == best.works {
			best.open = best.open || times.open
		}
	}
	return best
}

// servicesWithoutStaff returns the services, unless archived, for which no member of the snapshot is competent.
func servicesWithoutStaff(snapshot *schedule.Snapshot) []*ent.Service {
	without := []*ent.Service{}
	for _, s := range snapshot.Services {
		isDone := slices.ContainsFunc(snapshot.Members, func(m schedule.Member) bool { return m.Staff.Competence[s.Service.ID] })
		if !s.Service.Archived && !isDone {
			without = append(without, s.Row)
		}
	}
	return without
}
