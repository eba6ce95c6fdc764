package ical

import (
	"net/url"
	"strings"

	"visavis/internal/civil"
)

// GoogleURL returns an address at which Google Calendar offers to add the appointment.
func GoogleURL(a Appointment) string {
	return address("https://calendar.google.com/calendar/render", url.Values{
		"action": {"TEMPLATE"}, "text": {a.Summary}, "dates": {basic(a.Start) + "/" + basic(a.End)}, "location": {a.Location},
	})
}

// An OutlookHost is a host of Outlook on the web.
type OutlookHost string

// The hosts for private accounts, and for those of Microsoft 365.
const (
	Outlook      OutlookHost = "outlook.live.com"
	Microsoft365 OutlookHost = "outlook.office.com"
)

// OutlookURL returns an address at which Outlook on the web offers to add the appointment.
func OutlookURL(host OutlookHost, a Appointment) string {
	return address("https://"+string(host)+"/calendar/0/deeplink/compose", url.Values{
		"path": {"/calendar/action/compose"}, "rru": {"addevent"}, "subject": {a.Summary}, "startdt": {a.Start.String()}, "enddt": {a.End.String()},
		"location": {a.Location},
	})
}

// address returns an address with a query. Spaces are %20: some calendars show a plus as it is.
func address(base string, query url.Values) string {
	return base + "?" + strings.ReplaceAll(query.Encode(), "+", "%20")
}

// basic formats an instant in the basic format of ISO 8601.
func basic(at civil.Instant) string { return at.Time().UTC().Format("20060102T150405Z") }
