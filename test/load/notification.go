package main

import (
	"context"
	"errors"
	"slices"
	"time"

	"visavis/test/load/subscribers"
)

// errTaken is returned if the start is taken, in which case no change is published.
var errTaken = errors.New("the start is taken")

const releaseMutation = `mutation($secret: String!) { appointmentHoldRelease(input: {secret: $secret}) { userErrors { code } } }`

// notificationTimes holds starts one after the other, and returns how long each took to reach all subscribers, in ascending order.
func notificationTimes(ctx context.Context, a *subscribers.Subscribers, origin string, s *salon, changes int) (took []time.Duration, err error) {
	for i := range changes {
		w := s.starts[len(s.starts)-1-i%len(s.starts)]
		input := map[string]any{"branchId": branch, "serviceId": w.service, "staffId": w.staff, "start": w.start}
		var answer struct {
			AppointmentHold struct{ Hold *struct{ Secret string } }
		}
		lasted, err := a.Time(func() error {
			if err := ask(ctx, origin, holdMutation, map[string]any{"input": input}, &answer); err != nil {
				return err
			}
			if answer.AppointmentHold.Hold == nil {
				return errTaken
			}
			return nil
		})
		if errors.Is(err, errTaken) {
			continue
		}
		if err != nil {
			return nil, err
		}
		took = append(took, lasted)
		secret := map[string]any{"secret": answer.AppointmentHold.Hold.Secret}
		if _, err := a.Time(func() error { return ask(ctx, origin, releaseMutation, secret, &struct{}{}) }); err != nil {
			return nil, err
		}
	}
	slices.Sort(took)
	return took, nil
}
