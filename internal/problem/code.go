package problem

import (
	"maps"
	"slices"

	"visavis/internal/locale"
)

// Code names what is wrong, for programs. The codes are the values of the
// GraphQL enum UserErrorCode.
type Code string

// What can be wrong with an input.
const (
	AppointmentsOverlap   Code = "APPOINTMENTS_OVERLAP"
	Archived              Code = "ARCHIVED"
	CancellationPeriod    Code = "CANCELLATION_PERIOD"
	ColorInvalid          Code = "COLOR_INVALID"
	ConsentRequired       Code = "CONSENT_REQUIRED"
	CurrencyUnknown       Code = "CURRENCY_UNKNOWN"
	DateInvalid           Code = "DATE_INVALID"
	DeviceUnknown         Code = "DEVICE_UNKNOWN"
	DurationInvalid       Code = "DURATION_INVALID"
	EmailInvalid          Code = "EMAIL_INVALID"
	ExactlyOne            Code = "EXACTLY_ONE"
	HoldExpired           Code = "HOLD_EXPIRED"
	IDOfAnotherKind       Code = "ID_OF_ANOTHER_KIND"
	IdempotencyKeyInvalid Code = "IDEMPOTENCY_KEY_INVALID"
	IdempotencyKeyReused  Code = "IDEMPOTENCY_KEY_REUSED"
	InUse                 Code = "IN_USE"
	InstantInvalid        Code = "INSTANT_INVALID"
	IntervalEmpty         Code = "INTERVAL_EMPTY"
	IntervalsOverlap      Code = "INTERVALS_OVERLAP"
	LastOwner             Code = "LAST_OWNER"
	LinkHasCredentials    Code = "LINK_HAS_CREDENTIALS"
	LinkInvalid           Code = "LINK_INVALID"
	LinkNotHTTPS          Code = "LINK_NOT_HTTPS"
	LinkOfAnotherPerson   Code = "LINK_OF_ANOTHER_PERSON"
	LinkUsed              Code = "LINK_USED"
	MeetingIDInvalid      Code = "MEETING_ID_INVALID"
	NotFound              Code = "NOT_FOUND"
	NotInBranch           Code = "NOT_IN_BRANCH"
	OutOfRange            Code = "OUT_OF_RANGE"
	OverrideRequired      Code = "OVERRIDE_REQUIRED"
	OwnColumnOnly         Code = "OWN_COLUMN_ONLY"
	PINInvalid            Code = "PIN_INVALID"
	PINTooSimple          Code = "PIN_TOO_SIMPLE"
	PasswordCommon        Code = "PASSWORD_COMMON"
	PasswordTooShort      Code = "PASSWORD_TOO_SHORT"
	PasswordWrong         Code = "PASSWORD_WRONG"
	ProviderRequired      Code = "PROVIDER_REQUIRED"
	RangeReversed         Code = "RANGE_REVERSED"
	RangeTooLong          Code = "RANGE_TOO_LONG"
	Required              Code = "REQUIRED"
	RoleTooHigh           Code = "ROLE_TOO_HIGH"
	SignInFailed          Code = "SIGN_IN_FAILED"
	SlugInvalid           Code = "SLUG_INVALID"
	StartNotBookable      Code = "START_NOT_BOOKABLE"
	StartTaken            Code = "START_TAKEN"
	StatusForbids         Code = "STATUS_FORBIDS"
	Taken                 Code = "TAKEN"
	TimeInvalid           Code = "TIME_INVALID"
	TimeZoneUnknown       Code = "TIME_ZONE_UNKNOWN"
	TooLong               Code = "TOO_LONG"
	TooMany               Code = "TOO_MANY"
	TooManyHolds          Code = "TOO_MANY_HOLDS"
	TooManyTries          Code = "TOO_MANY_TRIES"
	VideoOnlyModeOverlaps Code = "VIDEO_ONLY_MODE_OVERLAPS"
)

// sentences say what is wrong and how to mend it. %v stands for an argument.
var sentences = map[Code]locale.Text{
	AppointmentsOverlap: {
		German:  "Diese Profile haben gleichzeitig Termine und können deshalb nicht dieselbe Person sein. Verlege zuerst einen der Termine.",
		English: "These profiles have appointments at the same time, so they cannot be one person. Move one of the appointments first.",
	},
	Archived: {
		German:  "Das ist archiviert. Stelle es zuerst wieder her.",
		English: "This is archived. Restore it first.",
	},
	CancellationPeriod: {
		German:  "Dafür ist es zu spät: Die Stornofrist ist abgelaufen. Ruf den Salon an.",
		English: "It is too late for that: the cancellation period has begun. Call the salon.",
	},
	ColorInvalid: {
		German:  "Gib die Farbe als #rrggbb an, zum Beispiel #0f5c63.",
		English: "Write the color as #rrggbb, for example #0f5c63.",
	},
	ConsentRequired: {
		German:  "Ohne deine Zustimmung können wir den Termin nicht annehmen.",
		English: "Without your consent we cannot take the booking.",
	},
	CurrencyUnknown: {
		German:  "Diese Währung gibt es nicht. Gib ein Kürzel nach ISO 4217 an, zum Beispiel EUR.",
		English: "There is no such currency. Write a code of ISO 4217, for example EUR.",
	},
	DateInvalid: {
		German:  "Dieses Datum gibt es nicht. Schreibe zum Beispiel 2026-11-23.",
		English: "There is no such date. Write for example 2026-11-23.",
	},
	DeviceUnknown: {
		German:  "Dieser Browser ist keine Kasse. Melde dich mit E-Mail und Passwort an.",
		English: "This browser is no till. Sign in with e-mail and password.",
	},
	DurationInvalid: {
		German:  "Gib eine Dauer in ganzen Minuten an, zum Beispiel PT30M.",
		English: "Write a duration of whole minutes, for example PT30M.",
	},
	EmailInvalid: {
		German:  "Das ist keine E-Mail-Adresse. Prüfe die Schreibweise.",
		English: "This is not an e-mail address. Check its spelling.",
	},
	ExactlyOne: {
		German:  "Gib genau eines davon an: %v.",
		English: "Give exactly one of these: %v.",
	},
	HoldExpired: {
		German:  "Die Reservierung ist abgelaufen. Wähle den Termin noch einmal.",
		English: "The hold has expired. Choose the start once more.",
	},
	IDOfAnotherKind: {
		German:  "Diese ID gehört zu etwas anderem. Hier wird eine ID erwartet, die mit %v_ beginnt.",
		English: "This ID is of something else. An ID that begins with %v_ is expected here.",
	},
	IdempotencyKeyInvalid: {
		German:  "Erlaubt sind 16 bis 100 Buchstaben, Ziffern und Bindestriche, zum Beispiel eine UUID.",
		English: "Allowed are 16 to 100 letters, digits and hyphens, for example a UUID.",
	},
	IdempotencyKeyReused: {
		German:  "Mit diesem Schlüssel wurde schon etwas anderes gebucht. Nimm einen neuen.",
		English: "This key has been used to book something else. Take a new one.",
	},
	InUse: {
		German:  "Das wird noch gebraucht und kann deshalb nicht entfernt werden.",
		English: "This is still in use and cannot be removed.",
	},
	InstantInvalid: {
		German:  "Diesen Zeitpunkt gibt es nicht. Schreibe zum Beispiel 2026-11-23T09:00:00Z.",
		English: "There is no such instant. Write for example 2026-11-23T09:00:00Z.",
	},
	IntervalEmpty: {
		German:  "Die Zeit %v endet nicht nach ihrem Beginn. Teile eine Zeit über Mitternacht in zwei: bis 24:00 und ab 00:00 am nächsten Tag.",
		English: "The interval %v does not end after it begins. Split one that passes midnight in two: until 24:00, and from 00:00 of the next day.",
	},
	IntervalsOverlap: {
		German:  "Die Zeiten %v und %v überschneiden sich. Kürze eine oder lege sie zusammen.",
		English: "The intervals %v and %v overlap. Shorten one or join them.",
	},
	LastOwner: {
		German:  "Sonst kann sich niemand mehr als Inhaber anmelden. Mache zuerst jemand anderen dazu.",
		English: "Otherwise nobody could sign in as the owner any more. Make somebody else one first.",
	},
	LinkHasCredentials: {
		German:  "Der Link enthält einen Benutzernamen oder ein Passwort. Füge ihn ohne beides ein.",
		English: "The link carries a user name or a password. Paste it without.",
	},
	LinkInvalid: {
		German:  "Das ist kein Link. Kopiere den ganzen Link aus deinem Videodienst.",
		English: "This is not a link. Copy the whole link from your video provider.",
	},
	LinkNotHTTPS: {
		German:  "Der Link muss mit https:// beginnen.",
		English: "The link must begin with https://.",
	},
	LinkOfAnotherPerson: {
		German:  "Diesen Videoraum benutzt schon eine andere Person. Jede Person braucht einen eigenen.",
		English: "Another person uses this video room already. Everyone needs a room of their own.",
	},
	LinkUsed: {
		German:  "Dieser Link ist abgelaufen oder wurde schon benutzt. Lass dir einen neuen schicken.",
		English: "This link has expired or has been used already. Have a new one sent to you.",
	},
	MeetingIDInvalid: {
		German:  "Das ist keine Meeting-ID dieses Anbieters. Füge am besten den ganzen Link ein.",
		English: "This is not a meeting ID of this provider. Better paste the whole link.",
	},
	NotFound: {
		German:  "Das gibt es nicht oder nicht mehr.",
		English: "There is no such thing, or no longer.",
	},
	NotInBranch: {
		German:  "Dieses Profil ist in dieser Filiale nicht aktiv. Aktiviere es zuerst in der Filialbibliothek.",
		English: "This profile is not active in this branch. Activate it in the branch library first.",
	},
	OutOfRange: {
		German:  "Erlaubt ist %v bis %v.",
		English: "Allowed is %v to %v.",
	},
	OverrideRequired: {
		German:  "Das verstößt gegen die Regeln des Salons. Bestätige es ausdrücklich, wenn du es trotzdem willst.",
		English: "This is against the rules of the salon. Confirm it explicitly if you want it all the same.",
	},
	OwnColumnOnly: {
		German:  "Das geht nur in deiner eigenen Spalte. Für andere macht es jemand, der den Salon leitet.",
		English: "This you can do in your own column alone. For others, a manager does it.",
	},
	PINInvalid: {
		German:  "Eine PIN hat %v bis %v Ziffern.",
		English: "A PIN has %v to %v digits.",
	},
	PINTooSimple: {
		German:  "Diese PIN wird leicht erraten. Nimm eine andere.",
		English: "This PIN is easily guessed. Take another one.",
	},
	PasswordCommon: {
		German:  "Dieses Passwort wird leicht erraten. Nimm ein anderes, zum Beispiel drei Wörter.",
		English: "This password is easily guessed. Take another one, for example three words.",
	},
	PasswordTooShort: {
		German:  "Das Passwort braucht mindestens %v Zeichen.",
		English: "The password needs at least %v characters.",
	},
	PasswordWrong: {
		German:  "Das ist nicht dein jetziges Passwort.",
		English: "This is not your present password.",
	},
	ProviderRequired: {
		German:  "Das allein verrät den Anbieter nicht. Wähle ihn aus oder füge den ganzen Link ein.",
		English: "This alone does not tell the provider. Choose it, or paste the whole link.",
	},
	RangeReversed: {
		German:  "Das Ende liegt vor dem Anfang.",
		English: "The end lies before the beginning.",
	},
	RangeTooLong: {
		German:  "Der Zeitraum ist länger als %v Tage. Frage ihn in Teilen ab.",
		English: "The range is longer than %v days. Ask for it in parts.",
	},
	Required: {
		German:  "Das darf nicht leer sein.",
		English: "This must not be empty.",
	},
	RoleTooHigh: {
		German:  "Das darf nur, wer selbst mindestens diese Rolle hat.",
		English: "Only somebody who has at least this role may do that.",
	},
	SignInFailed: {
		German:  "Das stimmt nicht. Prüfe deine Eingabe.",
		English: "This is not right. Check what you have entered.",
	},
	SlugInvalid: {
		German:  "Erlaubt sind kleine Buchstaben, Ziffern und Bindestriche, zum Beispiel salon-mitte.",
		English: "Allowed are small letters, digits and hyphens, for example salon-mitte.",
	},
	StartNotBookable: {
		German:  "Dieser Termin ist nicht buchbar. Wähle einen anderen.",
		English: "This start is not bookable. Choose another one.",
	},
	StartTaken: {
		German:  "Dieser Termin wurde gerade vergeben. Wähle einen anderen.",
		English: "This start has just been taken. Choose another one.",
	},
	StatusForbids: {
		German:  "Der Termin ist schon abgesagt oder vorbei.",
		English: "The appointment is cancelled already, or over.",
	},
	Taken: {
		German:  "Das ist schon vergeben. Wähle etwas anderes.",
		English: "This is taken already. Choose something else.",
	},
	TimeInvalid: {
		German:  "Diese Uhrzeit gibt es nicht. Schreibe zum Beispiel 09:00; 24:00 ist das Ende des Tages.",
		English: "There is no such time of day. Write for example 09:00; 24:00 is the end of the day.",
	},
	TimeZoneUnknown: {
		German:  "Diese Zeitzone gibt es nicht. Gib einen Namen der IANA an, zum Beispiel Europe/Berlin.",
		English: "There is no such time zone. Write a name of the IANA, for example Europe/Berlin.",
	},
	TooLong: {
		German:  "Das ist zu lang. Erlaubt sind %v Zeichen.",
		English: "This is too long. %v characters are allowed.",
	},
	TooMany: {
		German:  "Das sind zu viele. Erlaubt sind %v.",
		English: "These are too many. %v are allowed.",
	},
	TooManyHolds: {
		German:  "Von hier sind schon %v Termine reserviert. Buche sie, oder warte einige Minuten.",
		English: "%v starts are held from here already. Book them, or wait a few minutes.",
	},
	TooManyTries: {
		German:  "Zu viele Versuche. Warte %v Minuten oder melde dich mit E-Mail und Passwort an.",
		English: "Too many tries. Wait %v minutes, or sign in with e-mail and password.",
	},
	VideoOnlyModeOverlaps: {
		German:  "Für einige dieser Tage ist der Nur-Video-Modus schon geplant. Beende ihn zuerst oder wähle andere Tage.",
		English: "Video-only mode is planned already for some of these days. End it first, or choose other days.",
	},
}

// Codes lists every code there is.
func Codes() []Code { return slices.Sorted(maps.Keys(sentences)) }
