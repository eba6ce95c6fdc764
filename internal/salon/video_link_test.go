package salon_test

import (
	"crypto/rand"
	"strings"
	"testing"

	"visavis/ent/videolink"
	"visavis/internal/salon"
)

func TestTwoPeopleNeverShareARoom(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		twin, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: "845 1234 5678"})
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: "https://us02web.zoom.us/j/84512345678?pwd=geheim"}, "LINK_OF_ANOTHER_PERSON link")
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: "https://meet.jit.si/VISAVIS-demo-anna"}, "LINK_OF_ANOTHER_PERSON link")

		// A person's own profiles may, and the same profile may write it otherwise.
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: twin.ID, Link: "https://zoom.us/j/84512345678"})
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: "https://zoom.us/j/84512345678?pwd=neu"})
		links, err := s.VideoLinksOf(byOwner(t), []string{anna, twin.ID})
		check(t, err)
		same(t, "Anna's", []any{links[anna].Provider, links[anna].URL}, []any{videolink.ProviderZOOM, "https://zoom.us/j/84512345678?pwd=neu"})
		same(t, "her twin's", links[twin.ID].URL, "https://zoom.us/j/84512345678")

		// Once both have left the room, it is free.
		s.do(t, salon.StaffVideoLinkRemoveInput{StaffID: anna})
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: "845 1234 5678"}, "LINK_OF_ANOTHER_PERSON link")
		s.do(t, salon.StaffVideoLinkRemoveInput{StaffID: twin.ID})
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: "845 1234 5678"})
	})
}

func TestInvalidVideoLinks(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for link, want := range map[string]string{
			"":                                 "REQUIRED link",
			"http://meet.jit.si/anna":          "LINK_NOT_HTTPS link",
			"https://anna:pw@meet.jit.si/anna": "LINK_HAS_CREDENTIALS link",
			"https://meet.jit.si":              "LINK_INVALID link",
			"salon":                            "PROVIDER_REQUIRED link",
		} {
			s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: link}, want)
		}
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: "salon", Provider: new(videolink.ProviderZOOM)}, "MEETING_ID_INVALID link")
		long := "https://video.example/" + strings.Repeat("x", 1979)
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: long}, "TOO_LONG link")
	})
}

func TestEveryDatabaseKeepsTheLongestLinkAndOddBytes(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		longest := "https://video.example/"
		for len(longest) < 1974 {
			longest += rand.Text() // which no index can compress
		}
		for _, link := range []string{longest, "https://video.example/%00%FF", "https://friseur-müller.example/Tür"} {
			s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: link})
			s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: link}, "LINK_OF_ANOTHER_PERSON link")
		}
	})
}

func TestPeopleMayShareAServiceThatMakesARoomForEachAppointment(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		twin, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
		for _, profile := range []string{anna, twin.ID, ben} {
			s.do(t, salon.StaffVideoLinkSetInput{StaffID: profile, Link: "https://meet.jit.si", RoomPerAppointment: true})
		}
		links, err := s.VideoLinksOf(byOwner(t), []string{anna, ben})
		check(t, err)
		same(t, "Ben's", []any{links[ben].URL, links[ben].RoomPerAppointment}, []any{"https://meet.jit.si", true})
		s.do(t, salon.StaffSamePersonSetInput{ID: twin.ID}) // no room stands in the way
	})
}
