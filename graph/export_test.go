package graph

// NewHandlerWithin serves the API with another limit of an answer.
var NewHandlerWithin = newHandler
