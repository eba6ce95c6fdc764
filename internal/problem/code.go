package problem

import (
	"maps"
	"slices"

	"visavis/internal/locale"
)

// Code identifies the kind of a problem. The codes are the values of the GraphQL enum UserErrorCode.
type Code string

// Codes of problems.
const (
	AppointmentsOverlap   Code = "APPOINTMENTS_OVERLAP"
	Archived              Code = "ARCHIVED"
	BookingForgotten      Code = "BOOKING_FORGOTTEN"
	CancellationPeriod    Code = "CANCELLATION_PERIOD"
	ChangedMeanwhile      Code = "CHANGED_MEANWHILE"
	ClearsTooMuch         Code = "CLEARS_TOO_MUCH"
	ColorInvalid          Code = "COLOR_INVALID"
	ConsentRequired       Code = "CONSENT_REQUIRED"
	CountryUnknown        Code = "COUNTRY_UNKNOWN"
	CurrencyUnknown       Code = "CURRENCY_UNKNOWN"
	DateInvalid           Code = "DATE_INVALID"
	DeviceUnknown         Code = "DEVICE_UNKNOWN"
	DurationInvalid       Code = "DURATION_INVALID"
	EmailInvalid          Code = "EMAIL_INVALID"
	EmailNotASCII         Code = "EMAIL_NOT_ASCII"
	ExactlyOne            Code = "EXACTLY_ONE"
	HoldExpired           Code = "HOLD_EXPIRED"
	IdempotencyKeyInvalid Code = "IDEMPOTENCY_KEY_INVALID"
	IdempotencyKeyReused  Code = "IDEMPOTENCY_KEY_REUSED"
	IDOfAnotherKind       Code = "ID_OF_ANOTHER_KIND"
	InstantInvalid        Code = "INSTANT_INVALID"
	IntervalEmpty         Code = "INTERVAL_EMPTY"
	IntervalsOverlap      Code = "INTERVALS_OVERLAP"
	InUse                 Code = "IN_USE"
	LastOwner             Code = "LAST_OWNER"
	LinkForHost           Code = "LINK_FOR_HOST"
	LinkHasCredentials    Code = "LINK_HAS_CREDENTIALS"
	LinkInvalid           Code = "LINK_INVALID"
	LinkNotARoom          Code = "LINK_NOT_A_ROOM"
	LinkNotHTTPS          Code = "LINK_NOT_HTTPS"
	LinkOfAnotherPerson   Code = "LINK_OF_ANOTHER_PERSON"
	LinkUsed              Code = "LINK_USED"
	MeetingIDInvalid      Code = "MEETING_ID_INVALID"
	MeetingIDWithoutLink  Code = "MEETING_ID_WITHOUT_LINK"
	NameInvalid           Code = "NAME_INVALID"
	NotByVideo            Code = "NOT_BY_VIDEO"
	NotConfirmable        Code = "NOT_CONFIRMABLE"
	NotFound              Code = "NOT_FOUND"
	NotInBranch           Code = "NOT_IN_BRANCH"
	OriginInvalid         Code = "ORIGIN_INVALID"
	OriginWildcard        Code = "ORIGIN_WILDCARD"
	OutOfRange            Code = "OUT_OF_RANGE"
	OverrideForbidden     Code = "OVERRIDE_FORBIDDEN"
	OverrideRequired      Code = "OVERRIDE_REQUIRED"
	OwnBranchesOnly       Code = "OWN_BRANCHES_ONLY"
	OwnColumnOnly         Code = "OWN_COLUMN_ONLY"
	PasscodeMissing       Code = "PASSCODE_MISSING"
	PasskeyInvalid        Code = "PASSKEY_INVALID"
	PasswordCommon        Code = "PASSWORD_COMMON"
	PasswordTooShort      Code = "PASSWORD_TOO_SHORT"
	PasswordWrong         Code = "PASSWORD_WRONG"
	PhoneNumber           Code = "PHONE_NUMBER"
	PINInvalid            Code = "PIN_INVALID"
	PINTooSimple          Code = "PIN_TOO_SIMPLE"
	ProofRequired         Code = "PROOF_REQUIRED"
	ProviderEnded         Code = "PROVIDER_ENDED"
	ProviderRequired      Code = "PROVIDER_REQUIRED"
	RangeReversed         Code = "RANGE_REVERSED"
	RangeTooLong          Code = "RANGE_TOO_LONG"
	Required              Code = "REQUIRED"
	RoleTooHigh           Code = "ROLE_TOO_HIGH"
	RoomsUnsupported      Code = "ROOMS_UNSUPPORTED"
	SeveralRooms          Code = "SEVERAL_ROOMS"
	SignInFailed          Code = "SIGN_IN_FAILED"
	SlugInvalid           Code = "SLUG_INVALID"
	StartNotBookable      Code = "START_NOT_BOOKABLE"
	StartTaken            Code = "START_TAKEN"
	StatusForbids         Code = "STATUS_FORBIDS"
	SubdivisionInvalid    Code = "SUBDIVISION_INVALID"
	Taken                 Code = "TAKEN"
	TimeInvalid           Code = "TIME_INVALID"
	TimeZoneUnknown       Code = "TIME_ZONE_UNKNOWN"
	TooLong               Code = "TOO_LONG"
	TooMany               Code = "TOO_MANY"
	TooManyBookings       Code = "TOO_MANY_BOOKINGS"
	TooManyTries          Code = "TOO_MANY_TRIES"
	VideoOnlyModeOverlaps Code = "VIDEO_ONLY_MODE_OVERLAPS"
)

// sentences state the problem and the remedy. %v stands for an argument.
var sentences = map[Code]locale.Text{
	AppointmentsOverlap: {
		German:  "Diese Profile haben gleichzeitig Termine und können deshalb nicht dieselbe Person sein. Verschiebe zuerst einen der Termine.",
		English: "These profiles have appointments at the same time, so they cannot be the same person. Move one of the appointments first.",
	},
	Archived: {
		German:  "Das ist archiviert. Stelle es zuerst wieder her.",
		English: "This is archived. Restore it first.",
	},
	BookingForgotten: {
		German:  "Dieser Termin ist gebucht worden, aber die Daten des Kunden wurden inzwischen gelöscht. Verwende für einen neuen Termin einen neuen Idempotenzschlüssel.",
		English: "This appointment was booked, but the customer's data has been deleted since. To book another one, use a new idempotency key.",
	},
	CancellationPeriod: {
		German:  "Die Stornofrist hat begonnen: Online kannst du den Termin nicht mehr verschieben oder absagen. Ruf den Salon an.",
		English: "The cancellation period has begun: you can no longer move or cancel the appointment online. Call the salon.",
	},
	ChangedMeanwhile: {
		German:  "Das hat inzwischen jemand anders geändert. Lade es neu, oder ersetze es trotzdem.",
		English: "Someone else has changed this in the meantime. Reload it, or replace it anyway.",
	},
	ClearsTooMuch: {
		German:  "Mehr als %v Pläne oder Ausnahmen auf einmal lassen sich nicht wiederherstellen. Wähle weniger Mitarbeiter oder einen späteren Tag.",
		English: "More than %v plans or exceptions at once cannot be restored. Choose fewer staff members or a later day.",
	},
	ColorInvalid: {
		German:  "Das ist keine gültige Farbe. Gib sie als #rrggbb an, zum Beispiel #0f5c63.",
		English: "Not a valid color. Use the form #rrggbb, for example #0f5c63.",
	},
	ConsentRequired: {
		German:  "Deine Einwilligung fehlt. Ohne sie können wir den Termin nicht buchen.",
		English: "Your consent is missing. We cannot book the appointment without it.",
	},
	CountryUnknown: {
		German:  "Dieses Land gibt es nicht. Gib einen Code nach ISO 3166-1 an, zum Beispiel DE.",
		English: "Unknown country. Use an ISO 3166-1 code, for example DE.",
	},
	CurrencyUnknown: {
		German:  "Diese Währung gibt es nicht. Gib einen Code nach ISO 4217 an, zum Beispiel EUR.",
		English: "Unknown currency. Use an ISO 4217 code, for example EUR.",
	},
	DateInvalid: {
		German:  "Dieses Datum gibt es nicht. Gib es wie 2026-11-23 an.",
		English: "Not a valid date. Write it like 2026-11-23.",
	},
	DeviceUnknown: {
		German:  "Dieser Browser ist keine Kasse. Melde dich mit E-Mail und Passwort an.",
		English: "This browser is not registered as a till. Sign in with email and password.",
	},
	DurationInvalid: {
		German:  "Das ist keine gültige Dauer. Gib ganze Minuten an, zum Beispiel PT30M.",
		English: "Not a valid duration. Use whole minutes, for example PT30M.",
	},
	EmailInvalid: {
		German:  "Das ist keine E-Mail-Adresse. Prüfe die Schreibweise, zum Beispiel lena@web.de.",
		English: "Not a valid email address. Check the spelling, for example lena@web.com.",
	},
	EmailNotASCII: {
		German:  "An Adressen mit Umlauten oder anderen besonderen Buchstaben vor dem @ können wir nicht schreiben. Gib eine andere an.",
		English: "We cannot write to addresses with letters other than a to z before the @. Use another one.",
	},
	ExactlyOne: {
		German:  "Gib genau eines dieser Felder an: %v.",
		English: "Give exactly one of these fields: %v.",
	},
	HoldExpired: {
		German:  "Die Reservierung ist abgelaufen. Wähle noch einmal eine Uhrzeit.",
		English: "The reservation has expired. Choose a time again.",
	},
	IDOfAnotherKind: {
		German:  "Diese ID hat den falschen Typ. Verwende eine, die mit %v_ beginnt.",
		English: "This ID has the wrong type. Use one that begins with %v_.",
	},
	IdempotencyKeyInvalid: {
		German:  "Das ist kein gültiger Idempotenzschlüssel. Verwende 16 bis 100 Buchstaben, Ziffern und Bindestriche, zum Beispiel eine UUID.",
		English: "Not a valid idempotency key. Use 16 to 100 letters, digits and hyphens, for example a UUID.",
	},
	IdempotencyKeyReused: {
		German:  "Mit diesem Idempotenzschlüssel wurde schon etwas anderes gespeichert. Verwende einen neuen.",
		English: "This idempotency key was already used for a different request. Use a new one.",
	},
	InUse: {
		German:  "Das wird noch verwendet und kann deshalb nicht entfernt werden.",
		English: "This is still in use, so it cannot be removed.",
	},
	InstantInvalid: {
		German:  "Das ist kein gültiger Zeitpunkt. Gib ihn wie 2026-11-23T09:00:00Z an.",
		English: "Not a valid instant. Write it like 2026-11-23T09:00:00Z.",
	},
	IntervalEmpty: {
		German:  "Die Zeit %v endet nicht nach ihrem Beginn. Teile eine Zeit über Mitternacht: bis 24:00 und am nächsten Tag ab 00:00.",
		English: "The interval %v does not end after it starts. To pass midnight, split it: until 24:00, and from 00:00 on the next day.",
	},
	IntervalsOverlap: {
		German:  "Die Zeiten %v und %v überschneiden sich. Kürze eine oder lege sie zusammen.",
		English: "The intervals %v and %v overlap. Shorten or merge them.",
	},
	LastOwner: {
		German:  "Das ist die letzte Person mit der Rolle Inhaber/in, die sich anmelden kann. Gib zuerst jemand anderem diese Rolle.",
		English: "This is the last owner who can sign in. Make someone else an owner first.",
	},
	LinkForHost: {
		German:  "Dieser Link macht jeden, der ihn öffnet, zum Gastgeber. Füge den Link für Gäste ein.",
		English: "This link makes everyone who opens it the host. Paste the link for guests.",
	},
	LinkHasCredentials: {
		German:  "Der Link enthält einen Benutzernamen oder ein Passwort. Füge ihn ohne beides ein.",
		English: "The link contains a user name or a password. Paste it without them.",
	},
	LinkInvalid: {
		German:  "Das ist kein gültiger Link. Kopiere den ganzen Link aus deinem Videodienst.",
		English: "Not a valid link. Copy the complete link from your video provider.",
	},
	LinkNotARoom: {
		German:  "Diese Seite ist kein Videoraum. Kopiere den Einladungslink deines Meetings.",
		English: "This page is not a video room. Copy the invitation link of your meeting.",
	},
	LinkNotHTTPS: {
		German:  "Der Link muss mit https:// beginnen.",
		English: "The link must begin with https://.",
	},
	LinkOfAnotherPerson: {
		German:  "Diesen Videoraum benutzt schon eine andere Person. Jede Person braucht einen eigenen.",
		English: "Another person already uses this video room. Each person needs their own.",
	},
	LinkUsed: {
		German:  "Dieser Link ist abgelaufen oder wurde schon benutzt. Lass dir einen neuen schicken.",
		English: "This link has expired or was already used. Ask for a new one.",
	},
	MeetingIDInvalid: {
		German:  "Das ist keine Meeting-ID dieses Anbieters. Füge stattdessen den ganzen Link ein.",
		English: "Not a meeting ID of this provider. Paste the complete link instead.",
	},
	MeetingIDWithoutLink: {
		German:  "Bei diesem Anbieter führt die Meeting-ID nicht in den Raum. Füge den Link aus der Einladung ein, der mit https:// beginnt.",
		English: "With this provider, a meeting ID does not lead into the room. Paste the link from the invitation, which begins with https://.",
	},
	NameInvalid: {
		German:  "Ein Name darf keine Webadresse enthalten. Gib nur den Namen ein.",
		English: "A name cannot contain a web address. Enter only the name.",
	},
	NotByVideo: {
		German:  "Das ist kein Video-Termin.",
		English: "This is not a video appointment.",
	},
	NotFound: {
		German:  "Nicht gefunden. Vielleicht wurde es gelöscht.",
		English: "Not found. It may have been deleted.",
	},
	NotInBranch: {
		German:  "Dieses Profil ist in dieser Filiale nicht aktiv. Aktiviere es zuerst in der Filialbibliothek.",
		English: "This profile is not active in this branch. Activate it in the branch library first.",
	},
	OriginInvalid: {
		German:  "Das ist keine Adresse einer Website. Kopier sie aus der Adresszeile des Browsers, zum Beispiel https://www.salon.example.",
		English: "Not the address of a website. Copy it from the browser's address bar, for example https://www.salon.example.",
	},
	OriginWildcard: {
		German:  "Platzhalter wie * sind nicht erlaubt, damit keine fremden Seiten dazugehören. Trag jede Adresse einzeln ein, mit und ohne www.",
		English: "Wildcards such as * are not allowed, because they would include pages of others. Add each address by itself, with and without www.",
	},
	OutOfRange: {
		German:  "Der Wert ist zu klein oder zu groß. Erlaubt ist %v bis %v.",
		English: "Out of range. Use a value from %v to %v.",
	},
	OverrideForbidden: {
		German:  "Mitglieder dürfen die Regeln des Salons nicht übergehen. Wähle eine andere Uhrzeit, oder frag den Empfang oder die Salonleitung.",
		English: "Members may not override the salon's rules. Choose another time, or ask a receptionist or manager.",
	},
	OverrideRequired: {
		German:  "Das verstößt gegen die Regeln des Salons. Bestätige, dass du es trotzdem willst.",
		English: "This breaks the salon's rules. Confirm it to continue anyway.",
	},
	OwnBranchesOnly: {
		German:  "Deine Rolle gilt in dieser Filiale nicht. Frag jemanden, der dort aktiv ist.",
		English: "Your role does not count in this branch. Ask someone who is active there.",
	},
	OwnColumnOnly: {
		German:  "Das geht nur in deiner eigenen Spalte. Frag die Salonleitung.",
		English: "This works only in your own column. Ask a manager.",
	},
	PINInvalid: {
		German:  "Eine PIN hat %v bis %v Ziffern.",
		English: "A PIN has %v to %v digits.",
	},
	PINTooSimple: {
		German:  "Diese PIN ist leicht zu erraten. Wähle eine andere.",
		English: "This PIN is easy to guess. Choose another one.",
	},
	PasscodeMissing: {
		German:  "Der Raum hat einen Kenncode, und der Link enthält ihn nicht. Kopiere in deinem Videodienst den Einladungslink, der den Kenncode enthält.",
		English: "The room has a passcode, and the link does not contain it. In your video provider, copy the invitation link that contains the passcode.",
	},
	PasswordCommon: {
		German:  "Dieses Passwort ist leicht zu erraten. Wähle ein anderes, zum Beispiel drei Wörter.",
		English: "This password is easy to guess. Choose another one, for example three words.",
	},
	PasswordTooShort: {
		German:  "Das Passwort ist zu kurz. Verwende mindestens %v Zeichen.",
		English: "The password is too short. Use at least %v characters.",
	},
	NotConfirmable: {
		German:  "Anmeldungen mit PIN und API-Token lassen sich nicht bestätigen. Melde dich mit E-Mail und Passwort an.",
		English: "Sessions by PIN and API tokens cannot be confirmed. Sign in with email and password.",
	},
	PasskeyInvalid: {
		German:  "Dieser Passkey passt nicht zu diesem Server, oder es hat zu lange gedauert. Versuche es noch einmal.",
		English: "This passkey does not fit this server, or it took too long. Try again.",
	},
	PasswordWrong: {
		German:  "Das ist nicht dein aktuelles Passwort. Versuche es noch einmal.",
		English: "This is not your current password. Try again.",
	},
	PhoneNumber: {
		German:  "Das ist eine Telefonnummer. Füge den Link oder die Meeting-ID deines Videoraums ein.",
		English: "This is a phone number. Paste the link or the meeting ID of your video room.",
	},
	ProviderEnded: {
		German:  "Skype wurde im Mai 2025 eingestellt. Nimm einen anderen Dienst, zum Beispiel Microsoft Teams.",
		English: "Skype ended in May 2025. Use another provider, for example Microsoft Teams.",
	},
	ProofRequired: {
		German:  "Von deinem Anschluss aus wurde gerade oft gebucht. Dein Gerät muss erst eine Rechenaufgabe lösen.",
		English: "There have been many bookings from your connection. Your device has to solve a puzzle first.",
	},
	ProviderRequired: {
		German:  "Der Anbieter ist nicht erkennbar. Wähle ihn aus oder füge den ganzen Link ein.",
		English: "The provider cannot be recognized. Select it, or paste the complete link.",
	},
	RangeReversed: {
		German:  "Das Ende liegt vor dem Anfang. Ändere eines von beiden.",
		English: "The end is before the start. Change one of them.",
	},
	RangeTooLong: {
		German:  "Der Zeitraum ist länger als %v Tage. Frage ihn in Teilen ab.",
		English: "The range is longer than %v days. Request it in parts.",
	},
	Required: {
		German:  "Das darf nicht leer sein.",
		English: "This must not be empty.",
	},
	RoleTooHigh: {
		German:  "Deine Rolle reicht dafür nicht aus. Frag jemanden mit einer höheren Rolle.",
		English: "Your role does not permit this. Ask someone with a higher role.",
	},
	RoomsUnsupported: {
		German:  "Nur Jitsi kann für jeden Termin einen eigenen Raum anlegen. Schalte das aus, oder füge die Adresse eines Jitsi-Dienstes ein.",
		English: "Only Jitsi can create a separate room for each appointment. Turn that off, or paste the address of a Jitsi service.",
	},
	SeveralRooms: {
		German:  "Der Text enthält Links zu mehreren Räumen. Füge nur einen ein.",
		English: "The text contains links to several rooms. Paste only one of them.",
	},
	SignInFailed: {
		German:  "Die Anmeldung ist fehlgeschlagen. Prüfe deine Eingabe.",
		English: "Sign-in failed. Check what you entered.",
	},
	SlugInvalid: {
		German:  "Verwende nur Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel salon-mitte.",
		English: "Use only lowercase letters, digits and hyphens, for example salon-mitte.",
	},
	StartNotBookable: {
		German:  "Diese Uhrzeit ist nicht buchbar. Wähle eine andere.",
		English: "This time cannot be booked. Choose another one.",
	},
	StartTaken: {
		German:  "Diese Uhrzeit wurde gerade vergeben. Wähle eine andere.",
		English: "This time has just been taken. Choose another one.",
	},
	StatusForbids: {
		German:  "Der Termin lässt das nicht zu: Er ist abgesagt, vorbei oder hat noch nicht begonnen.",
		English: "The appointment does not permit this: it is cancelled, over or has not begun.",
	},
	SubdivisionInvalid: {
		German:  "Das ist kein Code nach ISO 3166-2 in diesem Land. Gib ihn wie DE-BE an.",
		English: "Not an ISO 3166-2 code in this country. Write it like DE-BE.",
	},
	Taken: {
		German:  "Das ist schon vergeben. Wähle etwas anderes.",
		English: "This is already taken. Choose something else.",
	},
	TimeInvalid: {
		German:  "Das ist keine gültige Uhrzeit. Gib sie wie 09:00 an; 24:00 ist das Ende des Tages.",
		English: "Not a valid time of day. Write it like 09:00; 24:00 is the end of the day.",
	},
	TimeZoneUnknown: {
		German:  "Diese Zeitzone ist unbekannt. Gib einen IANA-Namen an, zum Beispiel Europe/Berlin.",
		English: "Unknown time zone. Use an IANA name, for example Europe/Berlin.",
	},
	TooLong: {
		German:  "Das ist zu lang. Verwende höchstens %v Zeichen.",
		English: "This is too long. Use at most %v characters.",
	},
	TooMany: {
		German:  "Die Liste ist zu lang. Verwende höchstens %v Einträge.",
		English: "The list is too long. Use at most %v entries.",
	},
	TooManyBookings: {
		German:  "Für diese E-Mail-Adresse sind schon mehrere Termine gebucht. Sag einen davon ab oder ruf den Salon an%v.",
		English: "Several appointments are already booked for this email address. Cancel one of them, or call the salon%v.",
	},
	TooManyTries: {
		German:  "Zu viele Versuche. Warte %v Minuten oder melde dich mit E-Mail und Passwort an.",
		English: "Too many attempts. Wait %v minutes, or sign in with email and password.",
	},
	VideoOnlyModeOverlaps: {
		German:  "Für einige dieser Tage ist der Nur-Video-Modus schon geplant. Beende ihn zuerst oder wähle andere Tage.",
		English: "Video-only mode is already planned for some of these days. End it first, or choose other days.",
	},
}

// Codes returns all codes.
func Codes() []Code { return slices.Sorted(maps.Keys(sentences)) }
