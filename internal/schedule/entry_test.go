package schedule_test

import (
	"testing"
	"time"

	"visavis/internal/civil"
	"visavis/internal/schedule"
)

// The talks of a salon in one room: Lena at nine, Mia at half past nine, each for half an hour, and Nora at eleven.
func TestWhoMayEnterARoom(t *testing.T) {
	clock := func(text string) civil.Instant {
		at, err := time.Parse("15:04", text)
		if err != nil {
			t.Fatal(err)
		}
		return civil.Instant(at.Hour()*3600 + at.Minute()*60)
	}
	call := func(id, start, end string) schedule.Call {
		return schedule.Call{AppointmentID: id, Start: clock(start), End: clock(end)}
	}
	admit := func(c schedule.Call, at string) schedule.Call { c.AdmittedAt = new(clock(at)); return c }
	delay := func(c schedule.Call, until string) schedule.Call { c.DelayedUntil = new(clock(until)); return c }
	lena, mia, nora := call("lena", "09:00", "09:30"), call("mia", "09:30", "10:00"), call("nora", "11:00", "11:30")

	const plan, previous, delayed = schedule.ReasonPlan, schedule.ReasonPreviousCall, schedule.ReasonDelay
	ahead := func(at string, why schedule.EntryReason) schedule.Entry {
		return schedule.Entry{State: schedule.EntryAhead, OpensAt: clock(at), Reason: why}
	}
	open, taken, over := schedule.Entry{State: schedule.EntryOpen}, schedule.Entry{State: schedule.EntryTaken}, schedule.Entry{State: schedule.EntryOver}
	for _, test := range []struct {
		name   string
		call   schedule.Call
		others []schedule.Call
		at     string
		want   schedule.Entry
	}{
		{"a quarter of an hour and a minute ahead", lena, nil, "08:44", ahead("08:45", plan)},
		{"a quarter of an hour ahead", lena, nil, "08:45", open},
		{"a later call does not matter before", lena, []schedule.Call{mia, nora}, "08:45", open},

		{"while the earlier call goes on", mia, []schedule.Call{lena}, "09:15", ahead("09:30", previous)},
		{"until the last minute of the earlier call", mia, []schedule.Call{lena, nora}, "09:29", ahead("09:30", previous)},
		{"at the planned end of the earlier call", mia, []schedule.Call{lena}, "09:30", open},
		{"once the earlier call is marked or cancelled", mia, nil, "09:15", open},
		{"an earlier call that has long ended", nora, []schedule.Call{lena, mia}, "10:45", open},
		{"an earlier call that is planned past the start", mia, []schedule.Call{call("lena", "09:00", "09:40")}, "09:35", ahead("09:40", previous)},
		{"two at the same time: the second waits", call("mia", "09:00", "09:30"), []schedule.Call{lena}, "09:00", ahead("09:30", previous)},
		{"two at the same time: the first enters", lena, []schedule.Call{call("mia", "09:00", "09:30")}, "09:00", open},

		{"back into a call that overruns", mia, []schedule.Call{lena, nora}, "10:44", open},
		{"until the next may enter", mia, []schedule.Call{lena, nora}, "10:45", over},
		{"not back when the next may enter at the end", lena, []schedule.Call{mia}, "09:30", over},
		{"back for an hour if nobody follows", lena, nil, "10:29", open},
		{"after this hour", lena, nil, "10:30", over},
		{"back as long as the next is delayed", lena, []schedule.Call{delay(mia, "09:40")}, "09:39", open},
		{"not once the next has waited long enough", lena, []schedule.Call{delay(mia, "09:40")}, "09:40", over},

		{"delayed: not ahead of the plan", delay(lena, "09:05"), nil, "08:50", ahead("09:05", delayed)},
		{"delayed: at the start", delay(lena, "09:05"), nil, "09:04", ahead("09:05", delayed)},
		{"delayed: then", delay(lena, "09:05"), nil, "09:05", open},
		{"delayed: the hour begins later", delay(lena, "09:05"), nil, "10:34", open},
		{"delayed: after this hour", delay(lena, "09:05"), nil, "10:35", over},
		{"delayed: the next waits, too", mia, []schedule.Call{delay(lena, "09:05")}, "09:34", ahead("09:35", previous)},
		{"delayed less than the earlier call takes", delay(mia, "09:35"), []schedule.Call{delay(lena, "09:10")}, "09:30", ahead("09:40", previous)},
		{"delayed past its own end", delay(lena, "10:40"), nil, "10:35", ahead("10:40", delayed)},

		{"let in after a delay past its end", admit(lena, "10:45"), nil, "12:14", open},
		{"for an hour after as much time as planned", admit(lena, "10:45"), nil, "12:15", over},
		{"let in long before", admit(nora, "09:50"), nil, "09:50", open},
		{"let in although the earlier call goes on", admit(mia, "09:20"), []schedule.Call{lena}, "09:20", open},
		{"the earlier customer is out then", lena, []schedule.Call{admit(mia, "09:20")}, "09:25", ahead("09:50", previous)},
		{"and stays out after the end", lena, []schedule.Call{admit(mia, "09:20")}, "09:30", over},
		{"the earlier customer is let in again", admit(lena, "09:22"), []schedule.Call{admit(mia, "09:20")}, "09:25", open},
		{"the later waits again then", admit(mia, "09:20"), []schedule.Call{admit(lena, "09:22")}, "09:25", ahead("09:30", previous)},
		{"let in again after the end", admit(lena, "09:35"), []schedule.Call{mia}, "09:40", open},
		{"the next waits for staff then", mia, []schedule.Call{admit(lena, "09:35")}, "09:40", taken},
		{"until they let the next in", admit(mia, "09:45"), []schedule.Call{admit(lena, "09:35")}, "09:45", open},
		{"a call brought forward keeps the others out", lena, []schedule.Call{admit(nora, "08:40")}, "08:50", ahead("09:10", previous)},
		{"for as long as it takes", lena, []schedule.Call{admit(nora, "08:40")}, "09:10", open},
		{"the earlier call was let in as planned", mia, []schedule.Call{admit(lena, "08:55")}, "09:20", ahead("09:30", previous)},
	} {
		got := schedule.EntryOf(test.call, test.others, clock(test.at))
		if test.want.State != schedule.EntryAhead {
			got.OpensAt, got.Reason = 0, plan
		}
		if got != test.want {
			t.Errorf("%s, at %s: %+v, want %+v", test.name, test.at, got, test.want)
		}
	}
}

func TestNoTwoCustomersMayEnterARoomAtTheSameTime(t *testing.T) {
	const slot = 30 * 60
	marks := []*civil.Instant{nil, new(civil.Instant(2 * slot)), new(civil.Instant(3*slot + 60)), new(civil.Instant(5 * slot))}
	for state := range 1 << 12 {
		calls := make([]schedule.Call, 3)
		for i := range calls {
			start := civil.Instant((2 + i) * slot)
			bits := state >> (4 * i)
			calls[i] = schedule.Call{AppointmentID: string(rune('a' + i)), Start: start, End: start + slot, AdmittedAt: marks[bits&3], DelayedUntil: marks[bits>>2&3]}
		}
		for now := civil.Instant(0); now < 10*slot; now += 5 * 60 {
			open := 0
			for i := range calls {
				if past := calls[i].AdmittedAt; past != nil && now < *past {
					open = 0 // staff have not done that yet
					break
				}
				if schedule.EntryOf(calls[i], calls, now).State == schedule.EntryOpen {
					open++
				}
			}
			if open > 1 {
				t.Fatalf("%d may enter at %d: %+v", open, now, calls)
			}
		}
	}
}
