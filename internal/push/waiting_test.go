package push

import (
	"log/slog"
	"strings"
	"testing"

	"visavis/ent/branch"
	"visavis/ent/notificationsetting"
	"visavis/ent/staff"
	"visavis/ent/videolink"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/event"
	"visavis/internal/room"
	salons "visavis/internal/salon"
)

func TestThatACustomerWaitsIsToldOnce(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		s.chooses(t, s.device(t, staff.RoleMEMBER, "anna", "anna", branch.LocaleDE), true, notificationsetting.KindCUSTOMER_WAITS)
		s.chooses(t, s.device(t, staff.RoleMANAGER, "clara", "clara", branch.LocaleDE), true, notificationsetting.KindCUSTOMER_WAITS)
		feed := event.NewFeed(s.store, slog.New(slog.DiscardHandler))
		t.Cleanup(feed.Close)
		rooms := room.New(room.Options{Store: s.store, Feed: feed, Clock: s.clock, Logger: slog.New(slog.DiscardHandler), Pushed: s.Wake})
		t.Cleanup(rooms.Close)
		byOwner := actor.With(t.Context(), actor.Actor{Role: actor.Owner, Fresh: true})
		a, err := s.booking.AppointmentBookByStaff(byOwner, booking.AppointmentBookByStaffInput{
			BranchID: "brn_demo-mitte", ServiceID: "svc_demo-video-colour", StaffID: "stf_demo-anna", Start: at(t, "2026-11-26 10:00"),
			Customer: &booking.CustomerInput{Name: "Lena Kunde", Locale: branch.LocaleDE},
		})
		check(t, err)
		s.now.Store(int64(at(t, "2026-11-26 09:50")))
		enter := func(former *string) string {
			entered, err := rooms.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, FormerParticipantID: former})
			check(t, err)
			return entered.Participant.ID
		}
		leave := func(participantID string) {
			check(t, rooms.Leave(t.Context(), room.LeaveInput{JoinToken: a.JoinToken, ParticipantID: participantID}))
		}

		leave(enter(nil))
		same(t, "gone before it was sent", s.work(t), "")
		first := enter(nil)
		came := s.work(t)
		if !strings.HasPrefix(came, `anna {"title":"Im Warteraum wartet jemand","body":"Do, 26.11., 10:00 · `) || !strings.Contains(came, `"path":"/admin/kalender?`) || strings.Contains(came, "Lena") {
			t.Errorf("what came is %s", came)
		}
		again := enter(&first)
		same(t, "a reloaded page", s.work(t), "")

		leave(again)
		_, err = s.plans.StaffVideoLinkSet(byOwner, salons.StaffVideoLinkSetInput{StaffID: "stf_demo-anna", Provider: new(videolink.ProviderVISAVIS)})
		check(t, err)
		last := enter(nil)
		if came := s.work(t); !strings.Contains(came, `"path":"/admin/gespraech/`+a.ID+`"`) {
			t.Errorf("what came of the own room is %s", came)
		}
		_, err = s.booking.RoomAdmit(byOwner, booking.RoomAdmitInput{AppointmentID: a.ID})
		check(t, err)
		leave(last)
		enter(nil)
		same(t, "back after having been let in", s.work(t), "")
	})
}
