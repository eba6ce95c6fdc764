package photo

import "visavis/internal/locale"

// words are the sentences about uploads that no problem has.
type words struct{ foreign, often, busy, slow string }

var catalog = locale.ForStaff(&german, &english)
