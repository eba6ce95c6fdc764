package push

import (
	"log/slog"
	"strings"
	"testing"

	"visavis/ent/branch"
	"visavis/ent/notificationsetting"
	"visavis/ent/push"
	"visavis/ent/staff"
	"visavis/ent/videolink"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/event"
	"visavis/internal/locale"
	"visavis/internal/room"
	salons "visavis/internal/salon"
)

func TestThatACustomerWaitsIsToldOnce(t *testing.T) {
	eachSalon(t, func(t *testing.T, s *salon) {
		byAnna := s.device(t, staff.RoleMEMBER, "anna", "anna", branch.LocaleDE) // who has chosen nothing
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
		enter := func(deviceKey *string) string {
			entered, err := rooms.Enter(t.Context(), room.EnterInput{JoinToken: a.JoinToken, DeviceKey: deviceKey})
			check(t, err)
			return entered.Participant.ID
		}
		leave := func(participantID string) {
			check(t, rooms.Leave(t.Context(), room.LeaveInput{JoinToken: a.JoinToken, ParticipantID: participantID}))
		}

		enter(new("phone"))
		came := s.work(t)
		if !strings.HasPrefix(came, `anna {"title":"`+catalog.In(locale.Locale(branch.LocaleDE)).kinds[push.KindCUSTOMER_WAITS]+`","body":"Do, 26.11., 10:00 · `) || !strings.Contains(came, `"path":"/admin/kalender?`) ||
			!strings.Contains(came, `"tag":"`+a.ID+`:waits"`) || strings.Contains(came, "Lena") {
			t.Errorf("what came is %s", came)
		}
		again := enter(new("phone"))
		same(t, "a reloaded page", s.work(t), "")
		leave(again)
		leave(enter(nil))
		same(t, "who comes and goes", s.work(t), "")

		_, err = s.plans.StaffVideoLinkSet(byOwner, salons.StaffVideoLinkSetInput{StaffID: "stf_demo-anna", Provider: new(videolink.ProviderVISAVIS)})
		check(t, err)
		move := func(start string) {
			_, err := s.booking.AppointmentMove(byOwner, booking.AppointmentMoveInput{ID: &a.ID, Start: at(t, start), Override: true})
			check(t, err)
		}
		move("2026-11-26 10:05")
		leave(enter(nil))
		if came := s.work(t); !strings.Contains(came, `"path":"/admin/gespraech/`+a.ID+`"`) {
			t.Errorf("what came after a move, of the own room, is %s", came)
		}
		s.chooses(t, byAnna, false, notificationsetting.KindCUSTOMER_WAITS)
		move("2026-11-26 10:00")
		leave(enter(nil))
		same(t, "unwanted", s.work(t), "")
		s.chooses(t, byAnna, true, notificationsetting.KindCUSTOMER_WAITS)
		move("2026-11-26 10:05")
		_, err = s.booking.RoomAdmit(byOwner, booking.RoomAdmitInput{AppointmentID: a.ID})
		check(t, err)
		enter(nil)
		same(t, "after having been let in", s.work(t), "")
	})
}
