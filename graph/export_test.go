package graph

// NewHandlerWithin serves the API with another limit of an answer.
var NewHandlerWithin = newHandler

// Follow hands on the changes that are wanted.
var Follow = follow
