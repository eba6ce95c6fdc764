// Package relay carries calls between two browsers that cannot reach each other directly: a TURN server (RFC 8656) over UDP, TCP and TLS.
// It sees encrypted packets only. Whoever uses it has a credential of one participant, which the server issues for two hours. Other relays
// that know the same secret are used the same way.
package relay
