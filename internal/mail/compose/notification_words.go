package compose

import (
	"visavis/ent/absencerequest"
	"visavis/ent/changerequest"
	"visavis/ent/mail"
	"visavis/internal/locale"
)

// notificationWords are the texts of messages by which staff learn of something.
type notificationWords struct {
	greeting      string
	kinds         map[mail.Kind]introduction
	requests      map[changerequest.Kind]introduction
	answers       map[absencerequest.State]introduction
	absences      map[absencerequest.Kind]string
	unsubscribing string

	customer, staff, absence, period, answer string

	opening, openLabel     string
	answering, answerLabel string
	seeing, seeLabel       string
}

var notificationCatalog = locale.ForStaff(&germanNotifications, &englishNotifications)
