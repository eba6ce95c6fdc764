package account

import (
	"context"
	"fmt"
	"slices"

	"visavis/ent"
	"visavis/ent/branch"
	"visavis/ent/notificationsetting"
	"visavis/internal/actor"
	"visavis/internal/form"
	"visavis/internal/notification"
	"visavis/internal/problem"
)

// NotificationSetting is whether a profile is notified of something.
type NotificationSetting struct {
	Kind    notificationsetting.Kind `json:"kind"`
	ByEmail bool                     `json:"by_email"`
	ByPush  bool                     `json:"by_push"`
}

// NotificationSettingInput is a setting to change; what is nil stays.
type NotificationSettingInput struct {
	Kind    notificationsetting.Kind
	ByEmail bool
	ByPush  *bool
}

// NotificationSettingsUpdateInput holds the actor's settings to change. Those that are left out stay.
type NotificationSettingsUpdateInput struct {
	Settings []*NotificationSettingInput
	Locale   branch.Locale
}

// kinds are the kinds of notifications in the order in which they are listed.
var kinds = []notificationsetting.Kind{
	notificationsetting.KindBOOKED, notificationsetting.KindMOVED, notificationsetting.KindCANCELLED,
	notificationsetting.KindCHANGE_REQUESTED, notificationsetting.KindCUSTOMER_WAITS,
	notificationsetting.KindABSENCE_REQUESTED, notificationsetting.KindABSENCE_ANSWERED,
}

// kindsFor returns the kinds of notifications that a role can get.
func kindsFor(role actor.Role) []notificationsetting.Kind {
	if role >= actor.Manager {
		return kinds
	}
	return slices.DeleteFunc(slices.Clone(kinds), func(kind notificationsetting.Kind) bool { return kind == notificationsetting.KindABSENCE_REQUESTED })
}

// NotificationSettings returns the actor's settings, one for each kind that their role can get.
func (a *Accounts) NotificationSettings(ctx context.Context) ([]*NotificationSetting, error) {
	return notificationSettings(ctx, a.store.Client())
}

func notificationSettings(ctx context.Context, client *ent.Client) ([]*NotificationSetting, error) {
	who := actor.Of(ctx)
	rows, err := client.NotificationSetting.Query().Where(notificationsetting.StaffID(who.StaffID)).All(ctx)
	var list []*NotificationSetting
	for _, kind := range kindsFor(who.Role) {
		setting := &NotificationSetting{Kind: kind, ByEmail: notification.IsEmailedByDefault(kind), ByPush: notification.IsPushedByDefault(kind)}
		for _, row := range rows {
			if row.Kind == kind {
				setting.ByEmail, setting.ByPush = row.ByEmail, row.ByPush
			}
		}
		list = append(list, setting)
	}
	return list, err
}

// NotificationSettingsUpdate sets of what the actor is notified, and in which language.
func (a *Accounts) NotificationSettingsUpdate(ctx context.Context, input NotificationSettingsUpdateInput) (after []*NotificationSetting, err error) {
	var f form.Form
	for i, setting := range input.Settings {
		isRepeated := slices.ContainsFunc(input.Settings[:i], func(other *NotificationSettingInput) bool { return other.Kind == setting.Kind })
		if isRepeated {
			f.Add(problem.New(problem.Taken, fmt.Sprintf("settings.%d.kind", i)))
		}
		if !slices.Contains(kindsFor(actor.Of(ctx).Role), setting.Kind) {
			f.Add(problem.New(problem.RoleTooHigh, fmt.Sprintf("settings.%d.kind", i)))
		}
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	err = a.edit(ctx, func(ctx context.Context, e *edit) error {
		staffID := actor.Of(ctx).StaffID
		if _, err := e.LockAccount(ctx, staffID); err != nil {
			return err
		}
		before, err := notificationSettings(ctx, e.Client)
		if err != nil {
			return err
		}
		for _, setting := range input.Settings {
			byPush := slices.ContainsFunc(before, func(was *NotificationSetting) bool { return was.Kind == setting.Kind && was.ByPush })
			if setting.ByPush != nil {
				byPush = *setting.ByPush
			}
			err := e.NotificationSetting.Create().SetStaffID(staffID).SetKind(setting.Kind).SetByEmail(setting.ByEmail && notification.IsByEmail(setting.Kind)).SetByPush(byPush).SetLocale(notificationsetting.Locale(input.Locale)).
				OnConflictColumns(notificationsetting.FieldStaffID, notificationsetting.FieldKind).UpdateNewValues().Exec(ctx)
			if err != nil {
				return err
			}
		}
		if after, err = notificationSettings(ctx, e.Client); err != nil {
			return err
		}
		return e.Record(ctx, "notificationSettingsUpdate", staffID, before, after)
	})
	return after, err
}
