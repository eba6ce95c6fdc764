// Package id creates and checks opaque identifiers: a prefix for the kind, then random characters.
package id

import (
	"crypto/rand"
	"strconv"
	"strings"
	"time"

	"visavis/internal/problem"
)

// Kind is the prefix of the identifiers of a kind.
type Kind string

// The kinds of identifiers.
const (
	Branch           Kind = "brn"
	BranchSetUp      Kind = "bsu"
	Staff            Kind = "stf"
	Person           Kind = "prs"
	ServiceCategory  Kind = "cat"
	Service          Kind = "svc"
	Absence          Kind = "abs"
	AbsenceRequest   Kind = "arq"
	VideoOnlyMode    Kind = "vom"
	Appointment      Kind = "apt"
	ChangeRequest    Kind = "req"
	Offer            Kind = "off"
	Rearrangement    Kind = "rar"
	RoomParticipant  Kind = "par"
	Customer         Kind = "cus"
	CustomerMerge    Kind = "mrg"
	Mail             Kind = "mal"
	Account          Kind = "acc"
	Session          Kind = "ses"
	Device           Kind = "dev"
	APIToken         Kind = "tok"
	AccessLink       Kind = "lnk"
	CalendarFeed     Kind = "fed"
	LegalText        Kind = "lgl"
	MailText         Kind = "mtx"
	Passkey          Kind = "key"
	Photo            Kind = "pho"
	Picture          Kind = "pic"
	Push             Kind = "pus"
	PushSubscription Kind = "psh"
	PasskeyChallenge Kind = "cha"
	RecoveryCode     Kind = "rec"
	EmbeddingSite    Kind = "emb"
	AuditEntry       Kind = "aud"
	Change           Kind = "chg"
)

// New returns a new identifier of the kind with 100 random bits.
func (k Kind) New() string { return string(k) + "_" + strings.ToLower(rand.Text()[:20]) }

// NewAt returns a new identifier of the kind that sorts behind those of earlier seconds since 1970, and mostly behind those made
// earlier in the same second, with 35 random bits. New rows are then neighbours in the indexes of their keys. It tells when it was
// made, so no secret may be like it.
func (k Kind) NewAt(second int64) string { return k.newAt(second, time.Now()) }

// newAt orders the identifiers of a second by the machine's own clock, which means nothing else. It begins anew every 73 minutes, and not
// with each second, since a caller's second need not begin with the machine's.
func (k Kind) newAt(second int64, now time.Time) string {
	tick := now.UnixNano() >> 12 & (1<<30 - 1)
	return string(k) + "_" + inOrder(second, 7) + inOrder(tick, 6) + strings.ToLower(rand.Text()[:7])
}

// inOrder formats a number by characters, which sort like the numbers. Seven are enough for a thousand years of seconds.
func inOrder(number int64, characters int) string {
	const digits = "0123456789abcdefghijklmnopqrstuv"
	text := make([]byte, characters)
	for i := len(text) - 1; i >= 0; i-- {
		text[i] = digits[number%int64(len(digits))]
		number /= int64(len(digits))
	}
	return string(text)
}

// Names reports whether the identifier is of the kind.
func (k Kind) Names(identifier string) bool {
	rest, found := strings.CutPrefix(identifier, string(k)+"_")
	return found && len(identifier) <= maxLength && strings.Trim(rest, characters) == ""
}

// characters are the characters of identifiers.
const characters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-"

// maxLength bounds lookups.
const maxLength = 64

// Check returns a problem of the field if the identifier is not of the kind.
func (k Kind) Check(identifier, field string) error {
	if !k.Names(identifier) {
		return problem.New(problem.IDOfAnotherKind, field, string(k))
	}
	return nil
}

// CheckEach is Check for a list. The problem names the element.
func (k Kind) CheckEach(identifiers []string, field string) error {
	for i, identifier := range identifiers {
		if err := k.Check(identifier, field+"."+strconv.Itoa(i)); err != nil {
			return err
		}
	}
	return nil
}
