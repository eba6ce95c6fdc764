package salon_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"visavis/internal/actor"
	"visavis/internal/pagination"
	"visavis/internal/salon"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

// chainBranches is just large enough for the planner of PostgreSQL to prefer indexes. Each branch has twenty profiles.
const chainBranches = 200

// fillChain writes a chain whose profiles work in one branch each.
func fillChain(t testing.TB, databaseURL string, branches int) {
	t.Helper()
	numbers := func(count int) string {
		return fmt.Sprintf("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %d) SELECT", count)
	}
	s := storetest.Open(t, store.Options{URL: databaseURL})
	err := s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		for _, statement := range []string{
			"INSERT INTO branches (id, name, slug, time_zone, locale, city) " + numbers(branches) + " 'brn_' || i, 'Filiale ' || i, 'b' || i, 'Europe/Berlin', 'DE', 'Köln' FROM n",
			"INSERT INTO persons (id) " + numbers(20*branches) + " 'prs_' || i FROM n",
			"INSERT INTO staff (id, person_id, first_name, last_name, display_name, color) " + numbers(20*branches) + " 'stf_' || i, 'prs_' || i, 'Anna', 'Müller ' || i, 'Person ' || (i * 7 % 1000), '#000000' FROM n",
			"INSERT INTO branch_memberships (staff_id, branch_id, active) " + numbers(20*branches) + fmt.Sprintf(" 'stf_' || i, 'brn_' || (i %% %d), true FROM n", branches),
		} {
			if _, err := tx.ExecContext(ctx, statement); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := store.Open(t.Context(), store.Options{URL: databaseURL}) // which writes the keys
	if err == nil {
		err = again.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A listed is a list as someone asks for it.
type listed struct {
	name string
	who  actor.Actor
	ask  func(ctx context.Context, s *salon.Salon) error
}

// listsOfABranch are those for which nothing of other branches is read.
func listsOfABranch() []listed {
	var lists []listed
	for name, who := range map[string]actor.Actor{
		"owner":        {Role: actor.Owner},
		"manager":      {Role: actor.Manager, StaffID: "stf_7", PersonID: "prs_7", Branches: []string{"brn_7", "brn_8"}},
		"receptionist": {Role: actor.Receptionist, StaffID: "stf_7", PersonID: "prs_7", Branches: []string{"brn_7"}},
	} {
		for _, search := range []*string{nil, new("anna mul")} {
			lists = append(lists, listed{"staff by the " + name, who, func(ctx context.Context, s *salon.Salon) error {
				page, err := s.Staff(ctx, salon.StaffFilter{BranchID: new("brn_7"), Search: search}, all)
				if err == nil && len(page.Nodes) != 20 {
					err = fmt.Errorf("%d profiles are listed", len(page.Nodes))
				}
				return err
			}})
			if who.Role >= actor.Manager {
				lists = append(lists, listed{"readiness by the " + name, who, func(ctx context.Context, s *salon.Salon) error {
					page, err := s.VideoReadiness(ctx, salon.ReadinessFilter{BranchID: "brn_7", Search: search}, all)
					if err == nil && len(page.Nodes) != 20 {
						err = fmt.Errorf("%d profiles are listed", len(page.Nodes))
					}
					return err
				}})
			}
		}
	}
	return lists
}

// listsOfTheChain are those of which an index has the pages in order.
func listsOfTheChain() []listed {
	owner := actor.Actor{Role: actor.Owner}
	return []listed{
		{"staff", owner, func(ctx context.Context, s *salon.Salon) error {
			page, err := s.Staff(ctx, salon.StaffFilter{}, pagination.Request{First: 50})
			if err == nil {
				_, err = s.Staff(ctx, salon.StaffFilter{}, pagination.Request{First: 50, After: page.PageInfo.EndCursor})
			}
			return err
		}},
		{"branches", owner, func(ctx context.Context, s *salon.Salon) error {
			page, err := s.Branches(ctx, nil, nil, pagination.Request{First: 20})
			if err == nil {
				_, err = s.Branches(ctx, nil, nil, pagination.Request{First: 20, After: page.PageInfo.EndCursor})
			}
			return err
		}},
		{"branches of a profile", owner, func(ctx context.Context, s *salon.Salon) error {
			_, err := s.Branches(ctx, nil, new("stf_9"), all)
			return err
		}},
		{"work plans of profiles", owner, func(ctx context.Context, s *salon.Salon) error {
			_, err := s.WorkPlansOf(ctx, []string{"stf_9", "stf_10"})
			return err
		}},
		{"services of a branch", owner, func(ctx context.Context, s *salon.Salon) error {
			_, err := s.BookableServicesOf(ctx, []string{"brn_7"})
			return err
		}},
		{"branches of profiles", owner, func(ctx context.Context, s *salon.Salon) error {
			_, err := s.BranchesOf(ctx, []string{"stf_9", "stf_10"}, nil)
			return err
		}},
	}
}

func TestListsOfAChainAreReadByIndexesOnPostgreSQL(t *testing.T) {
	t.Parallel()
	server := storetest.SharedServer(t)
	databaseURL := server.URL(t)
	fillChain(t, databaseURL, chainBranches)
	explained := storetest.Explained(t, databaseURL)
	s := newTestSalon(t, storetest.Open(t, store.Options{URL: explained}))
	err := s.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.ExecContext(ctx, "ANALYZE")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range append(listsOfABranch(), listsOfTheChain()...) {
		plans := server.Plans(t, explained, func() {
			if err := list.ask(actor.With(t.Context(), list.who), s.Salon); err != nil {
				t.Fatalf("%s: %v", list.name, err)
			}
		})
		if len(plans) == 0 {
			t.Errorf("%s: no plan is told", list.name)
		}
		for _, plan := range plans {
			for _, table := range []string{"staff", "branch_memberships"} {
				if rows := plan.ReadWhole()[table]; rows > 0 {
					t.Errorf("%s: %s is read whole:\n%s", list.name, table, plan)
				}
			}
		}
	}
}

func TestListsOfAChainAreReadByIndexesOnSQLite(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var sent []string
	databaseURL := storetest.SQLiteURL(t)
	fillChain(t, databaseURL, 20) // it plans by the indexes, not by the rows
	s := newTestSalon(t, storetest.Open(t, store.Options{URL: databaseURL, Read: func(statement string) {
		mu.Lock()
		defer mu.Unlock()
		sent = append(sent, statement)
	}}))
	ofABranch := listsOfABranch()
	for i, list := range append(ofABranch, listsOfTheChain()...) {
		sent = nil
		if err := list.ask(actor.With(t.Context(), list.who), s.Salon); err != nil {
			t.Fatalf("%s: %v", list.name, err)
		}
		for _, statement := range sent {
			for _, step := range storetest.Steps(t, databaseURL, statement) {
				table, isScan := strings.CutPrefix(step, "SCAN ")
				inOrder := i >= len(ofABranch) && strings.HasSuffix(table, "_order_key_id")
				if isScan && !inOrder && (strings.HasPrefix(table, "staff") || strings.HasPrefix(table, "branch") || strings.HasPrefix(table, "work_plans")) {
					t.Errorf("%s: %s\n%s", list.name, step, statement)
				}
			}
		}
	}
}
