package growth_test

import (
	"maps"

	"visavis/test/growth/chain"
)

// values are the variables of a document by name.
type values map[string]any

// measurement is one way in which a page asks a document. Its next page is measured by itself if there is one.
type measurement struct {
	document string
	how      string               // distinguishes several of one document
	with     func(p place) values // nil: without variables
	mayMiss  bool                 // finding nothing is what is measured
}

// measurements has at least one entry for each query of the pages, or a test fails.
var measurements = []measurement{
	{document: "AbsenceRequestPreview", with: func(p place) values { return values{"id": p.request} }, mayMiss: true},
	{document: "AbsenceRequests", with: func(p place) values { return values{"branchId": p.branch} }, mayMiss: true},
	{document: "AffectedAppointments", with: previewed},
	{document: "ApiTokens"},
	{document: "AppointmentHistory", with: func(p place) values { return values{"id": p.appointment} }},
	{document: "AppointmentsWithoutOutcome", with: func(p place) values { return values{"branchId": p.branch} }, mayMiss: true},
	{document: "AuditCustomer", with: func(p place) values { return values{"id": p.customer} }},
	{document: "AuditCustomers"},
	{document: "AuditPeople"},
	{document: "AuditPerson", with: func(p place) values { return values{"id": p.staff} }},
	{document: "AuditTrail"},
	{document: "AuditTrail", how: "of a day", with: func(p place) values {
		return values{"from": "2026-11-22T00:00:00Z", "to": "2026-11-23T00:00:00Z"}
	}},
	{document: "AuditTrail", how: "of a month long ago", with: func(p place) values {
		return values{"from": "2025-10-01T00:00:00Z", "to": "2025-11-01T00:00:00Z"}
	}},
	{document: "AuditTrail", how: "of a profile that did nothing", with: func(p place) values { return values{"staffId": p.staff} }, mayMiss: true},
	{document: "AuditTrail", how: "of a customer", with: func(p place) values { return values{"customerId": p.customer} }, mayMiss: true},
	{document: "AuditTrail", how: "of a rare action", with: func(p place) values { return values{"action": chain.RareAction} }},
	{document: "AuditTrailByAction", how: "rare", with: func(p place) values { return values{"action": chain.RareAction} }},
	{document: "BookableStaff", with: func(p place) values {
		return values{"branchId": p.branch, "serviceId": videoService, "from": today, "to": inAMonth}
	}},
	{document: "BookedCustomer", with: func(p place) values { return values{"id": p.customer} }},
	{document: "BranchStaff", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "Booking", with: func(p place) values { return values{"secret": p.secret} }},
	{document: "BranchById", with: func(p place) values { return values{"id": p.branch} }},
	{document: "BranchByName", with: func(p place) values { return values{"name": p.slug} }},
	{document: "Branches", with: func(place) values { return values{"inReach": false} }},
	{document: "Branches", how: "in reach", with: func(place) values { return values{"inReach": true} }},
	{document: "Branches", how: "by name", with: func(p place) values { return values{"inReach": false, "search": p.slug} }},
	{document: "BranchesOfProfile", with: func(p place) values { return values{"id": p.staff, "branchIds": []string{p.branch}} }},
	{document: "BranchLibrary", with: func(p place) values { return values{"branchIds": []string{p.branch}} }},
	{document: "BranchReadiness", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "BranchSettings", with: func(p place) values { return values{"id": p.branch} }},
	{document: "CalendarAppointments", with: func(p place) values { return values{"branchId": p.branch, "from": day, "to": day} }},
	{document: "CalendarAppointments", how: "of the past", with: func(p place) values { return values{"branchId": p.branch, "from": p.pastDay, "to": p.pastDay} }},
	{document: "CalendarRoster", with: func(p place) values {
		return values{"branchId": p.branch, "from": day, "to": day}
	}},
	{document: "CatalogServices"},
	{document: "Categories"},
	{document: "Competencies"},
	{document: "Consultants", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "Customer", with: func(p place) values { return values{"id": p.customer} }},
	{document: "CustomerExport", with: func(p place) values { return values{"id": p.customer} }},
	{document: "Customers", with: listed(nil)},
	{document: "Customers", how: "by address", with: func(p place) values { return listed(values{"search": p.email})(p) }},
	{document: "Customers", how: "by phone", with: func(p place) values { return listed(values{"search": p.phone})(p) }},
	{document: "Customers", how: "by name", with: func(p place) values { return listed(values{"search": p.name})(p) }},
	{document: "Customers", how: "by a letter", with: listed(values{"search": "m"})},
	{document: "Customers", how: "by two letters that seldom meet", with: listed(values{"search": "f s"})},
	{document: "Customers", how: "by nobody's name", with: listed(values{"search": "zzyzx"}), mayMiss: true},
	{document: "Customers", how: "by last visit", with: listed(values{"sort": "LAST_VISIT"})},
	{document: "Customers", how: "by next visit", with: listed(values{"sort": "NEXT_VISIT"})},
	{document: "Customers", how: "with coming appointments by last visit", with: listed(values{"sort": "LAST_VISIT", "filter": values{"hasComing": true}}), mayMiss: true},
	{document: "Customers", how: "with no-shows", with: listed(values{"filter": values{"hasNoShows": true}}), mayMiss: true},
	{document: "Customers", how: "unconfirmed by next visit", with: listed(values{"sort": "NEXT_VISIT", "filter": values{"confirmed": false}}), mayMiss: true},
	{document: "Days", with: func(p place) values { return p.days(false) }},
	{document: "Days", how: "with starts", with: func(p place) values { return p.days(true) }},
	{document: "Devices"},
	{document: "EmbeddingSites"},
	{document: "CustomerRecord", with: func(p place) values { return values{"appointmentId": p.appointment} }},
	{document: "CustomerSearch", how: "by name", with: func(p place) values { return values{"search": p.name} }},
	{document: "CustomerSearch", how: "by phone", with: func(p place) values { return values{"search": p.phone} }},
	{document: "ExplainStart", with: func(p place) values {
		return values{"branchId": p.branch, "staffId": p.staff, "serviceId": videoService, "at": day + "T10:00:00Z"}
	}},
	{document: "AppointmentPhotos", with: func(p place) values { return values{"appointmentId": p.videoCall} }},
	{document: "AppointmentOffer", with: func(p place) values { return values{"id": p.appointment} }},
	{document: "RearrangementProposals", with: func(p place) values {
		return values{"branchId": p.branch, "appointmentIds": []string{p.appointment}}
	}},
	{document: "FirstDay", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "FirstDayStaff", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "JoinLink", with: func(p place) values { return values{"appointmentId": p.appointment} }},
	{document: "FreeStarts", how: "with anyone", with: func(p place) values {
		return values{"branchId": p.branch, "serviceId": videoService, "first": 6}
	}},
	{document: "FreeStarts", how: "with one", with: func(p place) values {
		return values{"branchId": p.branch, "serviceId": videoService, "staffId": p.staff, "from": day + "T10:00:00Z", "first": 6}
	}},
	{document: "LastService", with: func(p place) values { return values{"customerId": p.customer} }},
	{document: "MailObstacle", with: func(p place) values { return values{"id": p.branch} }},
	{document: "MailPreview", with: func(p place) values { return values{"mailId": p.mail} }},
	{document: "MailTextPreview", with: func(p place) values {
		return values{"branchId": p.branch, "kind": "CONFIRMED", "locale": "DE", "content": values{"subject": "", "opening": "", "closing": ""}}
	}},
	{document: "MailTexts", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "ManagerInbox", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "NewPeople", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "NewPeopleHours", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "NotificationSettings"},
	{document: "OpeningExceptions", with: func(p place) values { return values{"branchId": p.branch, "from": today, "to": inAMonth} }},
	{document: "OpeningHours", with: func(p place) values { return values{"branchId": p.branch, "from": today} }},
	{document: "OthersPlans", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "Outbox"},
	{document: "OwnAccess"},
	{document: "OwnAppointments", mayMiss: true}, // neither caller serves customers
	{document: "OwnCustomers", mayMiss: true},    // neither caller serves customers
	{document: "OwnDay", with: func(p place) values { return values{"staffId": p.staff} }},
	{document: "OwnRoom", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "OwnShifts", with: func(p place) values {
		return values{"branchId": p.branch, "from": today, "to": inTwoWeeks}
	}},
	{document: "PaletteCustomers", with: func(p place) values { return values{"search": p.name} }},
	{document: "PalettePeople", with: func(place) values { return values{"search": "a"} }},
	{document: "PlansBefore", with: func(p place) values { return values{"branchId": p.branch, "from": today} }},
	{document: "Profile", with: func(p place) values { return values{"id": p.staff} }},
	{document: "ProviderMeant", with: func(place) values { return values{"domain": "gmial.com"} }},
	{document: "PushDevices"},
	{document: "ReceptionInbox", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "RequestedAppointments", with: func(p place) values { return values{"branchId": p.branch} }, mayMiss: true},
	{document: "Salon", with: func(p place) values { return values{"slug": p.slug} }},
	{document: "SalonStarts", with: func(p place) values {
		return values{"branchId": p.branch, "serviceId": salonService, "from": today, "to": inAMonth}
	}},
	{document: "ServiceChoice"},
	{document: "ServiceCurrencies"},
	{document: "Report", with: func(p place) values {
		return values{"branchId": p.branch, "from": "2026-11-01", "to": "2026-11-30", "groupBy": "PERSON"}
	}},
	{document: "Report", how: "of all branches by month", with: func(place) values {
		return values{"branchId": nil, "from": "2025-12-01", "to": "2026-11-30", "groupBy": "MONTH"}
	}},
	{document: "Room", with: func(p place) values { return values{"joinToken": p.joinToken} }},
	{document: "RetentionPreview", with: func(p place) values { return values{"branchId": p.branch, "months": 3} }},
	{document: "Services"},
	{document: "ShiftOverrideOn", with: func(p place) values {
		return values{"branchId": p.branch, "staffId": p.staff, "date": day}
	}},
	{document: "StaffChoice"},
	{document: "StaffChoice", how: "of a branch", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "StaffList", with: func(place) values { return values{"includeArchived": true} }},
	{document: "StaffList", how: "by a letter", with: func(place) values { return values{"includeArchived": true, "search": "a"} }},
	{document: "StaffRoom", with: func(p place) values { return values{"appointmentId": p.videoCall} }},
	{document: "Start"},
	{document: "StrandedAppointments", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "Terms", with: func(p place) values { return values{"slug": p.slug} }, mayMiss: true},
	{document: "TimeZones", with: func(place) values { return values{"locale": "DE"} }},
	{document: "Utilization", with: func(p place) values {
		return values{"branchId": p.branch, "from": "2026-10-26", "to": "2026-11-22"}
	}},
	{document: "VideoCalls", with: func(p place) values { return values{"branchId": p.branch, "includeInactive": false} }},
	{document: "VideoOnlyMode", with: func(p place) values { return values{"branchId": p.branch} }},
	{document: "VideoOnlyModePreview", with: previewed},
	{document: "VideoStarts", with: func(p place) values {
		return values{"branchId": p.branch, "serviceId": videoService, "from": today, "to": inAMonth}
	}},
	{document: "VideoStarts", how: "of any branch", with: func(p place) values {
		return values{"branchId": p.anyBranch(), "serviceId": videoService, "from": today, "to": inAMonth}
	}},
	{document: "WaitingAppointments", with: func(p place) values { return values{"branchId": p.branch} }, mayMiss: true},
	{document: "WaitingCustomers", with: func(p place) values { return values{"branchId": p.branch} }, mayMiss: true},
	{document: "WorkPlan", with: func(p place) values {
		return values{"branchId": p.branch, "staffId": p.staff, "exceptionsFrom": today}
	}},
	{document: "ClearedPlans", mayMiss: true, with: func(p place) values { return values{"branchId": p.branch, "staffId": p.staff} }},
	{document: "WorkWeek", with: func(p place) values {
		return values{"branchId": p.branch, "from": today, "to": "2026-11-29", "exceptionsFrom": today}
	}},
}

// days are those of a month on which a service can be booked.
func (p place) days(withStarts bool) values {
	return values{"branchId": p.branch, "serviceId": videoService, "from": today, "to": inAMonth, "withStarts": withStarts}
}

// previewed is a month of video-only mode.
func previewed(p place) values {
	return values{"input": values{"branchId": p.branch, "from": today, "until": inAMonth, "staffIds": []string{p.staff}}}
}

// furtherDocuments are queries that no page sends, but programs may.
var furtherDocuments = []string{
	"`query AuditTrailByAction($action: String!) { auditTrail(action: $action) { nodes { id at action subjectId } } }`",
}

// name returns what is measured, in words.
func (m measurement) name() string {
	if m.how == "" {
		return m.document
	}
	return m.document + " " + m.how
}

// question returns the question of a caller, for the page after a position if there is one.
func (m measurement) question(c caller, p place, after string) question {
	v := values{}
	if m.with != nil {
		v = m.with(p)
	}
	if after != "" {
		v["after"] = after
	}
	return c.question(queries()[m.document].text, v)
}

// listed returns the variables of a list of customers, by name unless they say otherwise.
func listed(v values) func(place) values {
	return func(place) values {
		all := values{"sort": "NAME"}
		maps.Copy(all, v)
		return all
	}
}
