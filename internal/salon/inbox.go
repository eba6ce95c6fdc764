package salon

import (
	"context"
	"slices"
	"time"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/changerequest"
	"visavis/ent/mail"
	"visavis/ent/predicate"
	"visavis/internal/actor"
	"visavis/internal/availability"
	"visavis/internal/civil"
	"visavis/internal/id"
	"visavis/internal/pagination"
	"visavis/internal/reach"
	"visavis/internal/schedule"
	"visavis/internal/store"
)

// Inbox is how much of each kind waits for the staff of a branch. Receptionists are not told of what managers set up.
type Inbox struct {
	WaitingAppointments        int
	StrandedAppointments       int
	RequestedAppointments      int
	AppointmentsWithoutOutcome int
	AbsenceRequests            int
	FailedMails                int
	MissingVideoLinks          int
}

// outcomesWithin is how long after its end an appointment without an outcome waits for one.
const outcomesWithin = 30 * 24 * time.Hour

// Inbox returns how much waits for the staff of a branch.
func (s *Salon) Inbox(ctx context.Context, branchID string) (inbox *Inbox, err error) {
	now := s.clock()
	err = s.viewFromReception(ctx, branchID, func(client *ent.Client) error {
		inbox = &Inbox{}
		if inbox.WaitingAppointments, err = client.Appointment.Query().Where(waiting(branchID, now)).Count(ctx); err != nil {
			return err
		}
		coming, err := strandedIn(ctx, client, branchID, now, appointment.StatusEQ(appointment.StatusCONFIRMED))
		if err != nil {
			return err
		}
		inbox.StrandedAppointments = len(coming)
		if inbox.RequestedAppointments, err = client.Appointment.Query().Where(requested(branchID, now)).Count(ctx); err != nil {
			return err
		}
		if inbox.AppointmentsWithoutOutcome, err = client.Appointment.Query().Where(withoutOutcome(branchID, now)).Count(ctx); err != nil {
			return err
		}
		if actor.Of(ctx).In(branchID) < actor.Manager {
			return nil
		}
		if inbox.AbsenceRequests, err = client.AbsenceRequest.Query().Where(openIn(branchID, now)).Count(ctx); err != nil {
			return err
		}
		failed := client.Mail.Query().Where(mail.StateEQ(mail.StateFAILED), mail.HasAppointmentWith(appointment.BranchID(branchID), schedule.EndsAfter(now)))
		if inbox.FailedMails, err = failed.Count(ctx); err != nil {
			return err
		}
		inbox.MissingVideoLinks, err = missingVideoLinks(ctx, client, branchID)
		return err
	})
	return inbox, err
}

// WaitingAppointments returns the appointments of a branch whose customer is in the waiting room, ordered by start.
func (s *Salon) WaitingAppointments(ctx context.Context, branchID string, request pagination.Request) (*AppointmentPage, error) {
	return s.inboxPage(ctx, branchID, waiting(branchID, s.clock()), request)
}

// RequestedAppointments returns the appointments of a branch with an open request of their customer, ordered by start.
func (s *Salon) RequestedAppointments(ctx context.Context, branchID string, request pagination.Request) (*AppointmentPage, error) {
	return s.inboxPage(ctx, branchID, requested(branchID, s.clock()), request)
}

// AppointmentsWithoutOutcome returns the appointments of a branch that have ended and have no outcome yet, ordered by start.
func (s *Salon) AppointmentsWithoutOutcome(ctx context.Context, branchID string, request pagination.Request) (*AppointmentPage, error) {
	return s.inboxPage(ctx, branchID, withoutOutcome(branchID, s.clock()), request)
}

func (s *Salon) inboxPage(ctx context.Context, branchID string, of predicate.Appointment, request pagination.Request) (page *AppointmentPage, err error) {
	token, err := request.Read()
	if err != nil {
		return nil, err
	}
	among := []predicate.Appointment{of}
	if token != nil {
		start, err := token.Instant()
		if err != nil {
			return nil, err
		}
		among = append(among, schedule.FollowsStart(start, token.Second))
	}
	err = s.viewFromReception(ctx, branchID, func(client *ent.Client) error {
		rows, err := client.Appointment.Query().Where(among...).Order(appointment.ByStartsAt(), appointment.ByID()).Limit(request.First + 1).All(ctx)
		if err != nil {
			return err
		}
		page = pagination.Of(rows, request, func(a *ent.Appointment) pagination.Token { return pagination.At(a.StartsAt, a.ID) })
		return nil
	})
	return page, err
}

// viewFromReception runs do unless the branch is unknown, or the actor is neither receptionist nor manager there.
func (s *Salon) viewFromReception(ctx context.Context, branchID string, do func(*ent.Client) error) error {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return err
	}
	return s.store.View(ctx, func(client *ent.Client) error {
		if err := checkReception(ctx, client, branchID); err != nil {
			return err
		}
		return do(client)
	})
}

// checkReception fails if the branch is unknown, or the actor is neither receptionist nor manager there.
func checkReception(ctx context.Context, client *ent.Client, branchID string) error {
	row, err := client.Branch.Get(ctx, branchID)
	if _, err = store.Found(row, err, "branchId"); err != nil {
		return err
	}
	return reach.CheckReception(ctx, branchID, "branchId")
}

// waiting selects the appointments of a branch whose customer waits to be let in.
func waiting(branchID string, now civil.Instant) predicate.Appointment {
	return appointment.And(appointment.BranchID(branchID), schedule.CustomerWaits(now))
}

// requested selects the appointments of a branch whose customer waits for an answer, as booking.ChangeRequestStateOf reports it.
func requested(branchID string, now civil.Instant) predicate.Appointment {
	return appointment.And(
		appointment.BranchID(branchID), appointment.StartsAtGT(now), appointment.StatusEQ(appointment.StatusCONFIRMED),
		appointment.HasChangeRequestsWith(changerequest.AnsweredAtIsNil(), changerequest.StateEQ(changerequest.StateOPEN)),
	)
}

// withoutOutcome selects the appointments of a branch that have ended lately, and of which nobody said how.
func withoutOutcome(branchID string, now civil.Instant) predicate.Appointment {
	return appointment.And(
		appointment.BranchID(branchID), appointment.StatusEQ(appointment.StatusCONFIRMED),
		schedule.EndsAfter(now.Add(-outcomesWithin)), appointment.StartsAtLT(now), appointment.EndsAtLTE(now),
	)
}

// missingVideoLinks returns the number of profiles of a branch that only lack a video link, or the own room, to be bookable.
func missingVideoLinks(ctx context.Context, client *ent.Client, branchID string) (count int, err error) {
	services, profiles, err := offering(ctx, client, []string{branchID})
	if err != nil {
		return 0, err
	}
	branch, err := client.Branch.Get(ctx, branchID)
	if err != nil {
		return 0, err
	}
	for _, profile := range profiles {
		if lacksVideoLink(profile, branch, services) {
			count++
		}
	}
	return count, nil
}

// lacksVideoLink reports whether a profile that is active in a branch lacks nothing but a video link for some service.
func lacksVideoLink(profile *ent.Staff, branch *ent.Branch, services []*ent.Service) bool {
	member := schedule.EligibilityOf(profile, branch, services)
	member.Active = true
	return slices.ContainsFunc(services, func(row *ent.Service) bool {
		asked := schedule.ServiceOf(row)
		obstacles := availability.Ineligible(&member, &asked)
		return len(obstacles) == 1 && obstacles[0] == availability.NoVideoLink
	})
}
