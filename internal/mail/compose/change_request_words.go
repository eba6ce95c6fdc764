package compose

import (
	"visavis/ent/changerequest"
	"visavis/internal/locale"
)

// requestWords are the texts of messages to customers about their requests.
type requestWords struct {
	declined         map[changerequest.Kind]introduction
	answer           string
	seeing, seeLabel string
	remark           string
}

var requestCatalog = locale.ForCustomers(&germanRequest, &englishRequest, &frenchRequest, &turkishRequest)
