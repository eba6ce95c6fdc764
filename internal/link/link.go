// Package link defines the path of every public page: the pattern for routing and the path in links. Paths with
// secrets must not be logged.
package link

import (
	"net/url"
	"strings"
)

// Patterns of [net/http.ServeMux].
const (
	BookPattern           = "/book/"
	JoinPattern           = "/join/{token}"
	JoinCalendarPattern   = "GET /join/{token}/" + CalendarEntry
	ManagePattern         = "GET /manage/{secret}"
	ManageCalendarPattern = "GET /manage/{secret}/" + CalendarEntry
	WelcomePattern        = "/welcome/{secret}"
	ConfirmPattern        = "/confirm/{token}"
	CustomerDataPattern   = "/data/{token}"
	CalendarPattern       = "GET /calendar/{file}"
	PicturePattern        = "GET /pictures/{id}"
	SmallPicturePattern   = "GET /pictures/{id}/small"
	PhotoPattern          = "GET /photos/{id}"
	PhotoUploadPattern    = "PUT /photo-uploads/{token}"
	LegalPattern          = "GET /legal/{slug}/{kind}"
)

// AccessibilityKind stands in the path of an accessibility statement where the legal texts have their kind.
const AccessibilityKind = "accessibility"

// CalendarEntry is the name of the file of an appointment's calendar entry.
const CalendarEntry = "appointment.ics"

// CalendarExtension is the file extension of calendar feeds. It follows the secret.
const CalendarExtension = ".ics"

// Book returns the path of the booking page of the branch with the slug.
func Book(slug string) string { return "/book/" + url.PathEscape(slug) }

// Picture returns the path of the picture with the ID.
func Picture(pictureID string) string { return "/pictures/" + pictureID }

// SmallPicture returns the path of the small copy of the picture with the ID.
func SmallPicture(pictureID string) string { return Picture(pictureID) + "/small" }

// Photo returns the path of the photo of a consultation with the ID, for staff who are signed in.
func Photo(photoID string) string { return "/photos/" + photoID }

// PhotoUpload returns the path to which a photo is sent, by the token of the upload.
func PhotoUpload(token string) string { return "/photo-uploads/" + token }

// Legal returns the path of the legal text of a kind, such as IMPRINT, of the branch with the slug.
func Legal(slug, kind string) string {
	return "/legal/" + url.PathEscape(slug) + "/" + strings.ToLower(kind)
}

// Accessibility returns the path of the accessibility statement of the branch with the slug, in the language with the tag.
func Accessibility(slug, language string) string {
	return Legal(slug, AccessibilityKind) + "?lang=" + language
}

// Join returns the path of the join page of the appointment with the token.
func Join(token string) string { return "/join/" + token }

// JoinCalendar returns the path of the calendar entry of the appointment with the token of its join link.
func JoinCalendar(token string) string { return Join(token) + "/" + CalendarEntry }

// Manage returns the path of the page on which the customer moves or cancels the appointment with the secret.
func Manage(secret string) string { return "/manage/" + secret }

// ManageCalendar returns the path of the calendar entry of the appointment with the secret.
func ManageCalendar(secret string) string { return Manage(secret) + "/" + CalendarEntry }

// Confirm returns the path of the page on which the owner of an address confirms an appointment by the token in a mail.
func Confirm(token string) string { return "/confirm/" + token }

// CustomerData returns the path of the page on which customers see or erase what is kept of them, by the token in a mail.
func CustomerData(token string) string { return "/data/" + token }

// AdminOwnDay is the path of the own day in the admin.
const AdminOwnDay = "/admin/heute"

// AdminRoom returns the path of the staff's page of the own room of an appointment.
func AdminRoom(appointmentID string) string { return "/admin/gespraech/" + appointmentID }

// AdminNeedsYou returns the path of what waits for an answer in the branch with the slug.
func AdminNeedsYou(slug string) string {
	return "/admin/braucht-dich?" + url.Values{"filiale": {slug}}.Encode()
}

// AdminAppointment returns the path of an appointment in the calendar of the admin, in the branch with the slug, on a local date such as
// 2026-11-26.
func AdminAppointment(slug, date, appointmentID string) string {
	return "/admin/kalender?" + url.Values{"filiale": {slug}, "datum": {date}, "termin": {appointmentID}}.Encode()
}

// Welcome returns the path of the page of the single-use link with the secret.
func Welcome(secret string) string { return "/welcome/" + secret }

// Calendar returns the path of the calendar feed with the secret.
func Calendar(secret string) string { return "/calendar/" + secret + CalendarExtension }

// MayBeJoinToken reports whether a text can be the token of a join link, before it reaches a database.
func MayBeJoinToken(text string) bool {
	const longest = 64
	for _, r := range text {
		if (r < 'A' || 'Z' < r) && (r < 'a' || 'z' < r) && (r < '0' || '9' < r) {
			return false
		}
	}
	return 0 < len(text) && len(text) <= longest
}
