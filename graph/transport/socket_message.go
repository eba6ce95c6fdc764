package transport

import (
	"encoding/json"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const subprotocol = "graphql-transport-ws"

// Close codes of graphql-transport-ws.
const (
	closeBadRequest       websocket.StatusCode = 4400
	closeUnauthorized     websocket.StatusCode = 4401
	closeForbidden        websocket.StatusCode = 4403
	closeBadSubprotocol   websocket.StatusCode = 4406
	closeInitTimeout      websocket.StatusCode = 4408
	closeSubscriberExists websocket.StatusCode = 4409
	closeTooManyInits     websocket.StatusCode = 4429
	closeInternalError    websocket.StatusCode = 4500
)

// Message types of graphql-transport-ws.
const (
	messageInit      = "connection_init"
	messageAck       = "connection_ack"
	messagePing      = "ping"
	messagePong      = "pong"
	messageSubscribe = "subscribe"
	messageNext      = "next"
	messageError     = "error"
	messageComplete  = "complete"
)

type socketMessage struct {
	ID      string          `json:"id"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload"`
}

// text returns the JSON of a message. It does not encode the payload, which is JSON already.
func (m socketMessage) text() []byte {
	text := append(make([]byte, 0, len(m.Payload)+2*len(m.ID)+50), '{')
	if m.ID != "" {
		id, err := json.Marshal(m.ID)
		if err != nil {
			panic(err) // every string can be encoded
		}
		text = append(append(append(text, `"id":`...), id...), ',')
	}
	text = append(append(append(text, `"type":"`...), m.Type...), '"')
	if len(m.Payload) > 0 {
		text = append(append(text, `,"payload":`...), m.Payload...)
	}
	return append(text, '}')
}

// maxIDLength leaves room for the rest of the reason in a close frame.
const maxIDLength = 90

// decodeMessage decodes a message from the client; ok reports whether it has the
// members that the protocol requires for its type.
func decodeMessage(text []byte) (message socketMessage, ok bool) {
	if !utf8.Valid(text) || json.Unmarshal(text, &message) != nil {
		return message, false
	}
	switch message.Type {
	case messageInit, messagePing, messagePong:
		_, ok = decodeObject(message.Payload)
	case messageSubscribe, messageComplete:
		ok = message.ID != "" && len(message.ID) <= maxIDLength
	}
	return message, ok
}

func nextMessage(id string, response *graphql.Response) socketMessage {
	return socketMessage{id, messageNext, encode(response)}
}

func errorMessage(id string, errors gqlerror.List) socketMessage {
	payload, err := json.Marshal(errors)
	if err != nil {
		return errorMessage(id, internalError().Errors)
	}
	return socketMessage{id, messageError, payload}
}
