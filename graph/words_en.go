package graph

var english = words{
	messages: map[string]string{
		internalError:         "Something went wrong on our side. Try again.",
		shuttingDown:          "The server is shutting down. Reconnect.",
		tooSlow:               "Changes were read too slowly. Reconnect and pass the last ID as after.",
		answerTooLarge:        "The response would be too large. Request less at once.",
		timeout:               "The response takes too long. Request less at once, or try again later.",
		databaseUnavailable:   "Our database cannot be reached right now. Try again in a few minutes.",
		storageFull:           "We cannot save anything right now, because our storage is full. Try again later, or call the salon.",
		storageReadOnly:       "We cannot save anything right now. Try again later, or call the salon.",
		unauthenticated:       "You are not signed in. Sign in first.",
		tokenInvalid:          "This API token is unknown, expired or revoked. Create a new one.",
		forbidden:             "You do not have permission to do this. Ask a manager.",
		freshSignInRequired:   "This requires a fresh sign-in by password. Confirm your password, or sign in with email and password.",
		postRequired:          "The response sets a cookie, so this works only by POST. Send a POST request.",
		encryptionRequired:    "The connection is not encrypted. Open the page with https.",
		sameOriginRequired:    "The request came from another site. Use a page of this server.",
		rateLimited:           "Too many requests. Wait a moment, then try again.",
		introspectionDisabled: "Introspection is disabled on this server. Ask its operator for the schema.",
	},
	mutationExecuted: "The mutation was carried out anyway. Check the result before you repeat it.",
	limits: limits{
		cycles:      "A fragment spreads itself, possibly through others. Remove the cycle.",
		depth:       "The document is more than {max} levels deep. Query deeper objects by their IDs.",
		definitions: "The document defines more than {max} fragments. Split it up.",
		spreads:     "The document spreads fragments more than {max} times, counting nested ones. Split it up.",
		rootFields:  "The operation has more than {max} top-level fields. Split it up.",
		fields:      "The document has more than {max} fields; those of a fragment count each time it is spread. Split it up.",
		aliases:     "The document has more than {max} aliases. Split it up.",
		directives:  "The document has more than {max} directives. Split it up.",
	},
}
