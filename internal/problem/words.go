package problem

import "visavis/internal/locale"

// words are the sentences of problems.
type words struct {
	// sentences state the problem and the remedy. %v stands for an argument.
	sentences map[Code]string
}

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
