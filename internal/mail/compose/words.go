package compose

import (
	"visavis/ent/mail"
	"visavis/internal/locale"
)

// An occasion is what the letters of a kind say first.
type occasion struct{ heading, opening locale.Text }

var occasions = map[mail.Kind]occasion{
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
		heading: locale.Text{German: "Erinnerung an deinen Termin", English: "A reminder of your appointment"},
		opening: locale.Text{German: "bald ist es so weit. Das ist dein Termin:", English: "it is almost time. This is your appointment:"},
	},
}

var access = occasion{
	heading: locale.Text{German: "Dein Zugang", English: "Your access"},
	opening: locale.Text{
		German:  "du kannst dich im Salon anmelden. Passwort und PIN bestimmst du selbst.",
		English: "you can sign in at the salon. You choose the password and the PIN yourself.",
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
	emailing = locale.Text{German: "E-Mail", English: "E-mail"}

	signInWith = locale.Text{German: "Anmelden mit", English: "Sign in with"}

	choosing = locale.Text{
		German:  "Passwort und PIN legst du unter diesem Link fest. Er gilt %d Tage, und nur einmal.",
		English: "Choose your password and PIN at this link. It works for %d days, and only once.",
	}
	chooseLabel = locale.Text{German: "Passwort und PIN festlegen", English: "Choose password and PIN"}
	notYet      = locale.Text{
		German:  "Hier steht der Link, wenn die Nachricht verschickt wird.",
		English: "The link will be here when the message is sent.",
	}
	unasked = locale.Text{
		German:  "Kommt diese Nachricht für dich unerwartet? Dann lösche sie. Solange niemand den Link benutzt, ändert sich nichts.",
		English: "Did you not expect this message? Then delete it. As long as nobody uses the link, nothing changes.",
	}

	joining = locale.Text{
		German:  "Zum Video-Termin öffnest du diesen Link. Er gilt auch dann noch, wenn der Termin verschoben wird.",
		English: "To join by video, open this link. It stays right even if the appointment is moved.",
	}
	joinLabel = locale.Text{German: "Zum Video-Termin", English: "Join by video"}

	changing = locale.Text{
		German:  "Verschieben oder absagen kannst du den Termin bis %s.",
		English: "You can move or cancel the appointment until %s.",
	}
	changeLabel = locale.Text{German: "Termin verschieben oder absagen", English: "Move or cancel the appointment"}

	byAsking = locale.Text{
		German:  "Möchtest du den Termin verschieben oder absagen? Melde dich bitte bei uns.",
		English: "Would you like to move or cancel the appointment? Please contact us.",
	}
	tooLate = locale.Text{
		German:  "Verschieben oder absagen kannst du den Termin online nicht mehr. Wenn etwas dazwischenkommt, melde dich bitte bei uns.",
		English: "It is too late to move or cancel the appointment online. If something comes up, please contact us.",
	}
)
