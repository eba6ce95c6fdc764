package salon_test

import (
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/internal/civil"
	"visavis/internal/salon"
)

func TestVideoOnlyMode(t *testing.T) {
	const (
		friday, saturday = "2026-11-27", "2026-11-28"
		first, last      = "2026-11-23", "2026-12-06"
	)
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.BranchOpeningExceptionSetInput{BranchID: west, Date: date(saturday)}) // closed
		s.do(t, salon.StaffBranchSetInput{StaffID: ben, BranchID: west, Active: true})
		const annaFriday = "Balayage 2026-11-27 14:00-14:30, Haarschnitt 2026-11-27 09:00-16:15, Farbberatung 2026-11-27 09:00-16:30, Pflegeberatung 2026-11-27 09:00-16:30"
		same(t, "as ever", s.starts(t, west, anna, friday, saturday), annaFriday)
		before := map[string]string{anna: s.starts(t, west, anna, first, last), david: s.starts(t, west, david, first, last)}

		row, _, err := s.VideoOnlyModeStart(byOwner(t), salon.VideoOnlyModeStartInput{
			BranchID: west, Until: dateRef("2026-11-29"), StaffIDs: []string{anna, ben, anna}, Message: new(" Wasserschaden "),
		})
		check(t, err)
		same(t, "the mode", []any{row.FirstDate, *row.LastDate, row.OwnHours, row.Message}, []any{date(first), date("2026-11-29"), false, "Wasserschaden"})
		consultants, err := s.ConsultantsOf(byOwner(t), []string{row.ID})
		check(t, err)
		same(t, "who consults", names(consultants[row.ID], func(p *ent.Staff) string { return p.ID }), []string{anna, ben})
		same(t, "Anna consults as in her plan, though the salon is closed", s.starts(t, west, anna, friday, saturday),
			"Farbberatung 2026-11-27 09:00-16:30, Farbberatung 2026-11-28 09:00-16:30, Pflegeberatung 2026-11-27 09:00-16:30, Pflegeberatung 2026-11-28 09:00-16:30")
		same(t, "David does not", s.starts(t, west, david, first, "2026-11-29"), "")
		same(t, "after it all is as ever", s.starts(t, west, david, "2026-12-01", "2026-12-01"), "Balayage 2026-12-01 09:00-15:30, Haarschnitt 2026-12-01 09:00-17:15, Farbberatung 2026-12-01 09:00-17:30, Pflegeberatung 2026-12-01 09:00-17:30")

		s.do(t, salon.VideoOnlyModeEndInput{ID: row.ID})
		for staffID, want := range before {
			same(t, "ended, for "+staffID, s.starts(t, west, staffID, first, last), want)
		}
		s.refuses(t, salon.VideoOnlyModeEndInput{ID: row.ID}, "NOT_FOUND id")
	})
}

func TestVideoOnlyModeWithItsOwnHours(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.StaffVideoLinkSetInput{StaffID: ben, Link: new("845 1234 5678")})
		s.do(t, salon.StaffCompetencySetInput{StaffID: ben, ServiceID: new(videoTint), Qualified: new(false)})
		row, _, err := s.VideoOnlyModeStart(byOwner(t), salon.VideoOnlyModeStartInput{
			BranchID: mitte, From: dateRef("2026-11-28"), Until: dateRef("2026-11-30"), StaffIDs: []string{ben, ella},
			Hours: append(weekly(t, "22:00-24:00", time.Sunday), weekly(t, "00:00-00:30", time.Monday)...),
		})
		check(t, err)
		same(t, "over midnight", s.starts(t, mitte, ben, "2026-11-28", "2026-11-30"), "Pflegeberatung 2026-11-29 22:00-23:45, Pflegeberatung 2026-11-30 00:00-00:00")
		same(t, "without a plan", s.starts(t, mitte, ella, "2026-11-28", "2026-11-30"),
			"Farbberatung 2026-11-29 22:00-23:45, Farbberatung 2026-11-30 00:00-00:00, Pflegeberatung 2026-11-29 22:00-23:45, Pflegeberatung 2026-11-30 00:00-00:00")
		audited := s.store.Client().AuditEntry.Query().Where(auditentry.SubjectID(row.ID)).OnlyX(byOwner(t))
		for _, told := range []string{row.ID, ben, ella, "2026-11-28", "22:00"} {
			if !strings.Contains(string(audited.After), told) {
				t.Errorf("the audit entry does not tell %s: %s", told, audited.After)
			}
		}
		hours, err := s.VideoOnlyHoursOf(byOwner(t), []string{row.ID, evenings, westMode})
		check(t, err)
		same(t, "the hours", []int{len(hours[row.ID]), len(hours[evenings]), len(hours[westMode])}, []int{2, 1, 0})
		same(t, "Monday first", hours[row.ID][0].Weekday, time.Monday)
		modes, err := s.VideoOnlyModesOf(byOwner(t), []string{mitte, west})
		check(t, err)
		same(t, "the modes of Mitte", names(modes[mitte], func(m *ent.VideoOnlyMode) string { return m.ID }), []string{row.ID, evenings})
		same(t, "the modes of West", names(modes[west], func(m *ent.VideoOnlyMode) string { return m.ID }), []string{westMode})
	})
}

func TestInvalidVideoOnlyModes(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.StaffArchiveInput{ID: ella})
		for _, test := range []struct {
			change func(*salon.VideoOnlyModeStartInput)
			want   string
		}{
			{func(i *salon.VideoOnlyModeStartInput) { i.StaffIDs = nil }, "REQUIRED staffIds"},
			{func(i *salon.VideoOnlyModeStartInput) { i.StaffIDs = []string{anna, ella} }, "ARCHIVED staffIds.1"},
			{func(i *salon.VideoOnlyModeStartInput) { i.StaffIDs = []string{david, anna} }, "NOT_IN_BRANCH staffIds.0"},
			{func(i *salon.VideoOnlyModeStartInput) { i.StaffIDs = []string{anna, mitte} }, "ID_OF_ANOTHER_KIND staffIds.1"},
			{func(i *salon.VideoOnlyModeStartInput) { i.StaffIDs = []string{anna, "stf_unknown"} }, "NOT_FOUND staffIds.1"},
			{func(i *salon.VideoOnlyModeStartInput) { i.StaffIDs = make([]string, 1001) }, "TOO_MANY staffIds"},
			{func(i *salon.VideoOnlyModeStartInput) { i.Hours = []salon.WeeklyInterval{} }, "REQUIRED hours"},
			{func(i *salon.VideoOnlyModeStartInput) { i.Hours = weekly(t, "09:00-10:00", time.Monday, time.Monday) }, "INTERVALS_OVERLAP hours.1.from"},
			{func(i *salon.VideoOnlyModeStartInput) { i.Hours = make([]salon.WeeklyInterval, 1) }, "INTERVAL_EMPTY hours.0.to"},
			{func(i *salon.VideoOnlyModeStartInput) { i.Message = new(strings.Repeat("x", 501)) }, "TOO_LONG message"},
			{func(i *salon.VideoOnlyModeStartInput) { i.Until = dateRef("2026-11-22") }, "RANGE_REVERSED until"},
			{func(i *salon.VideoOnlyModeStartInput) {
				i.From, i.Until = dateRef("2026-12-02"), dateRef("2026-12-01")
			}, "RANGE_REVERSED until"},
			{func(i *salon.VideoOnlyModeStartInput) {}, "VIDEO_ONLY_MODE_OVERLAPS from"},
			{func(i *salon.VideoOnlyModeStartInput) { i.Until = dateRef("2027-01-04") }, "VIDEO_ONLY_MODE_OVERLAPS from"},
			{func(i *salon.VideoOnlyModeStartInput) { i.From = dateRef("2027-01-10") }, "VIDEO_ONLY_MODE_OVERLAPS from"},
			{func(i *salon.VideoOnlyModeStartInput) {
				i.From, i.Until = dateRef("2027-01-06"), dateRef("2027-01-06")
			}, "VIDEO_ONLY_MODE_OVERLAPS from"},
			{func(i *salon.VideoOnlyModeStartInput) { i.BranchID = anna }, "ID_OF_ANOTHER_KIND branchId"},
			{func(i *salon.VideoOnlyModeStartInput) { i.BranchID = "brn_unknown" }, "NOT_FOUND branchId"},
		} {
			input := salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{anna}}
			test.change(&input)
			s.refuses(t, input, test.want)
			_, err := s.VideoOnlyModePreview(byOwner(t), input)
			same(t, "the preview says", problemsOf(err), []string{test.want})
		}
		// Side by side they may lie.
		s.do(t, salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{anna}, Until: dateRef("2027-01-03")})
		s.do(t, salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{anna}, From: dateRef("2027-01-11")})
		s.refuses(t, salon.VideoOnlyModeStartInput{BranchID: mitte, StaffIDs: []string{anna}, From: dateRef("2030-01-01"), Until: dateRef("2030-01-01")},
			"VIDEO_ONLY_MODE_OVERLAPS from")
	})
}

func TestVideoOnlyModeEndsToday(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		lastDates := func() []string {
			modes, err := s.VideoOnlyModesOf(byOwner(t), []string{west})
			check(t, err)
			return names(modes[west], func(m *ent.VideoOnlyMode) string { return m.FirstDate.String() + ".." + m.LastDate.String() })
		}
		s.now = berlin("2026-12-10 00:30") // the ninth, in UTC
		s.do(t, salon.VideoOnlyModeEndInput{ID: westMode})
		same(t, "under way", lastDates(), []string{"2026-12-07..2026-12-09"})
		ended := s.dump(t)
		s.do(t, salon.VideoOnlyModeEndInput{ID: westMode})
		same(t, "over already", s.dump(t), ended)

		started, _, err := s.VideoOnlyModeStart(byOwner(t), salon.VideoOnlyModeStartInput{
			BranchID: west, StaffIDs: []string{david}, Hours: weekly(t, "09:00-10:00", time.Monday),
		})
		check(t, err)
		same(t, "today", started.FirstDate, civil.NewDate(2026, time.December, 10))
		s.do(t, salon.VideoOnlyModeEndInput{ID: started.ID})
		same(t, "begun today", s.dump(t)["video_only_modes"], ended["video_only_modes"])
		same(t, "its hours", s.dump(t)["video_only_hours"], ended["video_only_hours"])
	})
}
