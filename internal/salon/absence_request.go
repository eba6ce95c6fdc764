package salon

import (
	"context"
	"maps"
	"slices"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/absencerequest"
	"visavis/ent/branch"
	"visavis/ent/branchmembership"
	"visavis/ent/change"
	"visavis/ent/predicate"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/idempotency"
	"visavis/internal/notification"
	"visavis/internal/pagination"
	"visavis/internal/problem"
	"visavis/internal/reach"
	"visavis/internal/store"
)

// AbsenceRequestCreateInput is an absence of the actor, in either days or times.
type AbsenceRequestCreateInput struct {
	Kind  absencerequest.Kind
	Note  *string
	Days  *DaysInput
	Times *TimesInput

	IdempotencyKey *string // the same for every try; nil: none
}

// AbsenceRequestCreate asks for an absence of the actor. It keeps nobody from working.
func (s *Salon) AbsenceRequestCreate(ctx context.Context, input AbsenceRequestCreateInput) (row *ent.AbsenceRequest, err error) {
	var f setupForm
	note := f.Text("note", input.Note, form.NoteLength)
	request := f.request(ctx, input.IdempotencyKey, input)
	f.absencePeriod(input.Days, input.Times)
	if err := f.Err(); err != nil {
		return nil, err
	}
	period := periodOf(input.Days, input.Times)
	if period.hasEnded(s.clock()) {
		field := "days.last"
		if input.Times != nil {
			field = "times.end"
		}
		return nil, problem.New(problem.AbsenceEnded, field)
	}
	_, err = s.create(ctx, input, func(ctx context.Context, e *edit) error {
		requestID, isRetry, err := e.claim(ctx, request, id.AbsenceRequest)
		if err != nil {
			return err
		}
		if isRetry {
			row, err = idempotency.Created(e.AbsenceRequest.Get(ctx, requestID))
			return err
		}
		profile, err := e.beginOfPerson(ctx, change.KindABSENCE, actor.Of(ctx).StaffID, "staffId")
		if err != nil {
			return err
		}
		e.on(period.dates())
		row, err = e.AbsenceRequest.Create().SetID(requestID).SetStaffID(profile.ID).SetKind(input.Kind).SetNillableNote(note).
			SetNillableFirstDay(period.FirstDay).SetNillableLastDay(period.LastDay).
			SetNillableStartsAt(period.StartsAt).SetNillableEndsAt(period.EndsAt).SetCreatedAt(e.Now).Save(ctx)
		if err != nil {
			return err
		}
		if err := notification.QueueAbsenceRequested(ctx, e.Client, row, profile.PersonID, slices.Collect(maps.Keys(e.ChangeSequences())), e.Now); err != nil {
			return err
		}
		return e.Record(ctx, "absenceRequestCreate", profile.ID, nil, row)
	})
	return row, err
}

// AbsenceRequestWithdrawInput names the request to withdraw.
type AbsenceRequestWithdrawInput struct{ ID string }

// AbsenceRequestWithdraw withdraws a request of the actor's person: an open one, or an approved one before the absence begins.
func (s *Salon) AbsenceRequestWithdraw(ctx context.Context, input AbsenceRequestWithdrawInput) (*ent.AbsenceRequest, error) {
	own := staff.PersonID(actor.Of(ctx).PersonID)
	after, _, err := s.editRequest(ctx, "absenceRequestWithdraw", input.ID, input, []predicate.Staff{own}, func(ctx context.Context, e *edit, row *ent.AbsenceRequest) (*ent.AbsenceRequest, error) {
		switch row.State {
		case absencerequest.StateWITHDRAWN:
			return row, nil
		case absencerequest.StateOPEN:
			return row.Update().SetState(absencerequest.StateWITHDRAWN).Save(ctx)
		case absencerequest.StateAPPROVED:
			zones, err := e.zones(ctx)
			if err != nil {
				return nil, err
			}
			if !periodOfRequest(row).hasBegun(e.Now, zones) {
				return e.endApproved(ctx, row, row.Update().SetState(absencerequest.StateWITHDRAWN))
			}
		}
		return nil, problem.New(problem.AbsenceRequestClosed, "id")
	})
	return after, err
}

// zones returns the time zones of the branches that the edit concerns.
func (e *edit) zones(ctx context.Context) ([]civil.Zone, error) {
	rows, err := e.Branch.Query().Where(branch.IDIn(slices.Collect(maps.Keys(e.ChangeSequences()))...)).All(ctx)
	var zones []civil.Zone
	for _, row := range rows {
		zone, err := civil.LoadZone(row.TimeZone)
		if err != nil {
			return nil, err
		}
		zones = append(zones, zone)
	}
	return zones, err
}

// AbsenceRequestApproveInput names the request to approve.
type AbsenceRequestApproveInput struct{ ID string }

// AbsenceRequestApprove approves an open request, which adds the absence.
func (s *Salon) AbsenceRequestApprove(ctx context.Context, input AbsenceRequestApproveInput) (*ent.AbsenceRequest, []*ent.Appointment, error) {
	return s.editRequest(ctx, "absenceRequestApprove", input.ID, input, reach.Profiles(actor.Of(ctx)), func(ctx context.Context, e *edit, row *ent.AbsenceRequest) (*ent.AbsenceRequest, error) {
		switch row.State {
		case absencerequest.StateAPPROVED:
			return row, nil
		case absencerequest.StateOPEN:
			added, err := e.addAbsence(ctx, id.Absence.New(), row.Edges.Staff.PersonID, absenceKind(row), row.Note, periodOfRequest(row))
			if err != nil {
				return nil, err
			}
			return row.Update().SetState(absencerequest.StateAPPROVED).SetAbsenceID(added.ID).
				SetAnsweredAt(e.Now).SetAnsweredBy(actor.Of(ctx).StaffID).Save(ctx)
		default:
			return nil, problem.New(problem.AbsenceRequestClosed, "id")
		}
	})
}

// AbsenceRequestDeclineInput names the request to decline.
type AbsenceRequestDeclineInput struct {
	ID     string
	Answer *string // to the person; nil: none
}

// AbsenceRequestDecline declines an open request.
func (s *Salon) AbsenceRequestDecline(ctx context.Context, input AbsenceRequestDeclineInput) (*ent.AbsenceRequest, error) {
	var f setupForm
	answer := ""
	if written := f.Text("answer", input.Answer, form.NoteLength); written != nil {
		answer = *written
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	after, _, err := s.editRequest(ctx, "absenceRequestDecline", input.ID, input, reach.Profiles(actor.Of(ctx)), func(ctx context.Context, e *edit, row *ent.AbsenceRequest) (*ent.AbsenceRequest, error) {
		switch {
		case row.State == absencerequest.StateDECLINED && row.Answer == answer:
			return row, nil
		case row.State == absencerequest.StateOPEN:
			return row.Update().SetState(absencerequest.StateDECLINED).SetAnswer(answer).
				SetAnsweredAt(e.Now).SetAnsweredBy(actor.Of(ctx).StaffID).Save(ctx)
		default:
			return nil, problem.New(problem.AbsenceRequestClosed, "id")
		}
	})
	return after, err
}

// AbsenceRequestReopenInput names the request whose answer is taken back.
type AbsenceRequestReopenInput struct{ ID string }

// AbsenceRequestReopen takes the answer to a request back, and removes the absence of an approved one.
func (s *Salon) AbsenceRequestReopen(ctx context.Context, input AbsenceRequestReopenInput) (*ent.AbsenceRequest, error) {
	after, _, err := s.editRequest(ctx, "absenceRequestReopen", input.ID, input, reach.Profiles(actor.Of(ctx)), func(ctx context.Context, e *edit, row *ent.AbsenceRequest) (*ent.AbsenceRequest, error) {
		open := row.Update().SetState(absencerequest.StateOPEN).SetAnswer("").ClearAnsweredAt().ClearAnsweredBy()
		switch row.State {
		case absencerequest.StateOPEN:
			return row, nil
		case absencerequest.StateDECLINED:
			return open.Save(ctx)
		case absencerequest.StateAPPROVED:
			return e.endApproved(ctx, row, open)
		default:
			return nil, problem.New(problem.AbsenceRequestClosed, "id")
		}
	})
	return after, err
}

// endApproved removes the absence of an approved request, and updates the request. An absence of another person stays: the profile
// belonged to that person when the request was approved.
func (e *edit) endApproved(ctx context.Context, row *ent.AbsenceRequest, update *ent.AbsenceRequestUpdateOne) (*ent.AbsenceRequest, error) {
	approved, err := store.OrNil(e.Absence.Query().Where(absence.ID(*row.AbsenceID), absence.PersonID(row.Edges.Staff.PersonID)).Only(ctx))
	if err != nil {
		return nil, err
	}
	if approved != nil {
		if err := e.removeAbsence(ctx, approved); err != nil {
			return nil, err
		}
	}
	return update.ClearAbsenceID().Save(ctx)
}

// withdrawApproved withdraws the request that an absence was approved for, and returns it; nil: there is none.
func (e *edit) withdrawApproved(ctx context.Context, approved *ent.Absence) (*ent.AbsenceRequest, error) {
	before, err := store.OrNil(e.AbsenceRequest.Query().Where(absencerequest.AbsenceID(approved.ID)).Only(ctx))
	if before == nil || err != nil {
		return nil, err
	}
	after, err := before.Update().SetState(absencerequest.StateWITHDRAWN).ClearAbsenceID().Save(ctx)
	if err != nil {
		return nil, err
	}
	return after, e.Record(ctx, "absenceRequestWithdraw", after.StaffID, before, after)
}

// approveAgain approves a request again that was withdrawn with an absence, which has been restored. It does nothing if the request has
// gone elsewhere since.
func (e *edit) approveAgain(ctx context.Context, requestID string, restored *ent.Absence) error {
	before, err := store.OrNil(e.AbsenceRequest.Query().Where(
		absencerequest.ID(requestID), absencerequest.StateEQ(absencerequest.StateWITHDRAWN),
		absencerequest.HasStaffWith(staff.PersonID(restored.PersonID)),
	).Only(ctx))
	if before == nil || err != nil {
		return err
	}
	after, err := before.Update().SetState(absencerequest.StateAPPROVED).SetAbsenceID(restored.ID).Save(ctx)
	if err != nil {
		return err
	}
	return e.Record(ctx, "absenceRequestApprove", after.StaffID, before, after)
}

// editRequest runs do with a request of one of the profiles, whose person is locked, and records what has changed.
func (s *Salon) editRequest(ctx context.Context, action, requestID string, input any, of []predicate.Staff, do func(context.Context, *edit, *ent.AbsenceRequest) (*ent.AbsenceRequest, error)) (after *ent.AbsenceRequest, stranded []*ent.Appointment, err error) {
	if err := id.AbsenceRequest.Check(requestID, "id"); err != nil {
		return nil, nil, err
	}
	stranded, err = s.edit(ctx, input, func(ctx context.Context, e *edit) error {
		profiles, err := e.LockPeople(ctx, func() ([]*ent.Staff, error) {
			profile, err := e.Staff.Query().Where(staff.HasAbsenceRequestsWith(absencerequest.ID(requestID))).Where(of...).Only(ctx)
			profile, err = store.Found(profile, err, "id")
			return []*ent.Staff{profile}, err
		})
		if err != nil {
			return err
		}
		if err := e.beginOfPeople(ctx, change.KindABSENCE, profiles[0].PersonID); err != nil {
			return err
		}
		before, err := e.AbsenceRequest.Get(ctx, requestID)
		if err != nil {
			return err
		}
		before.Edges.Staff = profiles[0]
		e.on(periodOfRequest(before).dates())
		if after, err = do(ctx, e, before); err != nil {
			return err
		}
		if after.State != before.State {
			if err := notification.QueueAbsenceAnswered(ctx, e.Client, after, e.Now); err != nil {
				return err
			}
		}
		return e.Record(ctx, action, profiles[0].ID, before, after)
	})
	return after, stranded, err
}

// AbsenceRequestPage is a page of requests.
type AbsenceRequestPage = pagination.Connection[ent.AbsenceRequest]

// AbsenceRequests returns the open requests of the profiles active in a branch, oldest first, without those whose time has passed.
func (s *Salon) AbsenceRequests(ctx context.Context, branchID string, request pagination.Request) (*AbsenceRequestPage, error) {
	if err := id.Branch.Check(branchID, "branchId"); err != nil {
		return nil, err
	}
	token, err := request.Read()
	if err != nil {
		return nil, err
	}
	client := s.store.Client()
	row, err := client.Branch.Get(ctx, branchID)
	if _, err = store.Found(row, err, "branchId"); err != nil {
		return nil, err
	}
	if err := reach.CheckSetUp(ctx, branchID, "branchId"); err != nil {
		return nil, err
	}
	query := client.AbsenceRequest.Query().Where(openIn(branchID, s.clock()))
	if token != nil {
		after, err := token.Instant()
		if err != nil {
			return nil, err
		}
		query.Where(absencerequest.Or(absencerequest.CreatedAtGT(after), absencerequest.And(absencerequest.CreatedAt(after), absencerequest.IDGT(token.Second))))
	}
	rows, err := query.Order(absencerequest.ByCreatedAt(), absencerequest.ByID()).Limit(request.First + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	return pagination.Of(rows, request, func(row *ent.AbsenceRequest) pagination.Token { return pagination.At(row.CreatedAt, row.ID) }), nil
}

// openIn selects the open requests of the profiles active in a branch, without those whose time has passed.
func openIn(branchID string, now civil.Instant) predicate.AbsenceRequest {
	active := staff.HasMembershipsWith(branchmembership.Active(true), branchmembership.BranchID(branchID))
	return absencerequest.And(absencerequest.StateEQ(absencerequest.StateOPEN), notEnded(now), absencerequest.HasStaffWith(active))
}

// AbsenceRequestsOf is a batch by person, in order, of requests for absences that have not ended.
func (s *Salon) AbsenceRequestsOf(ctx context.Context, personIDs []string) (map[string][]*ent.AbsenceRequest, error) {
	rows, err := s.store.Client().AbsenceRequest.Query().
		Where(notEnded(s.clock()), absencerequest.HasStaffWith(staff.PersonIDIn(personIDs...))).
		Order(absencerequest.ByID()).WithStaff().All(ctx)
	slices.SortStableFunc(rows, func(a, b *ent.AbsenceRequest) int {
		return int(periodOfRequest(a).beginning() - periodOfRequest(b).beginning())
	})
	return grouped(rows, err, func(row *ent.AbsenceRequest) string { return row.Edges.Staff.PersonID })
}
