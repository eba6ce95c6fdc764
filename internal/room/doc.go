// Package room has the rooms of video appointments: who is there, who waits, and the signals by which the browsers of both sides connect.
// Sound and picture never come here.
package room
