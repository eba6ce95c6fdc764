package salon_test

import (
	"slices"
	"strings"
	"testing"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/ent/calendarfeed"
	"visavis/internal/salon"
	"visavis/internal/secret"
)

func TestStaffCalendarFeedRenew(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		before := s.sequences(t)
		first, err := s.StaffCalendarFeedRenew(byOwner(t), salon.StaffCalendarFeedRenewInput{StaffID: anna})
		check(t, err)
		s.checkCalendarFeed(t, anna, first)
		second, err := s.StaffCalendarFeedRenew(byOwner(t), salon.StaffCalendarFeedRenewInput{StaffID: anna}) // in the same second
		check(t, err)
		s.checkCalendarFeed(t, anna, second)
		if first == second || len(first) < 26 {
			t.Errorf("the secrets are %q and %q", first, second)
		}
		same(t, "the newest changes", s.sequences(t), before) // no start depends on it

		entries := s.store.Client().AuditEntry.Query().Where(auditentry.SubjectID(anna)).Order(auditentry.ByID()).AllX(byOwner(t))
		told := names(entries, func(e *ent.AuditEntry) string { return e.Action + " " + string(e.Before) + string(e.After) })
		same(t, "the audit trail", len(told), 2)
		for _, text := range told {
			if !strings.HasPrefix(text, "staffCalendarFeedRenew ") || !strings.Contains(text, "renewed_at") {
				t.Error(text)
			}
		}
		for table, rows := range s.dump(t) {
			for _, secret := range []string{first, second} {
				if strings.Contains(rows, secret) {
					t.Errorf("%s keeps a secret", table)
				}
			}
			if table != "calendar_feeds" && strings.Contains(rows, secret.Hash(second)) {
				t.Errorf("%s keeps the hash", table)
			}
		}
	})
}

func TestStaffCalendarFeedRemove(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		check(t, s.StaffCalendarFeedRemove(byOwner(t), salon.StaffCalendarFeedRemoveInput{StaffID: anna}))
		same(t, "audit entries of nothing", s.store.Client().AuditEntry.Query().CountX(byOwner(t)), 0)
		_, err := s.StaffCalendarFeedRenew(byOwner(t), salon.StaffCalendarFeedRenewInput{StaffID: anna})
		check(t, err)
		check(t, s.StaffCalendarFeedRemove(byOwner(t), salon.StaffCalendarFeedRemoveInput{StaffID: anna}))
		same(t, "feeds", s.store.Client().CalendarFeed.Query().CountX(byOwner(t)), 0)
		entry := s.store.Client().AuditEntry.Query().Where(auditentry.Action("staffCalendarFeedRemove")).OnlyX(byOwner(t))
		told := strings.ReplaceAll(string(entry.Before)+string(entry.After), " ", "") // PostgreSQL puts some in
		same(t, "the audit entry", told, `{"active":true}{"active":false}`)
	})
}

func TestRefusedCalendarFeeds(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.StaffArchiveInput{ID: clara})
		for staffID, want := range map[string]string{
			clara:        "ARCHIVED staffId",
			"stf_nobody": "NOT_FOUND staffId",
			mitte:        "ID_OF_ANOTHER_KIND staffId",
		} {
			secret, err := s.StaffCalendarFeedRenew(byOwner(t), salon.StaffCalendarFeedRenewInput{StaffID: staffID})
			if got := problemsOf(err); !slices.Equal(got, []string{want}) || secret != "" {
				t.Errorf("renewing that of %s: %v (%v), secret %q", staffID, got, err, secret)
			}
			if staffID != clara {
				same(t, "removing that of "+staffID, problemsOf(s.StaffCalendarFeedRemove(byOwner(t), salon.StaffCalendarFeedRemoveInput{StaffID: staffID})), []string{want})
			}
		}
	})
}

func (s *testSalon) checkCalendarFeed(t *testing.T, staffID, text string) {
	t.Helper()
	personID := s.store.Client().Staff.GetX(byOwner(t), staffID).PersonID
	feed := s.store.Client().CalendarFeed.Query().Where(calendarfeed.PersonID(personID)).OnlyX(byOwner(t))
	if feed.SecretHash != secret.Hash(text) || len(feed.SecretHash) != 64 {
		t.Error("the person does not keep the hash of the secret")
	}
}
