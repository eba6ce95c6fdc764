package account_test

import (
	"context"
	"testing"
	"time"

	"visavis/ent/staff"
	"visavis/internal/account"
	"visavis/internal/actor"
)

func TestConnectionsAreToldWhenTheirSignInEnds(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		expiring := must(s.signInByPIN(t, s.till(t, mitte), anna, pin))(t).Secret
		signsOut, loses, archived, stays := s.signIn(t, anna), s.signIn(t, ben), s.signIn(t, clara), s.signIn(t, anna)
		revoked, text := s.token(t, s.as(t, stays), staff.RoleMEMBER)
		program := must(s.program(t, text))(t)
		kept, text := s.token(t, s.as(t, stays), staff.RoleMEMBER)
		keptProgram := must(s.program(t, text))(t)
		same(t, "the program that stays", keptProgram.TokenID, kept.ID)

		watched := map[string]actor.Actor{
			"has signed out": s.actorOf(t, signsOut), "has lost access": s.actorOf(t, loses), "is archived": s.actorOf(t, archived),
			"was idle": s.actorOf(t, expiring), "has a token that is revoked": program,
		}
		type connection struct {
			ended   <-chan struct{}
			release func()
		}
		connections := map[string][]connection{}
		open := func(who actor.Actor) connection {
			ended, release := s.Ended(who)
			return connection{ended, release}
		}
		for name, who := range watched {
			connections[name] = []connection{open(who), open(who)} // two of the same
		}
		staying := []connection{open(s.actorOf(t, stays)), open(keptProgram)}

		ctx, stop := context.WithCancel(t.Context())
		stopped := make(chan struct{})
		go func() {
			s.WatchConnections(ctx)
			close(stopped)
		}()
		check(t, s.SignOut(s.as(t, signsOut), account.SignOutInput{}))
		must(s.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: ben}))(t)
		s.archive(t, clara)
		s.advance(15 * time.Minute)
		check(t, s.APITokenRevoke(byOwner(t), account.APITokenRevokeInput{ID: revoked.ID}))
		for name, list := range connections {
			for _, c := range list {
				select {
				case <-c.ended:
				case <-time.After(time.Minute):
					t.Errorf("nobody tells who %s", name)
				}
			}
		}
		for _, c := range staying {
			select {
			case <-c.ended:
				t.Error("a connection ends whose sign-in does not")
			default:
			}
		}
		same(t, "watched while two stay", s.Watched(), 2)
		for _, c := range staying {
			c.release()
		}
		for _, list := range connections {
			for _, c := range list {
				c.release() // though it has ended
			}
		}
		same(t, "watched when all are gone", s.Watched(), 0)
		stop()
		<-stopped
	})
}

func TestAConnectionIsWatchedUntilAllOfItsKindAreGone(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		who := s.actorOf(t, s.signIn(t, ben))
		_, releaseFirst := s.Ended(who)
		_, releaseSecond := s.Ended(who)
		same(t, "of one sign-in", s.Watched(), 1)
		releaseFirst()
		releaseFirst() // twice is once
		same(t, "as one is left", s.Watched(), 1)
		releaseSecond()
		same(t, "as none is left", s.Watched(), 0)
	})
}

func TestAnyoneHasNoSignInToEnd(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		ended, release := s.Ended(actor.Actor{})
		if ended != nil {
			t.Error("it may end")
		}
		release()
		same(t, "watched", s.Watched(), 0)
	})
}

func TestAConnectionThatOpensTooLateIsToldAsWell(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		session := s.signIn(t, ben)
		who := s.actorOf(t, session)
		check(t, s.SignOut(s.as(t, session), account.SignOutInput{}))
		ended, release := s.Ended(who)
		defer release()
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		go s.WatchConnections(ctx)
		select {
		case <-ended:
		case <-time.After(time.Minute):
			t.Error("nobody tells it")
		}
	})
}
