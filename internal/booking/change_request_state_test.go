package booking

import (
	"testing"

	"visavis/ent"
	"visavis/ent/appointment"
	"visavis/ent/changerequest"
	"visavis/internal/civil"
)

func TestWhatChangesAnAppointmentClosesItsRequest(t *testing.T) {
	before := &ent.Appointment{Status: appointment.StatusCONFIRMED, StartsAt: 100, StaffID: "stf_anna"}
	is := func(change func(*ent.Appointment)) *ent.Appointment {
		after := *before
		change(&after)
		return &after
	}
	same := is(func(a *ent.Appointment) { a.Note = "n" })
	moved := is(func(a *ent.Appointment) { a.StartsAt = 200 })
	handed := is(func(a *ent.Appointment) { a.StaffID = "stf_ben" })
	cancelled := is(func(a *ent.Appointment) { a.Status = appointment.StatusCANCELLED })
	for _, test := range []struct {
		name    string
		kind    changerequest.Kind
		after   *ent.Appointment
		byStaff bool
		want    changerequest.State
	}{
		{"unchanged", changerequest.KindMOVE, same, true, changerequest.StateOPEN},
		{"unchanged by the customer", changerequest.KindCANCEL, same, false, changerequest.StateOPEN},
		{"moved as asked", changerequest.KindMOVE, moved, true, changerequest.StateACCEPTED},
		{"handed on as asked", changerequest.KindMOVE, handed, true, changerequest.StateACCEPTED},
		{"cancelled as asked", changerequest.KindCANCEL, cancelled, true, changerequest.StateACCEPTED},
		{"moved instead", changerequest.KindCANCEL, moved, true, changerequest.StateLAPSED},
		{"cancelled instead", changerequest.KindMOVE, cancelled, true, changerequest.StateLAPSED},
		{"moved by the customer", changerequest.KindMOVE, moved, false, changerequest.StateWITHDRAWN},
		{"cancelled by the customer", changerequest.KindCANCEL, cancelled, false, changerequest.StateWITHDRAWN},
	} {
		if got := stateAfter(test.kind, before, test.after, test.byStaff); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestARequestLapsesWhenTheAppointmentBegins(t *testing.T) {
	booked := &ent.Appointment{Status: appointment.StatusCONFIRMED, StartsAt: 100}
	cancelled := &ent.Appointment{Status: appointment.StatusCANCELLED, StartsAt: 100}
	for _, test := range []struct {
		state changerequest.State
		of    *ent.Appointment
		now   civil.Instant
		want  changerequest.State
	}{
		{changerequest.StateOPEN, booked, 99, changerequest.StateOPEN},
		{changerequest.StateOPEN, booked, 100, changerequest.StateLAPSED},
		{changerequest.StateOPEN, cancelled, 99, changerequest.StateLAPSED},
		{changerequest.StateDECLINED, booked, 100, changerequest.StateDECLINED},
	} {
		if got := ChangeRequestStateOf(&ent.ChangeRequest{State: test.state}, test.of, test.now); got != test.want {
			t.Errorf("%s at %d is %s, want %s", test.state, test.now, got, test.want)
		}
	}
}
