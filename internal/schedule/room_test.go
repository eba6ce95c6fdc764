package schedule_test

import (
	"testing"

	"visavis/ent"
	"visavis/internal/schedule"
)

func TestTheRoomOfAnAppointment(t *testing.T) {
	shared := &ent.VideoLink{URL: "https://zoom.us/j/84512345678?pwd=x"}
	service := &ent.VideoLink{URL: "https://meet.jit.si", RoomPerAppointment: true}
	named := &ent.Appointment{RoomName: "KX7Q"}
	for _, test := range []struct {
		name        string
		link        *ent.VideoLink
		appointment *ent.Appointment
		want        string
	}{
		{"no link", nil, named, ""},
		{"a room for everyone", shared, named, "https://zoom.us/j/84512345678?pwd=x"},
		{"a room of its own", service, named, "https://meet.jit.si/KX7Q"},
		{"a slash at the end", &ent.VideoLink{URL: "https://video.example/salon/", RoomPerAppointment: true}, named, "https://video.example/salon/KX7Q"},
		{"an appointment that has no name for one", service, &ent.Appointment{}, ""},
	} {
		if got := schedule.RoomURL(test.link, test.appointment); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
