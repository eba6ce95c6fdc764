package compose

import (
	"visavis/ent/mail"
	"visavis/internal/locale"
)

// An introduction is the heading and the first sentence of a kind of message.
type introduction struct{ heading, opening locale.Text }

var introductions = map[mail.Kind]introduction{
	mail.KindTO_CONFIRM: {
		heading: locale.Text{German: "Noch ein Schritt zu deinem Termin", English: "One more step to your appointment"},
		opening: locale.Text{German: "diese Uhrzeit ist für dich reserviert, aber noch nicht gebucht:", English: "this time is reserved for you, but not booked yet:"},
	},
	mail.KindCONFIRMED: {
		heading: locale.Text{German: "Dein Termin ist gebucht", English: "Your appointment is booked"},
		opening: locale.Text{German: "wir freuen uns auf dich. Das ist dein Termin:", English: "we look forward to seeing you. This is your appointment:"},
	},
	mail.KindMOVED: {
		heading: locale.Text{German: "Dein Termin wurde verschoben", English: "Your appointment was moved"},
		opening: locale.Text{German: "dein Termin wurde verschoben. Jetzt gilt:", English: "your appointment was moved. It is now:"},
	},
	mail.KindCANCELLED: {
		heading: locale.Text{German: "Dein Termin wurde abgesagt", English: "Your appointment was cancelled"},
		opening: locale.Text{German: "dieser Termin wurde abgesagt:", English: "this appointment was cancelled:"},
	},
	mail.KindREMINDER: {
		heading: locale.Text{German: "Erinnerung an deinen Termin", English: "Reminder of your appointment"},
		opening: locale.Text{German: "bald ist es so weit. Das ist dein Termin:", English: "your appointment is coming up:"},
	},
}

var access = introduction{
	heading: locale.Text{German: "Dein Zugang", English: "Your access"},
	opening: locale.Text{
		German:  "hier ist dein Zugang zu unserem Buchungssystem. Passwort und PIN legst du selbst fest.",
		English: "here is your access to our booking system. You choose your own password and PIN.",
	},
}

var (
	greeting = locale.Text{German: "Hallo ", English: "Hello "}
	closing  = locale.Text{German: "Viele Grüße", English: "Kind regards"}

	what     = locale.Text{German: "Was", English: "What"}
	who      = locale.Text{German: "Mit wem", English: "With"}
	when     = locale.Text{German: "Wann", English: "When"}
	howLong  = locale.Text{German: "Dauer", English: "Duration"}
	where    = locale.Text{German: "Wo", English: "Where"}
	byVideo  = locale.Text{German: "per Video", English: "by video"}
	phone    = locale.Text{German: "Telefon", English: "Phone"}
	emailing = locale.Text{German: "E-Mail", English: "Email"}

	signInWith = locale.Text{German: "Anmelden mit", English: "Sign in with"}

	choosing = locale.Text{
		German:  "Unter diesem Link legst du Passwort und PIN fest. Er gilt %d Tage lang und nur einmal.",
		English: "Choose your password and PIN at this link. It works once, within %d days.",
	}
	chooseLabel = locale.Text{German: "Passwort und PIN festlegen", English: "Choose password and PIN"}
	notYet      = locale.Text{
		German:  "Hier steht der Link, sobald die Nachricht verschickt wird.",
		English: "The link appears here when the message is sent.",
	}
	unasked = locale.Text{
		German:  "Hast du diese Nachricht nicht erwartet? Dann lösche sie. Solange niemand den Link benutzt, ändert sich nichts.",
		English: "Not expecting this message? Delete it. Nothing changes unless someone uses the link.",
	}

	joining = locale.Text{
		German:  "Mit diesem Link kommst du zum Video-Termin. Er gilt auch, wenn der Termin verschoben wird.",
		English: "Open this link to join by video. It stays valid if the appointment is moved.",
	}
	joinLabel = locale.Text{German: "Zum Video-Termin", English: "Join by video"}

	bookingUntil = locale.Text{
		German:  "Buche den Termin auf dieser Seite bis %s.",
		English: "Book the appointment on this page by %s.",
	}
	bookLabel = locale.Text{German: "Termin buchen", English: "Book the appointment"}
	notBooked = locale.Text{
		German:  "Hast du diese Nachricht nicht erwartet? Dann lösche sie. Ohne dich wird nichts gebucht.",
		English: "Not expecting this message? Delete it. Nothing is booked without you.",
	}

	confirming = locale.Text{
		German:  "Hast du den Termin selbst gebucht? Bestätige das auf dieser Seite, damit wir dich beim nächsten Mal wiedererkennen.",
		English: "Did you book this yourself? Confirm it on this page, so that we recognize you next time.",
	}
	confirmLabel = locale.Text{German: "Das ist mein Termin", English: "This is my appointment"}

	changing = locale.Text{
		German:  "Du kannst den Termin bis %s verschieben oder absagen.",
		English: "You can move or cancel the appointment until %s.",
	}
	changeLabel = locale.Text{German: "Termin verschieben oder absagen", English: "Move or cancel the appointment"}

	byAsking = locale.Text{
		German:  "Möchtest du den Termin verschieben oder absagen? Melde dich bitte bei uns.",
		English: "Would you like to move or cancel the appointment? Please contact us.",
	}
	tooLate = locale.Text{
		German:  "Online kannst du den Termin nicht mehr verschieben oder absagen. Wenn etwas dazwischenkommt, melde dich bitte bei uns.",
		English: "The appointment can no longer be moved or cancelled online. If something comes up, please contact us.",
	}
)
