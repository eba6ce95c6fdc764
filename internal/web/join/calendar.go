package join

import (
	"net/http"

	"visavis/ent/appointment"
	"visavis/internal/ical"
	"visavis/internal/link"
	"visavis/internal/locale"
	"visavis/internal/web/linkpage"
)

// serveEntry serves the appointment as a calendar entry.
func (h *handler) serveEntry(w http.ResponseWriter, r *http.Request) {
	now := h.Clock()
	c, err := find(r.Context(), h.Database, r.PathValue("token"), now)
	switch {
	case err != nil:
		h.logError(r.Context(), err)
		linkpage.Refuse(w, r, http.StatusInternalServerError, linkpage.Failed)
	case c.state() == Unknown:
		linkpage.Refuse(w, r, http.StatusNotFound, func(l locale.Locale) string { return catalog.In(l).unknown.heading })
	default:
		c.entryIn(c.language(r.Header.Get("Accept-Language")), h.PublicURL).Serve(w, r, now)
	}
}

// entryIn returns the calendar entry. It has no manage link: the join link, which others may know, too, must not lead to it.
func (c *consultation) entryIn(l locale.Locale, publicURL string) ical.CustomerEntry {
	branch := c.Edges.Branch
	return ical.CustomerEntry{
		Language: l, ID: c.ID, Version: c.Version, Start: c.StartsAt, End: c.EndsAt, Cancelled: c.Status == appointment.StatusCANCELLED,
		Service: c.Edges.Service.Name, Staff: c.Edges.Staff.DisplayName, Branch: branch.Name, Place: ical.LocationOf(branch),
		JoinURL: publicURL + link.Join(*c.JoinToken),
	}
}
