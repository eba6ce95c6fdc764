package main

import (
	"testing"

	"visavis/internal/config"
	"visavis/internal/store/storetest"
)

// What a half-hour consultation offers between nine and twelve, and a cut of 45 minutes.
const (
	nineToTwelve    = " 09:00 09:15 09:30 09:45 10:00 10:15 10:30 10:45 11:00 11:15 11:30"
	cutNineToTwelve = " 09:00 09:15 09:30 09:45 10:00 10:15 10:30 10:45 11:00 11:15"
)

// openSalon is a salon with one branch in Berlin that is open on Tuesdays from
// nine to twelve, in which Anna cuts hair.
type openSalon struct {
	*salonServer
	branch, hair, video, anna string
}

func newOpenSalon(t *testing.T, databaseURL string) openSalon {
	s := startServer(t, config.Config{DatabaseURL: databaseURL})
	salon := openSalon{salonServer: s}
	tuesday := []variables{{"weekday": "TUESDAY", "from": "09:00", "to": "12:00"}}
	salon.branch = s.create("branchCreate", "branch", variables{"name": "Salon Mitte", "timeZone": "Europe/Berlin"})
	salon.expect(salon.branch, "a new branch", nil, nil)
	changes := s.listen(salon.branch, s.lastChange(salon.branch))

	s.mutate("branchOpeningHoursReplace", "branch { id }", variables{"branchId": salon.branch, "hours": tuesday})
	changes.hears("OPENING_HOURS")
	salon.hair = s.create("serviceCategoryCreate", "serviceCategory", variables{"name": "Haare"})
	changes.hears("SERVICE")
	s.create("serviceCreate", "service", variables{"categoryId": salon.hair, "name": "Haarschnitt", "delivery": "IN_SALON", "duration": "PT45M"})
	changes.hears("SERVICE")
	salon.anna = s.create("staffCreate", "staff", variables{"firstName": "Anna", "branchIds": []string{salon.branch}})
	changes.hears("STAFF Anna")
	s.mutate("staffCompetencySet", "staff { id }", variables{"staffId": salon.anna, "categoryId": salon.hair, "qualified": true})
	changes.hears("COMPETENCY Anna")
	salon.expect(salon.branch, "without a work plan", nil, nil)
	s.mutate("staffWorkPlanReplace", "staff { id }", variables{"staffId": salon.anna, "branchId": salon.branch, "shifts": tuesday})
	changes.hears("WORK_PLAN Anna")
	salon.expect(salon.branch, "the salon as ever", nil, []string{"Haarschnitt · Anna · 2026-11-24 ·" + cutNineToTwelve})

	salon.video = s.create("serviceCategoryCreate", "serviceCategory", variables{"name": "Video-Beratungen"})
	changes.hears("SERVICE")
	s.create("serviceCreate", "service", variables{"categoryId": salon.video, "name": "Farbberatung", "delivery": "VIDEO", "duration": "PT30M"})
	changes.hears("SERVICE")
	return salon
}

func TestSalonOpen(t *testing.T) {
	storetest.EachURL(t, func(t *testing.T, url string) {
		s := newOpenSalon(t, url)
		changes := s.listen(s.branch, s.lastChange(s.branch))
		cuts := []string{"Haarschnitt · Anna · 2026-11-24 ·" + cutNineToTwelve}
		s.expect(s.branch, "before", nil, cuts)

		s.mutate("staffCompetencySet", "staff { id }", variables{"staffId": s.anna, "categoryId": s.video, "qualified": true})
		changes.hears("COMPETENCY Anna")
		s.expect(s.branch, "competent, without a link", nil, cuts)

		s.mutate("staffVideoLinkSet", "staff { id }", variables{"staffId": s.anna, "link": "845 1234 5678", "provider": "ZOOM"})
		changes.hears("VIDEO_LINK Anna")
		s.expect(s.branch, "with a link", []string{"Farbberatung · Anna · 2026-11-24 ·" + nineToTwelve}, cuts)

		// Somebody who was away learns of all of it, in order.
		late := s.listen(s.branch, changes.lastID)
		s.mutate("staffAbsenceAdd", "absence { id }", variables{
			"staffId": s.anna, "kind": "SICK", "days": variables{"first": "2026-11-24", "last": "2026-11-24"}})
		changes.hears("ABSENCE Anna 2026-11-24 2026-11-24")
		late.hears("ABSENCE Anna 2026-11-24 2026-11-24")
		s.expect(s.branch, "sick on Tuesday", nil, nil)
	})
}

func TestSalonClosedByHand(t *testing.T) {
	storetest.EachURL(t, func(t *testing.T, url string) {
		s := newOpenSalon(t, url)
		s.mutate("staffCompetencySet", "staff { id }", variables{"staffId": s.anna, "categoryId": s.video, "qualified": true})
		s.mutate("staffVideoLinkSet", "staff { id }", variables{"staffId": s.anna, "link": "https://meet.google.com/abc-defg-hij"})
		s.mutate("branchOpeningExceptionSet", "openingException { date }", variables{
			"branchId": s.branch, "date": "2026-11-24", "intervals": []variables{}, "reason": "Wasserschaden"})
		s.expect(s.branch, "closed", nil, nil)
		changes := s.listen(s.branch, s.lastChange(s.branch))

		videoAnna := s.create("staffCreate", "staff", variables{"firstName": "Video Anna", "samePersonAs": s.anna})
		s.mutate("staffCompetencySet", "staff { id }", variables{"staffId": videoAnna, "categoryId": s.video, "qualified": true})
		changes.hears("COMPETENCY Video Anna")
		s.mutate("staffVideoLinkSet", "staff { id }", variables{"staffId": videoAnna, "link": "https://meet.google.com/abc-defg-hij"})
		changes.hears("VIDEO_LINK Video Anna")
		s.mutate("staffBranchSet", "staff { id }", variables{"staffId": videoAnna, "branchId": s.branch, "active": true})
		changes.hears("BRANCH_LIBRARY Video Anna")

		s.mutate("staffWorkPlanClear", "staff { id }", variables{"branchId": s.branch, "exceptStaffIds": []string{videoAnna}})
		changes.hears("WORK_PLAN Anna 2026-11-23")
		s.mutate("branchOpeningExceptionSet", "openingException { date }", variables{
			"branchId": s.branch, "date": "2026-11-24", "intervals": []variables{{"from": "14:00", "to": "16:00"}}})
		changes.hears("OPENING_EXCEPTION 2026-11-24 2026-11-24")
		s.expect(s.branch, "open again, nobody works", nil, nil)

		s.mutate("staffWorkPlanReplace", "staff { id }", variables{
			"staffId": videoAnna, "branchId": s.branch, "shifts": []variables{{"weekday": "TUESDAY", "from": "15:00", "to": "17:00"}}})
		changes.hears("WORK_PLAN Video Anna")
		s.expect(s.branch, "video only", []string{"Farbberatung · Video Anna · 2026-11-24 · 15:00 15:15 15:30"}, nil)
	})
}

func TestVideoOnlyMode(t *testing.T) {
	storetest.EachURL(t, func(t *testing.T, url string) {
		s := newOpenSalon(t, url)
		s.mutate("staffCompetencySet", "staff { id }", variables{"staffId": s.anna, "categoryId": s.video, "qualified": true})
		s.mutate("staffVideoLinkSet", "staff { id }", variables{"staffId": s.anna, "link": "https://meet.jit.si/SalonMitteAnna"})
		asEver := []string{"Farbberatung · Anna · 2026-11-24 ·" + nineToTwelve}
		cuts := []string{"Haarschnitt · Anna · 2026-11-24 ·" + cutNineToTwelve}
		s.expect(s.branch, "before", asEver, cuts)
		changes := s.listen(s.branch, s.lastChange(s.branch))

		mode := variables{
			"branchId": s.branch, "from": "2026-11-24", "until": "2026-11-30", "staffIds": []string{s.anna},
			"hours": []variables{{"weekday": "SUNDAY", "from": "20:00", "to": "21:00"}},
		}
		evening := []string{"Farbberatung · Anna · 2026-11-29 · 20:00 20:15 20:30"}
		preview := s.query(`query($input: VideoOnlyModeStartInput!) { videoOnlyModePreview(input: $input) {
			staff { ready staff { displayName } } affectedAppointments { id } bookableVideoConsultations { days { date starts } } } }`,
			variables{"input": mode})["videoOnlyModePreview"].(map[string]any)
		if days := list(list(preview["bookableVideoConsultations"])[0]["days"]); len(days) != 1 || days[0]["date"] != "2026-11-29" {
			t.Errorf("the preview shows %v", days)
		}
		if consulting := list(preview["staff"]); len(consulting) != 1 || consulting[0]["ready"] != true {
			t.Errorf("the preview says of who consults: %v", consulting)
		}
		s.expect(s.branch, "after the preview", asEver, cuts)

		modeID := s.create("videoOnlyModeStart", "videoOnlyMode", mode)
		changes.hears("VIDEO_ONLY_MODE 2026-11-24 2026-11-30")
		s.expect(s.branch, "on", evening, nil)
		s.mutate("videoOnlyModeEnd", "branch { id }", variables{"id": modeID})
		changes.hears("VIDEO_ONLY_MODE 2026-11-24 2026-11-30")
		s.expect(s.branch, "off", asEver, cuts)

		delete(mode, "hours")
		s.create("videoOnlyModeStart", "videoOnlyMode", mode)
		changes.hears("VIDEO_ONLY_MODE 2026-11-24 2026-11-30")
		s.expect(s.branch, "on, as in the work plan", asEver, nil)
	})
}
