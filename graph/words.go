package graph

import "visavis/internal/locale"

// words are the sentences of errors that correcting the input cannot fix.
type words struct {
	messages         map[string]string // by their code
	mutationExecuted string
	limits           limits
}

// limits are the sentences about documents of an excessive shape. {max} stands for the limit.
type limits struct{ cycles, depth, definitions, spreads, rootFields, fields, aliases, directives string }

var catalog = locale.ForCustomers(&german, &english, &french, &turkish)
