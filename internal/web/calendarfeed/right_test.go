package calendarfeed_test

import (
	"context"
	"net/http"
	"testing"

	"visavis/ent"
	"visavis/ent/staff"
)

// A role that is lowered while a feed is made, which its deletion misses.
func TestTheRightIsAskedWhenAFeedIsRead(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		bens := s.renew(t, ben)
		s.expect(t, bens, http.StatusOK)
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.Staff.UpdateOneID(anna).SetRole(staff.RoleMEMBER).ExecX(ctx)
		})
		s.expect(t, bens, http.StatusNotFound)
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.Staff.UpdateOneID(anna).SetRole(staff.RoleOWNER).SetArchivedAt(1).ExecX(ctx)
		})
		s.expect(t, bens, http.StatusNotFound)
	})
}
