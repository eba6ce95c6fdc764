package system

import (
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
	"visavis/test/harness"
)

// The starts of a consultation of 30 minutes and of a cut of 45 minutes between 9:00 and 12:00.
const (
	nineToTwelve    = " 09:00 09:15 09:30 09:45 10:00 10:15 10:30 10:45 11:00 11:15 11:30"
	cutNineToTwelve = " 09:00 09:15 09:30 09:45 10:00 10:15 10:30 10:45 11:00 11:15"
)

// openSalon has one branch in Berlin, open on Tuesdays from 9:00 to 12:00, where Anna cuts hair.
type openSalon struct {
	*harness.Server
	branch, hair, video, anna string
}

func newOpenSalon(t *testing.T, databaseURL string) openSalon {
	s := harness.Start(t, config.Config{DatabaseURL: databaseURL})
	salon := openSalon{Server: s}
	tuesday := []harness.Variables{{"weekday": "TUESDAY", "from": "09:00", "to": "12:00"}}
	salon.branch = s.Create("branchCreate", "branch", harness.Variables{"name": "Salon Mitte", "timeZone": "Europe/Berlin"})
	salon.ExpectBookable(salon.branch, "a new branch", nil, nil)
	changes := s.SubscribeToChanges(salon.branch, s.LastChange(salon.branch))

	s.Mutate("branchOpeningHoursReplace", "branch { id }", harness.Variables{"branchId": salon.branch, "hours": tuesday})
	changes.ExpectChange("OPENING_HOURS")
	salon.hair = s.Create("serviceCategoryCreate", "serviceCategory", harness.Variables{"name": "Haare"})
	changes.ExpectChange("SERVICE")
	s.Create("serviceCreate", "service", harness.Variables{"categoryId": salon.hair, "name": "Haarschnitt", "delivery": "IN_SALON", "duration": "PT45M"})
	changes.ExpectChange("SERVICE")
	salon.anna = s.Create("staffCreate", "staff", harness.Variables{"firstName": "Anna", "branchIds": []string{salon.branch}})
	changes.ExpectChange("STAFF Anna")
	s.Mutate("staffCompetencySet", "staff { id }", harness.Variables{"staffId": salon.anna, "categoryId": salon.hair, "qualified": true})
	changes.ExpectChange("COMPETENCY Anna")
	salon.ExpectBookable(salon.branch, "without a work plan", nil, nil)
	s.Mutate("staffWorkPlanReplace", "staff { id }", harness.Variables{"staffId": salon.anna, "branchId": salon.branch, "shifts": tuesday})
	changes.ExpectChange("WORK_PLAN Anna")
	salon.ExpectBookable(salon.branch, "the salon as ever", nil, []string{"Haarschnitt · Anna · 2026-11-24 ·" + cutNineToTwelve})

	salon.video = s.Create("serviceCategoryCreate", "serviceCategory", harness.Variables{"name": "Video-Beratungen"})
	changes.ExpectChange("SERVICE")
	s.Create("serviceCreate", "service", harness.Variables{"categoryId": salon.video, "name": "Farbberatung", "delivery": "VIDEO", "duration": "PT30M"})
	changes.ExpectChange("SERVICE")
	return salon
}

func TestSalonOpen(t *testing.T) {
	t.Parallel()
	storetest.EachURL(t, func(t *testing.T, url string) {
		s := newOpenSalon(t, url)
		changes := s.SubscribeToChanges(s.branch, s.LastChange(s.branch))
		cuts := []string{"Haarschnitt · Anna · 2026-11-24 ·" + cutNineToTwelve}
		s.ExpectBookable(s.branch, "before", nil, cuts)

		s.Mutate("staffCompetencySet", "staff { id }", harness.Variables{"staffId": s.anna, "categoryId": s.video, "qualified": true})
		changes.ExpectChange("COMPETENCY Anna")
		s.ExpectBookable(s.branch, "competent, without a link", nil, cuts)

		s.Mutate("staffVideoLinkSet", "staff { id }", harness.Variables{"staffId": s.anna, "link": "845 1234 5678", "provider": "ZOOM"})
		changes.ExpectChange("VIDEO_LINK Anna")
		s.ExpectBookable(s.branch, "with a link", []string{"Farbberatung · Anna · 2026-11-24 ·" + nineToTwelve}, cuts)

		// A subscriber who resumes receives every change in order.
		late := s.SubscribeToChanges(s.branch, changes.LastID)
		s.Mutate("staffAbsenceAdd", "absence { id }", harness.Variables{
			"staffId": s.anna, "kind": "SICK", "days": harness.Variables{"first": "2026-11-24", "last": "2026-11-24"}})
		changes.ExpectChange("ABSENCE Anna 2026-11-24 2026-11-24")
		late.ExpectChange("ABSENCE Anna 2026-11-24 2026-11-24")
		s.ExpectBookable(s.branch, "sick on Tuesday", nil, nil)
	})
}

func TestSalonClosedByHand(t *testing.T) {
	t.Parallel()
	storetest.EachURL(t, func(t *testing.T, url string) {
		s := newOpenSalon(t, url)
		s.Mutate("staffCompetencySet", "staff { id }", harness.Variables{"staffId": s.anna, "categoryId": s.video, "qualified": true})
		s.Mutate("staffVideoLinkSet", "staff { id }", harness.Variables{"staffId": s.anna, "link": "https://meet.google.com/abc-defg-hij"})
		s.Mutate("branchOpeningExceptionSet", "openingException { date }", harness.Variables{
			"branchId": s.branch, "date": "2026-11-24", "intervals": []harness.Variables{}, "reason": "Wasserschaden"})
		s.ExpectBookable(s.branch, "closed", nil, nil)
		changes := s.SubscribeToChanges(s.branch, s.LastChange(s.branch))

		videoAnna := s.Create("staffCreate", "staff", harness.Variables{"firstName": "Video Anna", "samePersonAs": s.anna})
		s.Mutate("staffCompetencySet", "staff { id }", harness.Variables{"staffId": videoAnna, "categoryId": s.video, "qualified": true})
		changes.ExpectChange("COMPETENCY Video Anna")
		s.Mutate("staffVideoLinkSet", "staff { id }", harness.Variables{"staffId": videoAnna, "link": "https://meet.google.com/abc-defg-hij"})
		changes.ExpectChange("VIDEO_LINK Video Anna")
		s.Mutate("staffBranchSet", "staff { id }", harness.Variables{"staffId": videoAnna, "branchId": s.branch, "active": true})
		changes.ExpectChange("BRANCH_LIBRARY Video Anna")

		s.Mutate("staffWorkPlanClear", "staff { id }", harness.Variables{"branchId": s.branch, "exceptStaffIds": []string{videoAnna}})
		changes.ExpectChange("WORK_PLAN Anna Olga 2026-11-23") // Olga is active in the first branch, as its owner
		s.Mutate("branchOpeningExceptionSet", "openingException { date }", harness.Variables{
			"branchId": s.branch, "date": "2026-11-24", "intervals": []harness.Variables{{"from": "14:00", "to": "16:00"}}})
		changes.ExpectChange("OPENING_EXCEPTION 2026-11-24 2026-11-24")
		s.ExpectBookable(s.branch, "open again, nobody works", nil, nil)

		s.Mutate("staffWorkPlanReplace", "staff { id }", harness.Variables{
			"staffId": videoAnna, "branchId": s.branch, "shifts": []harness.Variables{{"weekday": "TUESDAY", "from": "15:00", "to": "17:00"}}})
		changes.ExpectChange("WORK_PLAN Video Anna")
		s.ExpectBookable(s.branch, "video only", []string{"Farbberatung · Video Anna · 2026-11-24 · 15:00 15:15 15:30"}, nil)
	})
}

func TestVideoOnlyMode(t *testing.T) {
	t.Parallel()
	storetest.EachURL(t, func(t *testing.T, url string) {
		s := newOpenSalon(t, url)
		s.Mutate("staffCompetencySet", "staff { id }", harness.Variables{"staffId": s.anna, "categoryId": s.video, "qualified": true})
		s.Mutate("staffVideoLinkSet", "staff { id }", harness.Variables{"staffId": s.anna, "link": "https://meet.jit.si/SalonMitteAnna"})
		asEver := []string{"Farbberatung · Anna · 2026-11-24 ·" + nineToTwelve}
		cuts := []string{"Haarschnitt · Anna · 2026-11-24 ·" + cutNineToTwelve}
		s.ExpectBookable(s.branch, "before", asEver, cuts)
		changes := s.SubscribeToChanges(s.branch, s.LastChange(s.branch))

		mode := harness.Variables{
			"branchId": s.branch, "from": "2026-11-24", "until": "2026-11-30", "staffIds": []string{s.anna},
			"hours": []harness.Variables{{"weekday": "SUNDAY", "from": "20:00", "to": "21:00"}},
		}
		evening := []string{"Farbberatung · Anna · 2026-11-29 · 20:00 20:15 20:30"}
		preview := s.Query(`query($input: VideoOnlyModeStartInput!) { videoOnlyModePreview(input: $input) {
			staff { ready staff { displayName } } affectedAppointments { nodes { id } } bookableVideoConsultations { days { date starts } } } }`,
			harness.Variables{"input": mode})["videoOnlyModePreview"].(map[string]any)
		if days := harness.List(harness.List(preview["bookableVideoConsultations"])[0]["days"]); len(days) != 1 || days[0]["date"] != "2026-11-29" {
			t.Errorf("the preview shows %v", days)
		}
		if consulting := harness.List(preview["staff"]); len(consulting) != 1 || consulting[0]["ready"] != true {
			t.Errorf("the preview says of who consults: %v", consulting)
		}
		s.ExpectBookable(s.branch, "after the preview", asEver, cuts)

		modeID := s.Create("videoOnlyModeStart", "videoOnlyMode", mode)
		changes.ExpectChange("VIDEO_ONLY_MODE 2026-11-24 2026-11-30")
		s.ExpectBookable(s.branch, "on", evening, nil)
		s.Mutate("videoOnlyModeEnd", "branch { id }", harness.Variables{"id": modeID})
		changes.ExpectChange("VIDEO_ONLY_MODE 2026-11-24 2026-11-30")
		s.ExpectBookable(s.branch, "off", asEver, cuts)

		delete(mode, "hours")
		s.Create("videoOnlyModeStart", "videoOnlyMode", mode)
		changes.ExpectChange("VIDEO_ONLY_MODE 2026-11-24 2026-11-30")
		s.ExpectBookable(s.branch, "on, as in the work plan", asEver, nil)
	})
}
