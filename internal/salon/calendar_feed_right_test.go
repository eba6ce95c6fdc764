package salon_test

import (
	"context"
	"testing"

	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/salon"
)

// Of two profiles of a person, the higher role decides.
func TestNobodyMakesAFeedOfAHigherRole(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		twin, err := s.StaffDuplicateForVideo(byOwner(t), salon.StaffDuplicateForVideoInput{StaffID: anna})
		check(t, err)
		video := actor.With(t.Context(), actor.Actor{Role: actor.Member, StaffID: twin.ID, PersonID: twin.PersonID, Fresh: true})
		for name, test := range map[string]struct {
			as      context.Context
			staffID string
			want    []string
		}{
			"the manager, of the owner":                 {by(t, actor.Manager, "clara"), anna, []string{"ROLE_TOO_HIGH staffId"}},
			"the manager, of the owner's video profile": {by(t, actor.Manager, "clara"), twin.ID, []string{"ROLE_TOO_HIGH staffId"}},
			"the owner's video profile, of itself":      {video, twin.ID, []string{"ROLE_TOO_HIGH staffId"}},
			"a member, of the owner's video profile":    {by(t, actor.Member, "ben"), twin.ID, []string{"OWN_COLUMN_ONLY staffId"}},
			"the owner, of her video profile":           {byOwner(t), twin.ID, nil},
			"the manager, of a member":                  {by(t, actor.Manager, "clara"), ben, nil},
			"a member, of themselves":                   {by(t, actor.Member, "ben"), ben, nil},
		} {
			_, err := s.StaffCalendarFeedRenew(test.as, salon.StaffCalendarFeedRenewInput{StaffID: test.staffID})
			same(t, name, problemsOf(err), test.want)
		}
	})
}

// Clara, a manager, has made a feed of Ben, a member.
func TestAFeedEndsWithTheRightToIt(t *testing.T) {
	for name, end := range map[string]func(t *testing.T, s *testSalon){
		"its maker is archived":       func(t *testing.T, s *testSalon) { s.do(t, salon.StaffArchiveInput{ID: clara}) },
		"the person is archived":      func(t *testing.T, s *testSalon) { s.do(t, salon.StaffArchiveInput{ID: ben}) },
		"its maker becomes a member":  func(t *testing.T, s *testSalon) { s.do(t, salon.StaffRoleSetInput{ID: clara, Role: staff.RoleMEMBER}) },
		"the person becomes an owner": func(t *testing.T, s *testSalon) { s.do(t, salon.StaffRoleSetInput{ID: ben, Role: staff.RoleOWNER}) },
		"the person is somebody else": func(t *testing.T, s *testSalon) {
			s.do(t, salon.StaffSamePersonSetInput{ID: ella, SamePersonAs: new(ben)})
		},
		"its maker is somebody else": func(t *testing.T, s *testSalon) {
			s.do(t, salon.StaffSamePersonSetInput{ID: clara, SamePersonAs: new(ella)})
		},
		"the person gets a higher profile": func(t *testing.T, s *testSalon) {
			s.do(t, salon.StaffCreateInput{FirstName: "Chef", Role: staff.RoleOWNER, SamePersonAs: new(ben)})
		},
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, s *testSalon) {
				_, err := s.StaffCalendarFeedRenew(by(t, actor.Manager, "clara"), salon.StaffCalendarFeedRenewInput{StaffID: ben})
				check(t, err)
				others, err := s.StaffCalendarFeedRenew(byOwner(t), salon.StaffCalendarFeedRenewInput{StaffID: david})
				check(t, err)
				end(t, s)
				exist, err := s.CalendarFeedsOf(byOwner(t), []string{"prs_demo-ben", "prs_demo-david"})
				check(t, err)
				same(t, "the feed of Ben", exist["prs_demo-ben"], false)
				s.checkCalendarFeed(t, david, others)
			})
		})
	}
}
