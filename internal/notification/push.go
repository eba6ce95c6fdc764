package notification

import (
	"context"
	"time"

	"visavis/ent"
	"visavis/ent/notificationsetting"
	"visavis/ent/predicate"
	"visavis/ent/push"
	"visavis/ent/pushsubscription"
	"visavis/ent/staff"
	"visavis/internal/civil"
	"visavis/internal/id"
)

// PushUse is how long a push is of use: who looks at the device later finds it in the admin.
const PushUse = time.Hour

// pushesAbout returns the pushes about an appointment to some devices. They are of no use after its start, or if a customer waits, its end.
func pushesAbout(a *ent.Appointment, kind notificationsetting.Kind, subjectID string, subscriptionIDs []string, now civil.Instant) []*ent.Push {
	pushes := pushesTo(kind, subjectID, subscriptionIDs, now)
	for _, queued := range pushes {
		queued.ExpiresAt = min(queued.ExpiresAt, usefulUntil(kind, a))
	}
	return pushes
}

func usefulUntil(kind notificationsetting.Kind, a *ent.Appointment) civil.Instant {
	if kind == notificationsetting.KindCUSTOMER_WAITS {
		return a.EndsAt
	}
	return a.StartsAt
}

// pushesTo returns the pushes to some devices that are due at an instant.
func pushesTo(kind notificationsetting.Kind, subjectID string, subscriptionIDs []string, due civil.Instant) (pushes []*ent.Push) {
	for _, subscriptionID := range subscriptionIDs {
		pushes = append(pushes, &ent.Push{
			ID: id.Push.NewAt(int64(due)), SubscriptionID: subscriptionID, Kind: push.Kind(kind), SubjectID: subjectID,
			DueAt: due, ExpiresAt: due.Add(PushUse),
		})
	}
	return pushes
}

// devicesOf returns the IDs of the subscriptions of the profiles among some that get pushes of a kind.
func devicesOf(ctx context.Context, client *ent.Client, kind notificationsetting.Kind, among predicate.Staff) ([]string, error) {
	return client.PushSubscription.Query().
		Where(pushsubscription.HasStaffWith(among, staff.ArchivedAtIsNil(), WantPushes(kind))).
		Order(pushsubscription.ByID()).IDs(ctx)
}

// WantPushes selects the profiles whose devices get pushes of a kind.
func WantPushes(kind notificationsetting.Kind) predicate.Staff {
	if IsPushedByDefault(kind) {
		return staff.Not(staff.HasNotificationSettingsWith(notificationsetting.KindEQ(kind), notificationsetting.ByPush(false)))
	}
	return staff.HasNotificationSettingsWith(notificationsetting.KindEQ(kind), notificationsetting.ByPush(true))
}
