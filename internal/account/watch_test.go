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
	each(t, func(t *testing.T, d *door) {
		expiring := must(d.tryPIN(t, d.till(t, mitte), anna, pin))(t).Secret
		signsOut, loses, archived, stays := d.signIn(t, anna), d.signIn(t, ben), d.signIn(t, clara), d.signIn(t, anna)
		revoked, text := d.token(t, d.as(t, stays), staff.RoleMEMBER)
		program := must(d.program(t, text))(t)
		kept, text := d.token(t, d.as(t, stays), staff.RoleMEMBER)
		keptProgram := must(d.program(t, text))(t)
		same(t, "the program that stays", keptProgram.TokenID, kept.ID)

		watched := map[string]actor.Actor{
			"has signed out": d.bearer(t, signsOut), "has lost access": d.bearer(t, loses), "is archived": d.bearer(t, archived),
			"was idle": d.bearer(t, expiring), "has a token that is revoked": program,
		}
		type connection struct {
			ended   <-chan struct{}
			release func()
		}
		connections := map[string][]connection{}
		open := func(who actor.Actor) connection {
			ended, release := d.Ended(who)
			return connection{ended, release}
		}
		for name, who := range watched {
			connections[name] = []connection{open(who), open(who)} // two of the same
		}
		staying := []connection{open(d.bearer(t, stays)), open(keptProgram)}

		ctx, stop := context.WithCancel(t.Context())
		stopped := make(chan struct{})
		go func() {
			d.WatchConnections(ctx)
			close(stopped)
		}()
		check(t, d.SignOut(d.as(t, signsOut), account.SignOutInput{}))
		must(d.StaffAccessRemove(byOwner(t), account.StaffAccessRemoveInput{StaffID: ben}))(t)
		d.archive(t, clara)
		d.pass(15 * time.Minute)
		check(t, d.APITokenRevoke(byOwner(t), account.APITokenRevokeInput{ID: revoked.ID}))
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
		same(t, "watched while two stay", d.Watched(), 2)
		for _, c := range staying {
			c.release()
		}
		for _, list := range connections {
			for _, c := range list {
				c.release() // though it has ended
			}
		}
		same(t, "watched when all are gone", d.Watched(), 0)
		stop()
		<-stopped
	})
}

func TestAConnectionIsWatchedUntilAllOfItsKindAreGone(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		who := d.bearer(t, d.signIn(t, ben))
		_, releaseFirst := d.Ended(who)
		_, releaseSecond := d.Ended(who)
		same(t, "of one sign-in", d.Watched(), 1)
		releaseFirst()
		releaseFirst() // twice is once
		same(t, "as one is left", d.Watched(), 1)
		releaseSecond()
		same(t, "as none is left", d.Watched(), 0)
	})
}

func TestAnyoneHasNoSignInToEnd(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		ended, release := d.Ended(actor.Actor{})
		if ended != nil {
			t.Error("it may end")
		}
		release()
		same(t, "watched", d.Watched(), 0)
	})
}

func TestAConnectionThatOpensTooLateIsToldAsWell(t *testing.T) {
	each(t, func(t *testing.T, d *door) {
		session := d.signIn(t, ben)
		who := d.bearer(t, session)
		check(t, d.SignOut(d.as(t, session), account.SignOutInput{}))
		ended, release := d.Ended(who)
		defer release()
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		go d.WatchConnections(ctx)
		select {
		case <-ended:
		case <-time.After(time.Minute):
			t.Error("nobody tells it")
		}
	})
}
