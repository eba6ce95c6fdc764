package salon_test

import (
	"context"
	"testing"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/ent/roomparticipant"
	"visavis/internal/actor"
	"visavis/internal/pagination"
	"visavis/internal/salon"
)

func TestTheInboxHoldsWhatWaits(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.now = berlin("2026-11-26 09:30") // Thursday
		as := func(status appointment.Status, live bool) func(*ent.AppointmentCreate) {
			return func(c *ent.AppointmentCreate) { c.SetStatus(status).SetLive(live) }
		}
		s.book(t, []booked{
			{"apt_old", mitte, clara, cut, "2026-10-26 09:00"},
			{"apt_yesterday", mitte, clara, cut, "2026-11-25 09:00"},
			{"apt_elsewhere", west, david, cut, "2026-11-25 11:00"},
			{"apt_over", mitte, clara, cut, "2026-11-26 08:00"},
			{"apt_underWay", mitte, clara, cut, "2026-11-26 09:00"},
			{"apt_asked", mitte, clara, cut, "2026-11-27 10:00"},
			{"apt_answered", mitte, clara, cut, "2026-11-27 12:00"},
		})
		s.book(t, []booked{{"apt_done", mitte, clara, cut, "2026-11-24 12:00"}}, as(appointment.StatusCOMPLETED, false))
		s.book(t, []booked{{"apt_missed", mitte, clara, cut, "2026-11-24 14:00"}}, as(appointment.StatusNO_SHOW, false))
		s.write(t, func(ctx context.Context, client *ent.Client) {
			ask := func(requestID, appointmentID string) *ent.ChangeRequestCreate {
				return client.ChangeRequest.Create().SetID(requestID).SetAppointmentID(appointmentID).SetKind("MOVE").SetText("").SetCreatedAt(s.now)
			}
			ask("req_open", "apt_asked").SaveX(ctx)
			ask("req_lapsed", "apt_over").SaveX(ctx)
			ask("req_answered", "apt_answered").SetState("DECLINED").SetAnsweredAt(s.now).SaveX(ctx)
			for id, state := range map[string]mail.State{"mal_failed": mail.StateFAILED, "mal_waiting": mail.StateWAITING} {
				client.Mail.Create().SetID(id).SetAppointmentID("apt_asked").SetKind("CONFIRMED").SetOccasion(id).SetState(state).SetDueAt(s.now).SaveX(ctx)
			}
			client.Mail.Create().SetID("mal_late").SetAppointmentID("apt_over").SetKind("CONFIRMED").SetState(mail.StateFAILED).SetDueAt(s.now).SaveX(ctx)
			client.AbsenceRequest.Create().SetID("arq_open").SetStaffID(clara).SetKind("HOLIDAY").SetFirstDay(date("2026-12-21")).SetLastDay(date("2026-12-23")).SetCreatedAt(s.now).SaveX(ctx)
			client.VideoLink.Delete().ExecX(ctx)
			for _, waiting := range []string{"apt_underWay", "apt_asked", "apt_answered"} {
				room := client.ConsultationRoom.Create().SetAppointmentID(waiting).SetCustomerWaitsSince(s.now).SaveX(ctx)
				client.RoomParticipant.Create().SetID("par_" + waiting).SetRoomID(room.ID).SetRole(roomparticipant.RoleCUSTOMER).SetEnteredAt(s.now).SetPresentUntil(s.now).ExecX(ctx)
				client.Appointment.UpdateOneID(waiting).SetJoinToken(waiting).ExecX(ctx)
			}
			client.Appointment.UpdateOneID("apt_answered").SetRoomAdmittedAt(s.now).ExecX(ctx)
		})
		without := []string{"apt_past", "apt_yesterday", "apt_annaCut", "apt_ben", "apt_annaVideo", "apt_over"} // also those of testSalon that are over
		manager, receptionist := actor.Actor{Role: actor.Manager, Branches: []string{mitte}}, actor.Actor{Role: actor.Receptionist, Branches: []string{mitte}}

		same(t, "by a manager", s.inbox(t, manager, mitte), salon.Inbox{
			WaitingAppointments: 1, StrandedAppointments: 2, RequestedAppointments: 1, AppointmentsWithoutOutcome: 6, AbsenceRequests: 1, FailedMails: 1, MissingVideoLinks: 3,
		})
		same(t, "by a receptionist", s.inbox(t, receptionist, mitte), salon.Inbox{
			WaitingAppointments: 1, StrandedAppointments: 2, RequestedAppointments: 1, AppointmentsWithoutOutcome: 6,
		})
		same(t, "without an outcome", everyPage(t, 1, func(request pagination.Request) (*salon.AppointmentPage, error) {
			return s.AppointmentsWithoutOutcome(actor.With(t.Context(), receptionist), mitte, request)
		}, idOfAppointment), without)
		same(t, "waiting", everyPage(t, 1, func(request pagination.Request) (*salon.AppointmentPage, error) {
			return s.WaitingAppointments(actor.With(t.Context(), receptionist), mitte, request)
		}, idOfAppointment), []string{"apt_underWay"}) // the room of the other is not open yet
		same(t, "asked", everyPage(t, 1, func(request pagination.Request) (*salon.AppointmentPage, error) {
			return s.RequestedAppointments(actor.With(t.Context(), receptionist), mitte, request)
		}, idOfAppointment), []string{"apt_asked"})

		_, err := s.Inbox(actor.With(t.Context(), receptionist), west)
		same(t, "of another branch", problemsOf(err), []string{"OWN_BRANCHES_ONLY branchId"})
		_, err = s.RequestedAppointments(byOwner(t), "brn_unknown", all)
		same(t, "of no branch", problemsOf(err), []string{"NOT_FOUND branchId"})
	})
}

func (s *testSalon) inbox(t *testing.T, who actor.Actor, branchID string) salon.Inbox {
	t.Helper()
	inbox, err := s.Inbox(actor.With(t.Context(), who), branchID)
	if err != nil {
		t.Fatal(err)
	}
	return *inbox
}
