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
	Archived              Code = "ARCHIVED"
	AppointmentsOverlap   Code = "APPOINTMENTS_OVERLAP"
	ColorInvalid          Code = "COLOR_INVALID"
	CurrencyUnknown       Code = "CURRENCY_UNKNOWN"
	DateInvalid           Code = "DATE_INVALID"
	DurationInvalid       Code = "DURATION_INVALID"
	EmailInvalid          Code = "EMAIL_INVALID"
	ExactlyOne            Code = "EXACTLY_ONE"
	IDOfAnotherKind       Code = "ID_OF_ANOTHER_KIND"
	InstantInvalid        Code = "INSTANT_INVALID"
	InUse                 Code = "IN_USE"
	IntervalEmpty         Code = "INTERVAL_EMPTY"
	IntervalsOverlap      Code = "INTERVALS_OVERLAP"
	LinkHasCredentials    Code = "LINK_HAS_CREDENTIALS"
	LinkInvalid           Code = "LINK_INVALID"
	LinkNotHTTPS          Code = "LINK_NOT_HTTPS"
	LinkOfAnotherPerson   Code = "LINK_OF_ANOTHER_PERSON"
	MeetingIDInvalid      Code = "MEETING_ID_INVALID"
	NotFound              Code = "NOT_FOUND"
	NotInBranch           Code = "NOT_IN_BRANCH"
	OutOfRange            Code = "OUT_OF_RANGE"
	ProviderRequired      Code = "PROVIDER_REQUIRED"
	RangeReversed         Code = "RANGE_REVERSED"
	RangeTooLong          Code = "RANGE_TOO_LONG"
	Required              Code = "REQUIRED"
	SlugInvalid           Code = "SLUG_INVALID"
	Taken                 Code = "TAKEN"
	TimeInvalid           Code = "TIME_INVALID"
	TimeZoneUnknown       Code = "TIME_ZONE_UNKNOWN"
	TooLong               Code = "TOO_LONG"
	TooMany               Code = "TOO_MANY"
	VideoOnlyModeOverlaps Code = "VIDEO_ONLY_MODE_OVERLAPS"
)

// sentences say what is wrong and how to mend it. %v stands for an argument.
var sentences = map[Code]locale.Text{
	Archived: {
		German:  "Das ist archiviert. Stelle es zuerst wieder her.",
		English: "This is archived. Restore it first.",
	},
	AppointmentsOverlap: {
		German:  "Diese Profile haben gleichzeitig Termine und können deshalb nicht dieselbe Person sein. Verlege zuerst einen der Termine.",
		English: "These profiles have appointments at the same time, so they cannot be one person. Move one of the appointments first.",
	},
	ColorInvalid: {
		German:  "Gib die Farbe als #rrggbb an, zum Beispiel #0f5c63.",
		English: "Write the color as #rrggbb, for example #0f5c63.",
	},
	CurrencyUnknown: {
		German:  "Diese Währung gibt es nicht. Gib ein Kürzel nach ISO 4217 an, zum Beispiel EUR.",
		English: "There is no such currency. Write a code of ISO 4217, for example EUR.",
	},
	DateInvalid: {
		German:  "Dieses Datum gibt es nicht. Schreibe zum Beispiel 2026-11-23.",
		English: "There is no such date. Write for example 2026-11-23.",
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
	IDOfAnotherKind: {
		German:  "Diese ID gehört zu etwas anderem. Hier wird eine ID erwartet, die mit %v_ beginnt.",
		English: "This ID is of something else. An ID that begins with %v_ is expected here.",
	},
	InstantInvalid: {
		German:  "Diesen Zeitpunkt gibt es nicht. Schreibe zum Beispiel 2026-11-23T09:00:00Z.",
		English: "There is no such instant. Write for example 2026-11-23T09:00:00Z.",
	},
	InUse: {
		German:  "Das wird noch gebraucht und kann deshalb nicht entfernt werden.",
		English: "This is still in use and cannot be removed.",
	},
	IntervalEmpty: {
		German:  "Die Zeit %v endet nicht nach ihrem Beginn. Teile eine Zeit über Mitternacht in zwei: bis 24:00 und ab 00:00 am nächsten Tag.",
		English: "The interval %v does not end after it begins. Split one that passes midnight in two: until 24:00, and from 00:00 of the next day.",
	},
	IntervalsOverlap: {
		German:  "Die Zeiten %v und %v überschneiden sich. Kürze eine oder lege sie zusammen.",
		English: "The intervals %v and %v overlap. Shorten one or join them.",
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
	ProviderRequired: {
		German:  "Eine Meeting-ID allein verrät den Anbieter nicht. Wähle ihn aus oder füge den ganzen Link ein.",
		English: "A meeting ID alone does not tell the provider. Choose it, or paste the whole link.",
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
	SlugInvalid: {
		German:  "Erlaubt sind kleine Buchstaben, Ziffern und Bindestriche, zum Beispiel salon-mitte.",
		English: "Allowed are small letters, digits and hyphens, for example salon-mitte.",
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
	VideoOnlyModeOverlaps: {
		German:  "Für einige dieser Tage ist der Nur-Video-Modus schon geplant. Beende ihn zuerst oder wähle andere Tage.",
		English: "Video-only mode is planned already for some of these days. End it first, or choose other days.",
	},
}

// Codes lists every code there is.
func Codes() []Code { return slices.Sorted(maps.Keys(sentences)) }
