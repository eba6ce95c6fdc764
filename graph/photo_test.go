package graph_test

import (
	"strings"
	"testing"

	"visavis/internal/actor"
	"visavis/internal/demo/demotest"
)

// Ella serves nobody: she sees photos of calls as a manager, but not as a receptionist.
func TestPhotosOfAppointmentsAreForManagers(t *testing.T) {
	for role, want := range map[actor.Role]string{
		actor.Receptionist: `"photos":[]`,
		actor.Manager:      `"photos":[{"id":"PHO","sender":"CUSTOMER","width":1,"url":"`,
		actor.Owner:        `"photos":[{"id":"PHO","sender":"CUSTOMER","width":1,"url":"`,
	} {
		demotest.EachURL(t, func(t *testing.T, url string) {
			r := newReach(t, url, role)
			ids := r.ids["mitte"]
			want := strings.ReplaceAll(want, "PHO", ids["pho"])
			answer := r.answer(t, `{appointment(id:"`+ids["apt"]+`"){photos{id sender width url}}}`)
			if !strings.Contains(answer, want) || strings.Contains(want, "url") && !strings.Contains(answer, "/photos/"+ids["pho"]) {
				t.Errorf("%s gets %s, want %s", role.Name(), answer, want)
			}
		})
	}
}
