package actor

import "slices"

// Who may do what where: a role counts in the branches in which the profile is active, an owner's everywhere. Elsewhere, all
// staff are members, who keep their own column in every branch. Whatever has no branch asks for the Role itself.

// In returns the role of the actor in a branch.
func (a Actor) In(branchID string) Role {
	if a.Role == Owner || slices.Contains(a.Branches, branchID) {
		return a.Role
	}
	return min(a.Role, Member)
}

// MaySee reports whether the actor may see and change what a person does in a branch, such as their appointments there.
// Members see only their own.
func (a Actor) MaySee(branchID, personID string) bool {
	return a.In(branchID) >= Receptionist || a.Role >= Member && a.PersonID == personID
}

// SeesPhotos reports whether the actor may see, keep and delete the photos of what a person does in a branch: the person, and managers. API
// tokens are for programs, which have no use for them.
func (a Actor) SeesPhotos(branchID, personID string) bool {
	return a.TokenID == "" && (a.In(branchID) >= Manager || a.Role >= Member && a.PersonID == personID)
}

// KeepsCustomers reports whether the actor keeps the records of the customers of a branch, may override booking rules there
// and enter absences.
func (a Actor) KeepsCustomers(branchID string) bool { return a.In(branchID) >= Receptionist }

// SetsUp reports whether the actor sets up a branch: its hours, exceptions, plans, video-only mode, tills and emails.
func (a Actor) SetsUp(branchID string) bool { return a.In(branchID) >= Manager }

// MayGrant reports whether the actor may grant, and take away, a role that counts in the branches: nobody can above their
// own role in any of them.
func (a Actor) MayGrant(role Role, branchIDs []string) bool {
	return role <= a.Role && !slices.ContainsFunc(branchIDs, func(branchID string) bool { return role > a.In(branchID) })
}
