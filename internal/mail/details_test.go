package mail

import (
	"testing"

	"visavis/ent/appointment"
	"visavis/ent/mail"
	"visavis/internal/civil"
)

func TestWhichMailsAreRight(t *testing.T) {
	const start = 1000
	for _, test := range []struct {
		kind    mail.Kind
		status  appointment.Status
		version int // the mail is of version 2
		now     int64
		want    bool
	}{
		{mail.KindCONFIRMED, appointment.StatusCONFIRMED, 2, start - 1, true},
		{mail.KindMOVED, appointment.StatusCONFIRMED, 2, start - 1, true},
		{mail.KindREMINDER, appointment.StatusCONFIRMED, 2, start - 1, true},
		{mail.KindREMINDER, appointment.StatusCONFIRMED, 2, start, false},
		{mail.KindCONFIRMED, appointment.StatusCONFIRMED, 3, start - 1, false},
		{mail.KindMOVED, appointment.StatusCONFIRMED, 3, start - 1, false},
		{mail.KindREMINDER, appointment.StatusCONFIRMED, 3, start - 1, false},
		{mail.KindREMINDER, appointment.StatusCANCELLED, 2, start - 1, false},
		{mail.KindREMINDER, appointment.StatusCOMPLETED, 2, start - 1, false},
		{mail.KindCONFIRMED, appointment.StatusNO_SHOW, 2, start - 1, false},
		{mail.KindCANCELLED, appointment.StatusCANCELLED, 2, start - 1, true},
		{mail.KindCANCELLED, appointment.StatusCANCELLED, 2, start + 1, true},
		{mail.KindCANCELLED, appointment.StatusCONFIRMED, 2, start - 1, false},
	} {
		what := mailTo("Carla", "carla@kunde.example")
		what.Kind, what.AppointmentVersion = test.kind, 2
		a := what.Edges.Appointment
		a.Status, a.Version, a.StartsAt = test.status, test.version, start
		if got := what.isCurrent(civil.Instant(test.now)); got != test.want {
			t.Errorf("%+v: %t", test, got)
		}
		a.ContactEmail = ""
		same(t, "without an address", what.isCurrent(civil.Instant(test.now)), false)
		a.ContactName = ""
		same(t, "to nobody", what.isCurrent(civil.Instant(test.now)), false)
	}
}
