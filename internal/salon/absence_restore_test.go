package salon_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/absence"
	"visavis/ent/auditentry"
	"visavis/ent/removedabsence"
	"visavis/ent/staff"
	"visavis/internal/actor"
	"visavis/internal/salon"
)

func TestARemovedAbsenceIsRestoredWithItsNote(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		sick, _, err := s.StaffAbsenceAdd(byOwner(t), salon.StaffAbsenceAddInput{StaffID: ben, Kind: absence.KindSICK, Note: new("Grippe"), Days: holiday()})
		check(t, err)
		byBen := by(t, actor.Member, "ben")
		_, err = s.StaffAbsenceRemove(byBen, salon.StaffAbsenceRemoveInput{ID: sick.ID})
		check(t, err)
		_, _, err = s.StaffAbsenceRestore(by(t, actor.Member, "ella"), salon.StaffAbsenceRestoreInput{ID: sick.ID})
		same(t, "restored by another", problemsOf(err), []string{"NOT_FOUND id"})
		restored, stranded, err := s.StaffAbsenceRestore(byBen, salon.StaffAbsenceRestoreInput{ID: sick.ID})
		check(t, err)
		same(t, "ID and note", []string{restored.ID, restored.Note}, []string{sick.ID, "Grippe"})
		same(t, "stranded", idsOf(stranded), []string{"apt_ben"})
		entries := s.store.Client().AuditEntry.Query().CountX(t.Context())
		again, _, err := s.StaffAbsenceRestore(byBen, salon.StaffAbsenceRestoreInput{ID: sick.ID})
		check(t, err)
		same(t, "restored twice", []any{again.ID, s.store.Client().AuditEntry.Query().CountX(t.Context())}, []any{sick.ID, entries})
		same(t, "what is kept", s.store.Client().RemovedAbsence.Query().CountX(t.Context()), 0)
	})
}

func TestARemovedAbsenceIsRestoredForAnHour(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		s.do(t, salon.StaffAbsenceRemoveInput{ID: sickness})
		s.now = s.now.Add(time.Hour)
		s.refuses(t, salon.StaffAbsenceRestoreInput{ID: sickness}, "NOT_FOUND id")
		added, _, err := s.StaffAbsenceAdd(byOwner(t), salon.StaffAbsenceAddInput{StaffID: ben, Kind: absence.KindBREAK, Days: holiday()})
		check(t, err)
		s.do(t, salon.StaffAbsenceRemoveInput{ID: added.ID})
		check(t, s.DeleteExpiredAbsences(t.Context()))
		same(t, "what is kept", s.store.Client().RemovedAbsence.Query().OnlyIDX(t.Context()), added.ID)
		s.now = s.now.Add(time.Hour)
		check(t, s.DeleteExpiredAbsences(t.Context()))
		same(t, "what is kept an hour later", s.store.Client().RemovedAbsence.Query().CountX(t.Context()), 0)
	})
}

// The removal withdraws the request for all to see, and its undo approves it again.
func TestTheRequestFollowsItsAbsence(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		byAnna, request := s.asks(t)
		_, _, err := s.AbsenceRequestApprove(byOwner(t), salon.AbsenceRequestApproveInput{ID: request})
		check(t, err)
		absenceID := s.store.Client().Absence.Query().Where(absence.PersonID("prs_demo-anna")).OnlyIDX(t.Context())
		s.do(t, salon.StaffAbsenceRemoveInput{ID: absenceID})
		same(t, "removed", s.stateOf(t, request), "WITHDRAWN")
		entry := s.store.Client().AuditEntry.Query().Where(auditentry.Action("absenceRequestWithdraw")).OnlyX(t.Context())
		same(t, "the entry", strings.Contains(string(entry.Before), `"APPROVED"`) && strings.Contains(string(entry.After), `"WITHDRAWN"`), true)

		_, _, err = s.StaffAbsenceRestore(byAnna, salon.StaffAbsenceRestoreInput{ID: absenceID})
		same(t, "restored by the member", problemsOf(err), []string{"ABSENCE_REQUEST_REQUIRED id"})
		s.do(t, salon.StaffAbsenceRestoreInput{ID: absenceID})
		same(t, "restored", s.stateOf(t, request), "APPROVED HOLIDAY Nordsee 2026-11-25 2026-11-27")
		_, err = s.AbsenceRequestWithdraw(byAnna, salon.AbsenceRequestWithdrawInput{ID: request})
		check(t, err)
		same(t, "withdrawn", s.stateOf(t, request), "WITHDRAWN")
		same(t, "what a withdrawal keeps", s.store.Client().RemovedAbsence.Query().Where(removedabsence.ID(absenceID)).CountX(t.Context()), 0)
	})
}

// What a profile asked for goes with it to another person: withdrawing a request never ends the absence of somebody else.
func TestAnApprovedAbsenceGoesWithTheProfileThatAskedForIt(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		twin, err := s.StaffCreate(byOwner(t), salon.StaffCreateInput{FirstName: "Anna", Role: staff.RoleMEMBER, BranchIDs: []string{mitte}, SamePersonAs: new(anna)})
		check(t, err)
		byAnna, request := s.asks(t)
		_, _, err = s.AbsenceRequestApprove(byOwner(t), salon.AbsenceRequestApproveInput{ID: request})
		check(t, err)
		sick, _, err := s.StaffAbsenceAdd(byOwner(t), salon.StaffAbsenceAddInput{StaffID: anna, Kind: absence.KindSICK, Days: holiday()})
		check(t, err)
		separated, _, err := s.StaffSamePersonSet(byOwner(t), salon.StaffSamePersonSetInput{ID: anna})
		check(t, err)
		of := func(staffID string) string { return strings.Join(s.absences(t, staffID), " ") }
		holiday := *s.store.Client().AbsenceRequest.GetX(t.Context(), request).AbsenceID
		same(t, "of the profile that asked", of(anna), holiday)
		same(t, "of the other profile", of(twin.ID), sick.ID)
		byAnna = actor.With(t.Context(), actor.Actor{StaffID: anna, PersonID: separated.PersonID, Role: actor.Member})
		_, err = s.AbsenceRequestWithdraw(byAnna, salon.AbsenceRequestWithdrawInput{ID: request})
		check(t, err)
		same(t, "after it was withdrawn", []string{of(anna), of(twin.ID)}, []string{"", sick.ID})
	})
}

// Before absences went with the profile that asked for them, a request could point to the absence of another person.
func TestAnAbsenceOfAnotherPersonStays(t *testing.T) {
	each(t, func(t *testing.T, s *testSalon) {
		byAnna, request := s.asks(t)
		_, _, err := s.AbsenceRequestApprove(byOwner(t), salon.AbsenceRequestApproveInput{ID: request})
		check(t, err)
		s.write(t, func(ctx context.Context, c *ent.Client) {
			c.AbsenceRequest.UpdateOneID(request).SetAbsenceID(sickness).ExecX(ctx)
		})
		_, err = s.AbsenceRequestWithdraw(byAnna, salon.AbsenceRequestWithdrawInput{ID: request})
		check(t, err)
		same(t, "the request", s.store.Client().AbsenceRequest.GetX(t.Context(), request).State.String(), "WITHDRAWN")
		same(t, "the sickness of Clara", s.store.Client().Absence.Query().Where(absence.ID(sickness)).ExistX(t.Context()), true)
	})
}
