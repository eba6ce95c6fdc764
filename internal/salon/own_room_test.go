package salon_test

import (
	"testing"

	"visavis/ent/videolink"
	"visavis/internal/salon"
)

func TestTheOwnRoomNeedsNoLink(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		link := func(staffID string) []any {
			links, err := s.VideoLinksOf(byOwner(t), []string{staffID})
			check(t, err)
			if links[staffID] == nil {
				return nil
			}
			return []any{links[staffID].Provider, links[staffID].URL, links[staffID].RoomPerAppointment}
		}
		own := []any{videolink.ProviderVISAVIS, "", true}
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("https://zoom.us/j/84512345678"), Provider: new(videolink.ProviderVISAVIS)}, "LINK_UNEXPECTED link")
		for _, staffID := range []string{anna, ben} { // each has it for themselves
			s.do(t, salon.StaffVideoLinkSetInput{StaffID: staffID, Provider: new(videolink.ProviderVISAVIS)})
			same(t, staffID, link(staffID), own)
		}
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Provider: new(videolink.ProviderVISAVIS), Link: new(" ")})
		same(t, "Anna's again", link(anna), own)
		same(t, "Ben is ready", s.readiness(t, mitte)[ben], "ready")

		twin, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
		same(t, "her twin's", link(twin.ID), own)

		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("https://zoom.us/j/84512345678")})
		same(t, "a link of her own instead", link(anna), []any{videolink.ProviderZOOM, "https://zoom.us/j/84512345678", false})
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Provider: new(videolink.ProviderVISAVIS)})
		same(t, "and back", link(anna), own)
	})
}

// Without a link, a person may be booked where the own room is the default; a link of their own goes on.
func TestTheOwnRoomByDefault(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		same(t, "without a link", s.readiness(t, mitte)[ben], "VIDEO_LINK")
		s.do(t, salon.BranchUpdateInput{ID: mitte, OwnRoomByDefault: new(true)})
		same(t, "in Mitte", s.readiness(t, mitte)[ben], "ready")
		bookable, err := s.BookableStaffOf(byOwner(t), []string{mitte})
		check(t, err)
		if len(bookable[mitte]) == 0 {
			t.Error("nobody can be booked")
		}
		same(t, "in West", s.readiness(t, west)[ben], "ACTIVE_IN_BRANCH VIDEO_LINK WORK_PLAN")
		links, err := s.VideoLinksOf(byOwner(t), []string{anna})
		check(t, err)
		same(t, "Anna keeps her own", links[anna].Provider, videolink.ProviderJITSI)

		s.do(t, salon.StaffVideoLinkRemoveInput{StaffID: anna})
		same(t, "and without it", s.readiness(t, mitte)[anna], "ready")
		stranded := s.do(t, salon.BranchUpdateInput{ID: mitte, OwnRoomByDefault: new(false)})
		same(t, "without the default, Anna's consultations have no room", stranded, []string{"apt_annaEvening", "apt_annaVideo"})
	})
}
