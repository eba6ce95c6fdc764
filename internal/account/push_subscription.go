package account

import (
	"context"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/pushsubscription"
	"visavis/ent/session"
	"visavis/internal/actor"
	"visavis/internal/civil"
	"visavis/internal/form"
	"visavis/internal/id"
	"visavis/internal/problem"
	"visavis/internal/store"
	"visavis/internal/webpush"
)

// mostPushSubscriptions is the maximum number of devices to which a profile gets pushes.
const mostPushSubscriptions = 10

// PushSubscription is a device to which a profile gets pushes. It holds nothing by which others could send any.
type PushSubscription struct {
	ID        string        `json:"id"`
	Browser   string        `json:"browser"`
	CreatedAt civil.Instant `json:"created_at"`
	Current   bool          `json:"-"` // saved by the session of the actor
}

func pushSubscriptionOf(row *ent.PushSubscription, who actor.Actor) *PushSubscription {
	return &PushSubscription{row.ID, row.Edges.Session.Browser, row.CreatedAt, row.SessionID == who.SessionID}
}

// PushKey returns the public key by which this server signs pushes.
func (a *Accounts) PushKey(ctx context.Context) (string, error) {
	key, err := a.PushSigningKey(ctx)
	if err != nil {
		return "", err
	}
	return key.Public(), nil
}

// PushSigningKey returns the key by which all servers of the database sign pushes: browsers have subscribed to those of this key only.
func (a *Accounts) PushSigningKey(ctx context.Context) (*webpush.Key, error) {
	secret, err := a.pushes.Secret(ctx)
	if err != nil {
		return nil, err
	}
	return webpush.NewKey(secret)
}

// PushSubscriptions returns the devices to which the actor's profile gets pushes, the latest first.
func (a *Accounts) PushSubscriptions(ctx context.Context) (list []*PushSubscription, err error) {
	who := actor.Of(ctx)
	rows, err := a.store.Client().PushSubscription.Query().
		Where(pushsubscription.StaffID(who.StaffID), pushsubscription.HasSessionWith(session.ExpiresAtGT(a.clock()))).
		WithSession().Order(ent.Desc(pushsubscription.FieldCreatedAt, pushsubscription.FieldID)).All(ctx)
	for _, row := range rows {
		list = append(list, pushSubscriptionOf(row, who))
	}
	return list, err
}

// PushSubscriptionSaveInput is what the actor's browser got from its push service.
type PushSubscriptionSaveInput struct {
	Endpoint   string
	PublicKey  string
	AuthSecret string
	Locale     branch.Locale
}

func (i PushSubscriptionSaveInput) check() error {
	var f form.Form
	if !webpush.IsKnownService(i.Endpoint) {
		f.Add(problem.New(problem.PushServiceUnknown, "endpoint"))
	}
	if _, err := webpush.ParsePublicKey(i.PublicKey); err != nil {
		f.Add(problem.New(problem.PushKeyInvalid, "publicKey"))
	}
	if _, err := webpush.ParseAuthSecret(i.AuthSecret); err != nil {
		f.Add(problem.New(problem.PushKeyInvalid, "authSecret"))
	}
	return f.Err()
}

// isOf reports whether a row is the subscription of the input, but perhaps in another language.
func (i PushSubscriptionSaveInput) isOf(row *ent.PushSubscription) bool {
	return row.PublicKey == i.PublicKey && row.AuthSecret == i.AuthSecret
}

// PushSubscriptionSave saves that the browser of the actor's session gets pushes. Whoever signs in last has the device.
func (a *Accounts) PushSubscriptionSave(ctx context.Context, input PushSubscriptionSaveInput) (saved *PushSubscription, err error) {
	if err := input.check(); err != nil {
		return nil, err
	}
	who := actor.Of(ctx)
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		if _, err := e.LockAccount(ctx, who.StaffID); err != nil {
			return err
		}
		current, err := store.OrNil(e.Session.Get(ctx, who.SessionID))
		if err != nil {
			return err
		}
		if current == nil || current.DeviceID != nil { // others would read the pushes on a till
			return problem.New(problem.PushNotPersonal, "endpoint")
		}
		is := e.PushSubscription.Query().Where(pushsubscription.Endpoint(input.Endpoint), pushsubscription.SessionID(who.SessionID)).WithSession()
		row, err := store.OrNil(is.Only(ctx))
		if err != nil {
			return err
		}
		if row != nil && input.isOf(row) { // what is queued for it stays
			saved = pushSubscriptionOf(row, who)
			return row.Update().SetLocale(pushsubscription.Locale(input.Locale)).Exec(ctx)
		}
		if err := e.makeWayForPushes(ctx, input.Endpoint); err != nil {
			return err
		}
		row, err = e.PushSubscription.Create().SetStaffID(who.StaffID).SetSessionID(who.SessionID).SetEndpoint(input.Endpoint).
			SetPublicKey(input.PublicKey).SetAuthSecret(input.AuthSecret).SetLocale(pushsubscription.Locale(input.Locale)).SetCreatedAt(e.Now).Save(ctx)
		if err != nil {
			return err
		}
		row.Edges.Session = current
		saved = pushSubscriptionOf(row, who)
		return e.Record(ctx, "pushSubscriptionSave", row.ID, nil, saved)
	})
	if store.Fault(err) == store.ErrDuplicate {
		return nil, problem.New(problem.Taken, "endpoint") // saved by another session at the same time
	}
	return saved, err
}

// makeWayForPushes deletes what the new subscription of the actor's session replaces: whoever else has the device, what the session had
// before, and the oldest of the profile if there are too many.
func (e *edit) makeWayForPushes(ctx context.Context, endpoint string) error {
	who := actor.Of(ctx)
	_, err := e.PushSubscription.Delete().Where(pushsubscription.Or(pushsubscription.Endpoint(endpoint), pushsubscription.SessionID(who.SessionID))).Exec(ctx)
	if err != nil {
		return err
	}
	others, err := e.PushSubscription.Query().Where(pushsubscription.StaffID(who.StaffID)).
		Order(ent.Desc(pushsubscription.FieldCreatedAt, pushsubscription.FieldID)).IDs(ctx)
	if err != nil || len(others) < mostPushSubscriptions {
		return err
	}
	_, err = e.PushSubscription.Delete().Where(pushsubscription.IDIn(others[mostPushSubscriptions-1:]...)).Exec(ctx)
	return err
}

// PushSubscriptionRemoveInput names the device that is to get no more pushes.
type PushSubscriptionRemoveInput struct{ ID string }

// PushSubscriptionRemove removes a device of the actor's profile from those that get pushes.
func (a *Accounts) PushSubscriptionRemove(ctx context.Context, input PushSubscriptionRemoveInput) error {
	if err := id.PushSubscription.Check(input.ID, "id"); err != nil {
		return err
	}
	who := actor.Of(ctx)
	return a.edit(ctx, func(ctx context.Context, e *edit) error {
		row, err := e.PushSubscription.Query().Where(pushsubscription.ID(input.ID), pushsubscription.StaffID(who.StaffID)).WithSession().Only(ctx)
		if row, err = store.Found(row, err, "id"); err != nil {
			return err
		}
		if err := e.PushSubscription.DeleteOne(row).Exec(ctx); err != nil {
			return err
		}
		return e.Record(ctx, "pushSubscriptionRemove", row.ID, pushSubscriptionOf(row, who), nil)
	})
}
