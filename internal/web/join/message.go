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
	mayEnter  bool          // whether it has the button that leads into the room
}

const (
	// retryInterval is the reload interval for temporary states.
	retryInterval = 15 * time.Second
	// soonInterval is the reload interval in the last hour, since staff may let the customer in or delay the call.
	soonInterval = time.Minute
	// maxRefresh is how late a waiting page may learn that its appointment was moved or cancelled.
	maxRefresh = time.Hour
)

// refreshAt returns when the waiting page reloads: when the room opens, but soon if staff may change that.
func (c *consultation) refreshAt(now civil.Instant) time.Duration {
	most := maxRefresh
	switch ahead := c.StartsAt.Sub(now); {
	case ahead <= schedule.CallOpensBefore:
		most = retryInterval
	case ahead <= maxRefresh:
		most = soonInterval
	}
	if opens := c.entry.OpensAt.Sub(now); 0 < opens && opens < most {
		return opens
	}
	return most
}

// waiting is for customers before the room is open.
func (c *consultation) waiting(now civil.Instant) message {
	m := message{
		status:    http.StatusOK,
		heading:   locale.Text{German: "Dein Video-Termin", English: "Your video appointment"},
		sentences: []locale.Text{c.opening(now), stayOrReturn},
		refresh:   c.refreshAt(now),
	}
	if c.Version > 1 { // it was moved
		m.sentences = append([]locale.Text{{
			German:  "Dieser Termin wurde verschoben. Unten steht die neue Uhrzeit.",
			English: "This appointment was moved. The new time is shown below.",
		}}, m.sentences...)
	}
	return m
}

// opening returns the sentence about when the room opens, and why not yet.
func (c *consultation) opening(now civil.Instant) locale.Text {
	opensAt := timeOf(c.zone.Local(c.entry.OpensAt))
	isEarly := now < schedule.CallOpening(c.StartsAt)
	switch {
	case c.entry.State == schedule.EntryTaken:
		return locale.Text{
			German:  "Im Raum läuft noch ein anderes Gespräch. Der Salon lässt dich danach hinein.",
			English: "Another call is still going on in the room. The salon lets you in afterwards.",
		}
	case c.entry.Reason == schedule.ReasonDelay:
		late := strconv.Itoa(int(c.RoomDelayedUntil.Sub(c.StartsAt).Round(time.Minute) / time.Minute))
		return locale.Text{
			German:  "Dein Gespräch beginnt etwa " + late + " Minuten später, gegen " + opensAt + " Uhr. Dann öffnet der Raum.",
			English: "Your call begins about " + late + " minutes later, at around " + opensAt + ". The room opens then.",
		}
	case c.entry.Reason == schedule.ReasonPreviousCall && !isEarly:
		return locale.Text{
			German:  "Das vorherige Gespräch läuft noch. Der Raum öffnet danach, spätestens um " + opensAt + " Uhr.",
			English: "The previous call is still going on. The room opens after it, at " + opensAt + " at the latest.",
		}
	case c.entry.Reason == schedule.ReasonPreviousCall:
		return locale.Text{
			German:  "Der Raum öffnet um " + opensAt + " Uhr, nach dem vorherigen Gespräch, oder früher, wenn es eher endet.",
			English: "The room opens at " + opensAt + ", after the previous call, or earlier if that ends sooner.",
		}
	default:
		ahead := strconv.Itoa(int(schedule.CallOpensBefore.Minutes()))
		return locale.Text{
			German:  "Der Raum öffnet " + ahead + " Minuten vor Beginn, um " + opensAt + " Uhr.",
			English: "The room opens " + ahead + " minutes before the start, at " + opensAt + ".",
		}
	}
}

var stayOrReturn = locale.Text{
	German: "Lass diese Seite offen: Hier erscheint dann ein Knopf, der dich hineinbringt. Du kannst den Link aus deiner E-Mail auch " +
		"später noch einmal öffnen. Er gilt auch, wenn der Termin verschoben wird.",
	English: "Leave this page open: a button that takes you in will appear here. You can also open the link from your email again " +
		"later. It stays valid if the appointment is moved.",
}

// ready is for customers who may enter.
func (c *consultation) ready() message {
	return message{
		status:  http.StatusOK,
		heading: locale.Text{German: "Der Raum ist offen", English: "The room is open"},
		sentences: []locale.Text{{
			German:  "Wenn du bereit bist, betritt den Raum. Reißt die Verbindung ab, öffne diesen Link noch einmal.",
			English: "When you are ready, enter the room. If you lose the connection, open this link again.",
		}},
		mayEnter: true,
	}
}

// unprepared is for an open room without a URL.
func unprepared() message {
	return message{
		status:  http.StatusOK,
		heading: locale.Text{German: "Einen Moment noch", English: "Just a moment"},
		sentences: []locale.Text{
			{
				German:  "Der Salon hat den Raum noch nicht vorbereitet. Lass diese Seite offen: Sie sieht alle 15 Sekunden nach.",
				English: "The salon has not prepared the room yet. Leave this page open: it checks every 15 seconds.",
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

// enter labels the button that leads into the room.
var enter = locale.Text{German: "Raum betreten", English: "Enter the room"}

// Labels of the appointment's details.
var (
	what = locale.Text{German: "Was", English: "What"}
	who  = locale.Text{German: "Mit wem", English: "With"}
	when = locale.Text{German: "Wann", English: "When"}
	zone = locale.Text{German: "Zeitzone", English: "Time zone"}
)
