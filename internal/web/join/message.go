package join

import (
	"fmt"
	"net/http"
	"time"

	"visavis/internal/civil"
	"visavis/internal/locale"
	"visavis/internal/schedule"
)

// A message is the text of a page and its status.
type message struct {
	status    int
	heading   string
	sentences []string
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
func (c *consultation) waiting(l locale.Locale, now civil.Instant) message {
	w := catalog.In(l)
	m := message{
		status:    http.StatusOK,
		heading:   w.waiting,
		sentences: []string{c.opening(l), w.stayOrReturn},
		refresh:   c.refreshAt(now),
	}
	if c.Version > 1 { // it was moved
		m.sentences = append([]string{w.moved}, m.sentences...)
	}
	return m
}

// opening returns the sentence about when the room opens, and why not yet. The live page says the same (closed_view.tsx).
func (c *consultation) opening(l locale.Locale) string {
	w := catalog.In(l)
	opensAt := locale.Clock(l, c.zone.Local(c.entry.OpensAt))
	switch {
	case c.entry.State == schedule.EntryTaken:
		return w.taken
	case c.entry.Reason == schedule.ReasonDelay:
		return fmt.Sprintf(w.delayed, opensAt)
	case c.entry.Reason == schedule.ReasonPreviousCall:
		return fmt.Sprintf(w.afterPrevious, opensAt)
	default:
		return fmt.Sprintf(w.opens, locale.Minutes(l, schedule.CallOpensBefore), opensAt)
	}
}

// ready is for customers who may enter.
func ready(w *words) message {
	return message{status: http.StatusOK, heading: w.ready.heading, sentences: w.ready.sentences, mayEnter: true}
}

// unprepared is for an open room without a URL.
func unprepared(w *words) message {
	return message{status: http.StatusOK, heading: w.unprepared.heading, sentences: w.unprepared.sentences, refresh: retryInterval}
}

// byHand is for an open room into which staff let the customer.
func byHand(w *words) message {
	return message{status: http.StatusOK, heading: w.byHand.heading, sentences: w.byHand.sentences, refresh: retryInterval}
}

// inBrowser is for the salon's own room, for browsers that cannot show it.
func inBrowser(w *words) message {
	return message{status: http.StatusOK, heading: w.inBrowser.heading, sentences: w.inBrowser.sentences}
}

// over is the same for completed and missed appointments, which are the salon's records.
func over(w *words) message {
	return message{status: http.StatusGone, heading: w.over.heading, sentences: w.over.sentences}
}

func cancelled(w *words) message {
	return message{status: http.StatusGone, heading: w.cancelled.heading, sentences: w.cancelled.sentences}
}

func unknown(w *words) message {
	return message{status: http.StatusNotFound, heading: w.unknown.heading, sentences: w.unknown.sentences}
}

// failed is for server errors.
func failed(w *words) message {
	return message{status: http.StatusInternalServerError, heading: w.failed.heading, sentences: w.failed.sentences, refresh: retryInterval}
}
