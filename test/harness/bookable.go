package harness

import (
	"strings"

	"visavis/internal/civil"
)

// Bookable returns the bookable starts from Monday to Sunday: one line for each service, profile and day, in Berlin time.
func (s *Server) Bookable(query, branchID string) string {
	s.T.Helper()
	data := s.Query(`query($branch: ID!) { starts: `+query+`(branchId: $branch, from: "2026-11-23", to: "2026-11-29") {
		service { name } staff { displayName } days { date starts } } }`, Variables{"branch": branchID})
	berlin, err := civil.LoadZone("Europe/Berlin")
	if err != nil {
		s.T.Fatal(err)
	}
	var lines []string
	for _, offer := range List(data["starts"]) {
		for _, day := range List(offer["days"]) {
			line := offer["service"].(map[string]any)["name"].(string) + " · " +
				offer["staff"].(map[string]any)["displayName"].(string) + " · " + day["date"].(string) + " ·"
			for _, start := range day["starts"].([]any) {
				at, err := civil.ParseInstant(start.(string))
				if err != nil {
					s.T.Fatal(err)
				}
				line += " " + berlin.Local(at).Format("15:04")
			}
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// ExpectBookable compares the bookable starts of video consultations and of salon visits.
func (s *Server) ExpectBookable(branchID, step string, video, inSalon []string) {
	s.T.Helper()
	if got, want := s.Bookable("bookableVideoConsultations", branchID), strings.Join(video, "\n"); got != want {
		s.T.Errorf("%s: by video\n%s\nwant\n%s", step, got, want)
	}
	if got, want := s.Bookable("bookableSalonVisits", branchID), strings.Join(inSalon, "\n"); got != want {
		s.T.Errorf("%s: in the salon\n%s\nwant\n%s", step, got, want)
	}
}
