package compose

import (
	"visavis/ent/changerequest"
	"visavis/internal/locale"
)

// requestStaffWords are the texts of messages to a branch about requests.
type requestStaffWords struct {
	kinds                  map[changerequest.Kind]introduction
	greeting               string
	customer, text         string
	answering, answerLabel string
}

var requestStaffCatalog = locale.ForStaff(&germanRequestForStaff, &englishRequestForStaff)
