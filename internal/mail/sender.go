package mail

import (
	netmail "net/mail"

	"visavis/ent"
	"visavis/internal/form"
)

// onWire returns an address as mail servers read it.
func onWire(address *netmail.Address) *netmail.Address {
	return &netmail.Address{Name: address.Name, Address: form.ASCIIAddress(address.Address)}
}

// senderOf returns the sender of a branch's mail, nil if there is no address.
func (m *Mail) senderOf(branch *ent.Branch) *netmail.Address {
	switch {
	case m.from == nil && (branch == nil || branch.Email == ""):
		return nil
	case m.from == nil:
		return &netmail.Address{Name: branch.Name, Address: branch.Email}
	case m.from.Name == "" && branch != nil:
		return &netmail.Address{Name: branch.Name, Address: m.from.Address}
	default:
		return m.from
	}
}

// replyToOf returns the Reply-To address of a branch's mail, nil if there is no address.
func (m *Mail) replyToOf(branch *ent.Branch) *netmail.Address {
	if branch == nil || branch.Email == "" {
		return m.senderOf(branch)
	}
	return &netmail.Address{Name: branch.Name, Address: branch.Email}
}
