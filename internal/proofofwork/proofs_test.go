package proofofwork_test

import (
	"context"
	"encoding/base64"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/proofofwork"
	"visavis/internal/proofofwork/prooftest"
	"visavis/internal/store"
	"visavis/internal/store/storetest"
)

const now = civil.Instant(1_795_420_800)

// use uses a proof on one of the servers of a database. It returns the new challenge if the proof is not accepted.
func use(t *testing.T, s *store.Store, proof *string, excess int, at civil.Instant) *proofofwork.Challenge {
	t.Helper()
	key, err := proofofwork.New(s).Key(t.Context())
	if err != nil {
		t.Error(err)
		return nil
	}
	for {
		err = s.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return proofofwork.Use(ctx, tx, key, proof, excess, at)
		})
		if store.Fault(err) != store.ErrDuplicate {
			break
		}
	}
	var required *proofofwork.Required
	if err != nil && !errors.As(err, &required) {
		t.Error(err)
		return nil
	}
	if required == nil {
		return nil
	}
	if required.Code != "PROOF_REQUIRED" {
		t.Errorf("the code is %s", required.Code)
	}
	return &required.Challenge
}

func TestAProofIsGoodOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		challenge := use(t, s, nil, 1, now)
		if challenge == nil {
			t.Fatal("nothing is accepted as a proof")
		}
		proof := prooftest.Solve(t, *challenge)
		if use(t, s, &proof, 1, now.Add(19*time.Minute)) != nil {
			t.Fatal("the right proof is not accepted")
		}
		again := use(t, s, &proof, 1, now.Add(19*time.Minute))
		if again == nil || again.Challenge == challenge.Challenge {
			t.Errorf("a second time, the proof is answered by %v", again)
		}
	})
}

func TestAProofIsUsedOnceByManyServers(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		proof := prooftest.Solve(t, *use(t, s, nil, 1, now))
		var accepted atomic.Int64
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				if use(t, s, &proof, 1, now) == nil {
					accepted.Add(1)
				}
			})
		}
		all.Wait()
		if accepted.Load() != 1 {
			t.Errorf("the proof is accepted %d times", accepted.Load())
		}
	})
}

func TestUsedProofsAreDeletedOnceTheyHaveExpired(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		for i := range 2 {
			at := now.Add(time.Duration(i) * time.Hour)
			proof := prooftest.Solve(t, *use(t, s, nil, 1, at))
			use(t, s, &proof, 1, at)
		}
		if count := s.Client().UsedProof.Query().CountX(t.Context()); count != 1 {
			t.Errorf("%d proofs are stored", count)
		}
	})
}

func TestWrongProofsAreAnsweredByANewChallenge(t *testing.T) {
	s := storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)})
	challenge := *use(t, s, nil, 1, now)
	right := prooftest.Solve(t, challenge)
	cheap, longer, unsigned := challenge, challenge, challenge
	cheap.Salt = strings.Replace(cheap.Salt, "cost=2", "cost=9", 1)
	longer.Salt = strings.Replace(longer.Salt, "expires=1", "expires=2", 1)
	unsigned.Signature = strings.Repeat("0", 64)
	for _, test := range []struct {
		name   string
		proof  string
		excess int
		at     civil.Instant
	}{
		{"another number", prooftest.Encode(challenge, challenge.MaxNumber+1), 1, now},
		{"another cost", prooftest.Solve(t, challenge) + "A", 1, now},
		{"a cost that is raised", prooftest.Encode(cheap, 1), 1, now},
		{"a longer life", prooftest.Encode(longer, 1), 1, now},
		{"the signature of somebody else", prooftest.Encode(unsigned, 1), 1, now},
		{"one that has expired", right, 1, now.Add(20 * time.Minute)},
		{"one that was cheaper than is due by now", right, 4, now},
		{"nothing", "", 1, now},
		{"no JSON", base64.StdEncoding.EncodeToString([]byte("[]")), 1, now},
		{"half an object", base64.StdEncoding.EncodeToString([]byte(`{"algorithm":"SHA-256"}`)), 1, now},
		{"a long text", strings.Repeat("A", 100_000), 1, now},
	} {
		if again := use(t, s, &test.proof, test.excess, test.at); again == nil || again.Challenge == challenge.Challenge {
			t.Errorf("%s is answered by %v", test.name, again)
		}
	}
	if use(t, s, &right, 3, now) != nil {
		t.Error("the right one is not accepted, when neighbors have made it dearer meanwhile")
	}
}

func TestEachTimeCostsMore(t *testing.T) {
	s := storetest.Open(t, store.Options{URL: storetest.SQLiteURL(t)})
	for excess, want := range map[int]int{0: 200_000, 1: 200_000, 2: 400_000, 5: 3_200_000, 1000: 1_638_400_000} {
		if got := use(t, s, nil, excess, now).MaxNumber; got != want {
			t.Errorf("%d times as much as is free costs %d", excess, got)
		}
	}
}
