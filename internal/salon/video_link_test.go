package salon_test

import (
	"context"
	"crypto/rand"
	"strings"
	"testing"

	"visavis/ent/videolink"
	"visavis/internal/problem"
	"visavis/internal/salon"
	"visavis/internal/store"
)

func TestTwoPeopleNeverShareARoom(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		twin, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("845 1234 5678")})
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: new("https://us02web.zoom.us/j/84512345678?pwd=geheim")}, "LINK_OF_ANOTHER_PERSON link")
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: new("https://meet.jit.si/VISAVIS-demo-anna")}, "LINK_OF_ANOTHER_PERSON link")

		// A person's own profiles may, and the same profile may write it otherwise.
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: twin.ID, Link: new("https://zoom.us/j/84512345678")})
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("https://zoom.us/j/84512345678?pwd=neu")})
		links, err := s.VideoLinksOf(byOwner(t), []string{anna, twin.ID})
		check(t, err)
		same(t, "Anna's", []any{links[anna].Provider, links[anna].URL}, []any{videolink.ProviderZOOM, "https://zoom.us/j/84512345678?pwd=neu"})
		same(t, "her twin's", links[twin.ID].URL, "https://zoom.us/j/84512345678")

		// Once both have left the room, it is free.
		s.do(t, salon.StaffVideoLinkRemoveInput{StaffID: anna})
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: new("845 1234 5678")}, "LINK_OF_ANOTHER_PERSON link")
		s.do(t, salon.StaffVideoLinkRemoveInput{StaffID: twin.ID})
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: new("845 1234 5678")})
	})
}

func TestInvalidVideoLinks(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for link, want := range map[string]string{
			"":                                 "REQUIRED link",
			"http://meet.jit.si/anna":          "LINK_NOT_HTTPS link",
			"https://anna:pw@meet.jit.si/anna": "LINK_HAS_CREDENTIALS link",
			"https://meet.jit.si":              "LINK_NOT_A_ROOM link",
			"salon":                            "PROVIDER_REQUIRED link",
		} {
			s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new(link)}, want)
		}
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("salon"), Provider: new(videolink.ProviderZOOM)}, "MEETING_ID_INVALID link")
		long := "https://video.example/" + strings.Repeat("x", 1979)
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new(long)}, "TOO_LONG link")
	})
}

func TestEveryDatabaseKeepsTheLongestLinkAndOddBytes(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		longest := "https://video.example/"
		for len(longest) < 1974 {
			longest += rand.Text() // which no index can compress
		}
		for _, link := range []string{longest, "https://video.example/%00%FF", "https://friseur-müller.example/Tür"} {
			s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new(link)})
			s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: new(link)}, "LINK_OF_ANOTHER_PERSON link")
		}
	})
}

func TestPeopleMayShareAServiceThatMakesARoomForEachAppointment(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		twin, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
		for _, profile := range []string{anna, twin.ID, ben} {
			s.do(t, salon.StaffVideoLinkSetInput{StaffID: profile, Link: new("https://meet.jit.si"), RoomPerAppointment: new(true)})
		}
		links, err := s.VideoLinksOf(byOwner(t), []string{anna, ben})
		check(t, err)
		same(t, "Ben's", []any{links[ben].URL, links[ben].RoomPerAppointment}, []any{"https://meet.jit.si", true})
		s.do(t, salon.StaffSamePersonSetInput{ID: twin.ID}) // no room stands in the way
	})
}

func TestWhatIsNotSentKeepsItsValueInAVideoLink(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		linkOf := func() []any {
			links, err := s.VideoLinksOf(byOwner(t), []string{anna})
			check(t, err)
			return []any{links[anna].Provider, links[anna].URL, links[anna].RoomPerAppointment}
		}
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("https://meet.jit.si"), RoomPerAppointment: new(true)})
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("https://meet.jit.si/salon")})
		same(t, "a link alone", linkOf(), []any{videolink.ProviderJITSI, "https://meet.jit.si/salon", true})
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("https://zoom.us/j/84512345678")}, "ROOMS_UNSUPPORTED link")
		same(t, "a refusal changes nothing", linkOf(), []any{videolink.ProviderJITSI, "https://meet.jit.si/salon", true})
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, RoomPerAppointment: new(false)})
		same(t, "the switch alone", linkOf(), []any{videolink.ProviderJITSI, "https://meet.jit.si/salon", false})

		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("https://video.salon.example/anna"), Provider: new(videolink.ProviderJITSI)})
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("https://video.salon.example/anna-neu")})
		same(t, "a chosen provider on the same host", linkOf(), []any{videolink.ProviderJITSI, "https://video.salon.example/anna-neu", false})
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Provider: new(videolink.ProviderOTHER)})
		same(t, "the provider alone", linkOf(), []any{videolink.ProviderOTHER, "https://video.salon.example/anna-neu", false})
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: anna, Link: new("845 1234 5678")})
		same(t, "another provider's link", linkOf(), []any{videolink.ProviderZOOM, "https://zoom.us/j/84512345678", false})
		s.do(t, salon.StaffVideoLinkRemoveInput{StaffID: anna})
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: anna, RoomPerAppointment: new(true)}, "REQUIRED link")
	})
}

func TestAStartBringsVideoLinksUpToDate(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		write := func(profile, url, room string) {
			t.Helper()
			check(t, s.store.Write(byOwner(t), func(ctx context.Context, tx *store.Tx) error {
				return tx.VideoLink.Update().Where(videolink.StaffID(profile)).SetProvider(videolink.ProviderZOOM).SetURL(url).SetRoom(room).Exec(ctx)
			}))
		}
		twin, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: new("https://meet.jit.si/ben")})
		// As versions before stored them: two ways to write a room, of one person and of another one.
		write(anna, "https://zoom.us/my/anna", "zoom.us/my/anna")
		write(twin.ID, "https://us02web.zoom.us/my/anna?pwd=a&zak=host", "us02web.zoom.us/my/anna?pwd=a&zak=host")
		write(ben, "https://us03web.zoom.us/my/anna", "us03web.zoom.us/my/anna")
		for range 2 { // starts
			unclear, err := salon.RefreshVideoRooms(byOwner(t), s.store)
			check(t, err)
			same(t, "unclear", unclear, salon.UnclearVideoRooms{Shared: 1})
		}
		links, err := s.VideoLinksOf(byOwner(t), []string{anna, twin.ID, ben})
		check(t, err)
		same(t, "Anna's", []string{links[anna].URL, links[anna].Room}, []string{"https://zoom.us/my/anna", "zoom:my/anna"})
		same(t, "her twin's", []string{links[twin.ID].URL, links[twin.ID].Room}, []string{"https://us02web.zoom.us/my/anna?pwd=a", "zoom:my/anna"})
		same(t, "Ben's", []string{links[ben].URL, links[ben].Room}, []string{"https://us03web.zoom.us/my/anna", "us03web.zoom.us/my/anna"})
		same(t, "what is wrong", []*problem.Problem{salon.VideoLinkProblem(links[anna]), salon.VideoLinkProblem(links[twin.ID]), salon.VideoLinkProblem(links[ben])},
			[]*problem.Problem{nil, nil, problem.New(problem.LinkOfAnotherPerson, "link")})
		// The next save tells, too.
		s.refuses(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: new("https://us03web.zoom.us/my/anna")}, "LINK_OF_ANOTHER_PERSON link")

		write(ben, "https://zoom.us/profile", "zoom.us/profile")
		unclear, err := salon.RefreshVideoRooms(byOwner(t), s.store)
		check(t, err)
		same(t, "unclear", unclear, salon.UnclearVideoRooms{Refused: 1})
		links, err = s.VideoLinksOf(byOwner(t), []string{ben})
		check(t, err)
		same(t, "what is wrong", salon.VideoLinkProblem(links[ben]), problem.New(problem.LinkNotARoom, "link"))
	})
}
