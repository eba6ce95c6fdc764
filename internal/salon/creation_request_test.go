package salon_test

import (
	"sync"
	"testing"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/service"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/salon"
)

// idOf returns the ID of what a mutation has created.
func idOf(t *testing.T, row any) string {
	t.Helper()
	switch row := row.(type) {
	case *ent.Branch:
		return row.ID
	case *ent.Staff:
		return row.ID
	case *ent.Service:
		return row.ID
	case *ent.ServiceCategory:
		return row.ID
	case *ent.Absence:
		return row.ID
	}
	t.Fatalf("%T has no ID", row)
	return ""
}

// A retry follows a lost answer.
func TestARetryCreatesNothing(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		for name, inputs := range map[string]func(key *string) (input, other any){
			"branch": func(key *string) (any, any) {
				return salon.BranchCreateInput{Name: "Süd", TimeZone: "Europe/Berlin", Locale: "DE", IdempotencyKey: key}, salon.BranchCreateInput{Name: "Nord", TimeZone: "Europe/Berlin", Locale: "DE", IdempotencyKey: key}
			},
			"category": func(key *string) (any, any) {
				return salon.ServiceCategoryCreateInput{Name: "Bärte", IdempotencyKey: key}, salon.ServiceCategoryCreateInput{Name: "Nägel", IdempotencyKey: key}
			},
			"service": func(key *string) (any, any) {
				input := salon.ServiceCreateInput{CategoryID: new(hair), Name: "Föhnen", Delivery: service.DeliveryIN_SALON, Duration: 1800e9, IdempotencyKey: key}
				other := input
				other.Name = "Waschen"
				return input, other
			},
			"staff": func(key *string) (any, any) {
				input := salon.StaffCreateInput{FirstName: "Nina", Role: staff.RoleMEMBER, BranchIDs: []string{mitte}, IdempotencyKey: key}
				other := input
				other.FirstName = "Nora"
				return input, other
			},
			"duplicate": func(key *string) (any, any) {
				return salon.StaffDuplicateForVideoInput{StaffID: anna, IdempotencyKey: key}, salon.StaffDuplicateForVideoInput{StaffID: ben, IdempotencyKey: key}
			},
			"absence": func(key *string) (any, any) {
				input := salon.StaffAbsenceAddInput{StaffID: ben, Kind: absence.KindSICK, Days: &salon.DaysInput{First: date("2026-12-14"), Last: date("2026-12-15")}, IdempotencyKey: key}
				other := input
				other.Kind = absence.KindHOLIDAY
				return input, other
			},
		} {
			key := "a-key-that-is-long-" + name
			input, other := inputs(&key)
			first, _, err := s.mutate(byOwner(t), input)
			check(t, err)
			before := s.dump(t)
			again, _, err := s.mutate(byOwner(t), input)
			check(t, err)
			same(t, name+" again", idOf(t, again), idOf(t, first))
			for table, rows := range s.dump(t) {
				same(t, name+" again changes "+table, rows == before[table], true)
			}
			s.refuses(t, other, "IDEMPOTENCY_KEY_REUSED idempotencyKey")
			_, _, err = s.mutate(by(t, actor.Owner, "clara"), input)
			same(t, name+" of somebody else", problemsOf(err), []string{"IDEMPOTENCY_KEY_REUSED idempotencyKey"})
			short := "short"
			input, _ = inputs(&short)
			s.refuses(t, input, "IDEMPOTENCY_KEY_INVALID idempotencyKey")
		}
	})
}

// What was refused is not remembered; what was deleted is not created again.
func TestAKeyIsOfWhatWasCreated(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		key := "the-key-of-a-category"
		create := salon.ServiceCategoryCreateInput{Name: " ", IdempotencyKey: &key}
		s.refuses(t, create, "REQUIRED name")
		create.Name = "Video-Beratungen" // is taken
		s.refuses(t, create, "TAKEN name")
		create.Name = "Bärte"
		row, err := s.ServiceCategoryCreate(byOwner(t), create)
		check(t, err)
		s.do(t, salon.ServiceCategoryRemoveInput{ID: row.ID})
		s.refuses(t, create, "NOT_FOUND idempotencyKey")
	})
}

// Two tries at the same time, as after a timeout, create one object.
func TestTriesAtTheSameTimeCreateOneObject(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		key := "one-key-for-many-tries"
		ids := make([]string, 8)
		var tries sync.WaitGroup
		for i := range ids {
			tries.Go(func() {
				row, err := s.BranchCreate(byOwner(t), salon.BranchCreateInput{Name: "Süd", TimeZone: "Europe/Berlin", Locale: "DE", IdempotencyKey: &key})
				if err != nil {
					t.Error(err)
					return
				}
				ids[i] = row.ID
			})
		}
		tries.Wait()
		for _, id := range ids {
			same(t, "the branch of each try", id, ids[0])
		}
	})
}
