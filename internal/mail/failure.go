package mail

import (
	"errors"
	"net/textproto"

	gomail "github.com/wneessen/go-mail"
)

// Failure is why a mail could not be sent, without personal data. It implements error.
type Failure string

// Reasons of failed deliveries.
const (
	Unreachable       Failure = "unreachable"        // nobody answers at the server's address, or not in time
	Insecure          Failure = "no encryption"      // the server does not encrypt, or cannot prove who it is
	SignInRefused     Failure = "sign-in refused"    // the user or the password is wrong
	ConnectionLost    Failure = "connection lost"    // before the server said how it ended
	Deferred          Failure = "deferred"           // the server asks to try again later
	SenderRefused     Failure = "sender refused"     // we may not send from this address
	RecipientRejected Failure = "rejected recipient" // there is no such mailbox, or it takes nothing
	Refused           Failure = "refused"            // the server does not take the message
	// LettersUnsupported means that an address has letters other than those of ASCII before the @, and the server does not offer SMTPUTF8.
	LettersUnsupported Failure = "letters unsupported"
	NoSender           Failure = "no sender"       // neither VISAVIS_MAIL_FROM nor the branch has an address
	RecipientLimit     Failure = "recipient limit" // strangers have caused too many mails to the mailbox
	Unwritable         Failure = "unwritable"      // the message cannot be composed
	TooLate            Failure = "too late"        // nothing could send it while it was of use
)

func (f Failure) Error() string { return string(f) }

// final reports whether a retry is pointless until someone fixes the cause.
func (f Failure) final() bool {
	return f == RecipientRejected || f == Refused || f == LettersUnsupported || f == RecipientLimit || f == Unwritable
}

// Ranges of SMTP reply codes: 4xx is temporary, 5xx permanent.
const (
	smtpError400  = 400
	smtpPermanent = 500
)

// dialFailure returns why the connection could not be opened: Deferred after a temporary reply, else the failure of
// the stage.
func dialFailure(err error, stage Failure) Failure {
	var reply *textproto.Error
	if errors.As(err, &reply) && smtpError400 <= reply.Code && reply.Code < smtpPermanent {
		return Deferred
	}
	return stage
}

// sendFailure returns why a message was not acknowledged.
func sendFailure(err error) Failure {
	var told *gomail.SendError
	if !errors.As(err, &told) || told.ErrorCode() < smtpError400 {
		return ConnectionLost
	}
	switch {
	case told.ErrorCode() < smtpPermanent:
		return Deferred
	case told.Reason == gomail.ErrSMTPMailFrom:
		return SenderRefused
	case told.Reason == gomail.ErrSMTPRcptTo:
		return RecipientRejected
	default:
		return Refused
	}
}
