package join

import (
	"net/http"
	"strconv"
	"time"

	"visavis/internal/civil"
	"visavis/internal/locale"
	"visavis/internal/schedule"
)

// A message is the text of a page and its status.
type message struct {
	status    int
	heading   locale.Text
	sentences []locale.Text
	refresh   time.Duration // when the page reloads; 0: never
}

const (
	// retryInterval is the reload interval for temporary states.
	retryInterval = 15 * time.Second
	// maxRefresh is how late a waiting page may learn that its appointment was moved or cancelled.
	maxRefresh = time.Hour
)

// waiting is for customers before the room is open.
func (c *consultation) waiting(now civil.Instant) message {
	opens := schedule.CallOpening(c.StartsAt)
	ahead := strconv.Itoa(int(schedule.CallOpensBefore.Minutes()))
	opensAt := timeOf(c.zone.Local(opens))
	m := message{
		status:  http.StatusOK,
		heading: locale.Text{German: "Dein Video-Termin", English: "Your video appointment"},
		sentences: []locale.Text{
			{
				German:  "Der Raum öffnet " + ahead + " Minuten vor Beginn, um " + opensAt + " Uhr. Lass diese Seite offen: Sie bringt dich dann automatisch hinein.",
				English: "The room opens " + ahead + " minutes before the start, at " + opensAt + ". Leave this page open: it takes you in automatically.",
			},
			{
				German:  "Du kannst sie auch schließen und den Link aus deiner E-Mail später noch einmal öffnen. Er gilt auch, wenn der Termin verschoben wird.",
				English: "You can also close it and open the link from your email again later. It stays valid if the appointment is moved.",
			},
		},
		refresh: min(opens.Sub(now), maxRefresh),
	}
	if c.Version > 1 { // it was moved
		m.sentences = append([]locale.Text{{
			German:  "Dieser Termin wurde verschoben. Unten steht die neue Uhrzeit.",
			English: "This appointment was moved. The new time is shown below.",
		}}, m.sentences...)
	}
	return m
}

// unprepared is for an open room without a URL.
func unprepared() message {
	return message{
		status:  http.StatusOK,
		heading: locale.Text{German: "Einen Moment noch", English: "Just a moment"},
		sentences: []locale.Text{
			{
				German:  "Der Salon hat den Raum noch nicht vorbereitet. Lass diese Seite offen: Sie sieht alle 15 Sekunden nach und bringt dich dann hinein.",
				English: "The salon has not prepared the room yet. Leave this page open: it checks every 15 seconds and then takes you in.",
			},
			{
				German:  "Dauert es zu lange, melde dich beim Salon.",
				English: "If it takes too long, contact the salon.",
			},
		},
		refresh: retryInterval,
	}
}

// over is the same for completed and missed appointments, which are the salon's records.
func over() message {
	return message{
		status:  http.StatusGone,
		heading: locale.Text{German: "Dieser Termin ist vorbei", English: "This appointment is over"},
		sentences: []locale.Text{{
			German:  "Der Raum ist geschlossen. Wenn du noch etwas brauchst, melde dich beim Salon.",
			English: "The room is closed. If you need anything else, contact the salon.",
		}},
	}
}

func cancelled() message {
	return message{
		status:  http.StatusGone,
		heading: locale.Text{German: "Dieser Termin wurde abgesagt", English: "This appointment was cancelled"},
		sentences: []locale.Text{{
			German:  "Er findet nicht statt. Wenn du einen neuen möchtest, buche ihn oder melde dich beim Salon.",
			English: "It will not take place. If you would like a new one, book it or contact the salon.",
		}},
	}
}

func unknown() message {
	return message{
		status:  http.StatusNotFound,
		heading: locale.Text{German: "Termin nicht gefunden", English: "Appointment not found"},
		sentences: []locale.Text{{
			German:  "Prüfe, ob du den Link aus deiner E-Mail ganz übernommen hast. Öffne ihn am besten direkt in der E-Mail.",
			English: "Check that you copied the whole link from your email. Opening it in the email works best.",
		}},
	}
}

// failed is for server errors.
func failed() message {
	return message{
		status:  http.StatusInternalServerError,
		heading: locale.Text{German: "Das hat nicht geklappt", English: "Something went wrong"},
		sentences: []locale.Text{{
			German:  "Es liegt nicht an dir. Lass diese Seite offen: Sie versucht es alle 15 Sekunden noch einmal.",
			English: "This is not your fault. Leave this page open: it tries again every 15 seconds.",
		}},
		refresh: retryInterval,
	}
}

// again labels the link that reloads the page, for browsers that ignore Refresh.
var again = locale.Text{German: "Jetzt nachsehen", English: "Check now"}

// Labels of the appointment's details.
var (
	what = locale.Text{German: "Was", English: "What"}
	who  = locale.Text{German: "Mit wem", English: "With"}
	when = locale.Text{German: "Wann", English: "When"}
	zone = locale.Text{German: "Zeitzone", English: "Time zone"}
)
