package schedule

import (
	"testing"
	"time"

	"visavis/ent"
	"visavis/internal/civil"
)

func TestPlansAscendAndTheOpenOnesComeFirst(t *testing.T) {
	monday := civil.NewDate(2026, time.November, 23)
	sunday := monday.AddDays(-1)
	plan := func(from *civil.Date, start civil.Date) *ent.WorkPlan {
		return &ent.WorkPlan{ValidFrom: from, RotationStart: start, RotationWeeks: 1}
	}
	plans := plansOf([]*ent.WorkPlan{plan(&monday, 1), plan(nil, 2), plan(&sunday, 3), plan(nil, 4)})
	for i, want := range []civil.Date{2, 4, 3, 1} {
		if plans[i].Start != want {
			t.Errorf("plan %d is the one of %d, want %d", i, plans[i].Start, want)
		}
	}
}

func TestACompetencyForTheServiceOverridesItsCategory(t *testing.T) {
	services := []*ent.Service{{ID: "cut", CategoryID: "hair"}, {ID: "colour", CategoryID: "hair"}, {ID: "advice", CategoryID: "video"}}
	for _, test := range []struct {
		competencies []*ent.Competency
		want         [3]bool
	}{
		{nil, [3]bool{}},
		{[]*ent.Competency{{CategoryID: new("hair"), Qualified: true}}, [3]bool{true, true, false}},
		{[]*ent.Competency{{CategoryID: new("hair"), Qualified: true}, {ServiceID: new("cut")}}, [3]bool{false, true, false}},
		{[]*ent.Competency{{ServiceID: new("cut"), Qualified: true}, {CategoryID: new("hair")}}, [3]bool{true, false, false}},
	} {
		competence := Competence(test.competencies, services)
		for i, s := range services {
			if competence[s.ID] != test.want[i] {
				t.Errorf("%v: %s is %t", test.competencies, s.ID, competence[s.ID])
			}
		}
	}
}
