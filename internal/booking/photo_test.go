package booking_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"visavis/ent"
	"visavis/ent/auditentry"
	"visavis/ent/photoupload"
	"visavis/internal/actor"
	"visavis/internal/booking"
	"visavis/internal/link"
	"visavis/internal/salon"
	"visavis/internal/secret"
	"visavis/internal/store"
)

// photoFile is a JPEG of 60 × 40 pixels.
func photoFile(t *testing.T) []byte { return photoOfHeight(t, 40) }

func photoOfHeight(t *testing.T, height int) []byte {
	t.Helper()
	var file bytes.Buffer
	noError(t, jpeg.Encode(&file, image.NewGray(image.Rect(0, 0, 60, height)), nil))
	return file.Bytes()
}

// uploadFor returns the token of an address for a photo of an appointment.
func (d *fixture) uploadFor(ctx context.Context, appointmentID string) (token string, err error) {
	address, err := d.ConsultationPhotoUploadCreate(ctx, booking.ConsultationPhotoUploadCreateInput{AppointmentID: appointmentID, Sender: "CUSTOMER"})
	if err != nil {
		return "", err
	}
	return strings.TrimPrefix(address.Path, link.PhotoUpload("")), nil
}

// keep keeps a photo of an appointment, each time another one.
func (d *fixture) keep(ctx context.Context, t *testing.T, appointmentID string) *ent.ConsultationPhoto {
	t.Helper()
	upload := must(d.PhotoUpload(ctx, must(d.uploadFor(ctx, appointmentID))(t)))(t)
	kept, isNew, err := d.ConsultationPhotoKeep(ctx, upload, photoOfHeight(t, 41+d.store.Client().ConsultationPhoto.Query().CountX(t.Context())))
	noError(t, err)
	same(t, "a new photo", isNew, true)
	return kept
}

// photos returns how many photos there are, and how many addresses for more.
func (d *fixture) photos(t *testing.T) string {
	t.Helper()
	client := d.store.Client()
	return fmt.Sprint(client.ConsultationPhoto.Query().CountX(t.Context()), " ", client.PhotoUpload.Query().CountX(t.Context()))
}

// journal returns the size of SQLite's journal; 0 for another database.
func (d *fixture) journal(t *testing.T) int64 {
	t.Helper()
	rows, err := d.store.Client().QueryContext(t.Context(), "SELECT file FROM pragma_database_list WHERE name = 'main'")
	if err != nil {
		return 0
	}
	defer func() { noError(t, rows.Close()) }()
	var file string
	for rows.Next() {
		noError(t, rows.Scan(&file))
	}
	noError(t, rows.Err())
	return must(os.Stat(file + "-wal"))(t).Size()
}

func (d *fixture) deletePhoto(ctx context.Context, id string) error {
	_, err := d.ConsultationPhotoDelete(ctx, booking.ConsultationPhotoDeleteInput{ID: id})
	return err
}

func TestWhoSeesPhotos(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		a := d.book(t, start(t, videoTint, "2026-11-24 10:00", anna))
		inMitte := must(d.feed.Subscribe(byOwner(t), mitte, ""))(t)
		kept := d.keep(by(t, actor.Member, "anna"), t, a.ID)
		same(t, "what other open pages hear", d.heard(t, inMitte), "APPOINTMENT anna 2026-11-24 2026-11-24")
		program := actor.Of(byOwner(t))
		program.TokenID = "tok_a"
		elsewhere := actor.Of(by(t, actor.Manager, "david"))
		elsewhere.Branches = []string{west}
		for _, test := range []struct {
			name string
			as   context.Context
			may  bool
		}{
			{"Clara, a receptionist", by(t, actor.Receptionist, "clara"), false},
			{"Ben, who serves others", by(t, actor.Member, "ben"), false},
			{"a manager of another branch", actor.With(t.Context(), elsewhere), false},
			{"a program", actor.With(t.Context(), program), false},
			{"the customer", t.Context(), false},
			{"Anna, who serves the customer, as a receptionist", by(t, actor.Receptionist, "anna"), true},
			{"Clara, who manages", by(t, actor.Manager, "clara"), true},
			{"an owner", byOwner(t), true},
			{"Anna, who serves the customer", by(t, actor.Member, "anna"), true}, // the last one deletes it
		} {
			want, ofPhoto := "", ""
			if !test.may {
				want, ofPhoto = "NOT_FOUND appointmentId", "NOT_FOUND id"
			}
			token, err := d.uploadFor(test.as, a.ID)
			same(t, test.name+" keeps", codes(err), want)
			same(t, test.name+" sees it", must(d.ConsultationPhoto(test.as, kept.ID))(t) != nil, test.may)
			if err == nil { // which serves nobody else
				for _, other := range []context.Context{by(t, actor.Member, "ben"), t.Context()} {
					same(t, "the address of "+test.name, must(d.PhotoUpload(other, token))(t) == nil, true)
				}
			}
			if !test.may || strings.HasSuffix(test.name, "customer") {
				same(t, test.name+" deletes", codes(d.deletePhoto(test.as, kept.ID)), ofPhoto)
			}
		}
		same(t, "deleted again", codes(d.deletePhoto(byOwner(t), kept.ID)), "NOT_FOUND id")
		same(t, "another kind of ID", codes(d.deletePhoto(byOwner(t), a.ID)), "ID_OF_ANOTHER_KIND id")
		same(t, "seen afterwards", must(d.ConsultationPhoto(byOwner(t), kept.ID))(t) == nil, true)
		actions := d.store.Client().AuditEntry.Query().Where(auditentry.SubjectID(a.ID), auditentry.ActionHasPrefix("consultationPhoto")).
			Order(auditentry.ByID()).AllX(t.Context())
		record := ""
		for _, entry := range actions {
			record += entry.Action + " " + *entry.StaffID + " "
			same(t, "the ID is on record", strings.Contains(string(entry.Before)+string(entry.After), kept.ID), true)
		}
		same(t, "the record", record, "consultationPhotoKeep stf_demo-anna consultationPhotoDelete stf_demo-anna ")
		same(t, "the history can be read", len(must(d.HistoriesOf(t.Context(), []string{a.ID}))(t)[a.ID]), 3)
	})
}

func TestAnAddressKeepsOnePhoto(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		a := d.book(t, start(t, videoTint, "2026-11-24 10:00", anna))
		as := by(t, actor.Member, "anna")
		token := must(d.uploadFor(as, a.ID))(t)
		same(t, "the token is stored as it is", d.store.Client().PhotoUpload.Query().Where(photoupload.ID(token)).ExistX(t.Context()), false)
		upload := must(d.PhotoUpload(as, token))(t)
		_, _, err := d.ConsultationPhotoKeep(as, upload, []byte("<svg/>"))
		same(t, "no photo", codes(err), "PHOTO_INVALID file")
		same(t, "what is stored", d.photos(t), "0 1")
		var ids sync.Map
		var attempts sync.WaitGroup
		for range 4 {
			attempts.Go(func() {
				kept, isNew, err := d.ConsultationPhotoKeep(as, upload, photoFile(t))
				if err != nil {
					t.Error(err)
					return
				}
				ids.Store(kept.ID, true)
				if _, again := ids.LoadOrStore(isNew, true); isNew && again {
					t.Error("it was new twice")
				}
			})
		}
		attempts.Wait()
		same(t, "what is stored after four attempts at once", d.photos(t), "1 1")
		kept, isNew, err := d.ConsultationPhotoKeep(as, upload, []byte("anything"))
		noError(t, err)
		same(t, "a later attempt", isNew, false)
		if kept.Width != 60 || kept.Height != 40 || string(kept.Sender) != "CUSTOMER" {
			t.Errorf("the photo is %v", kept)
		}
		shown := must(d.ConsultationPhoto(as, kept.ID))(t)
		if _, err := jpeg.Decode(bytes.NewReader(shown.Content)); err != nil {
			t.Error("what is kept is no photo:", err)
		}
		listed := must(d.ConsultationPhotosOf(as, []string{a.ID, "apt_none"}))(t)
		same(t, "listed", len(listed[a.ID]) == 1 && len(listed) == 1 && listed[a.ID][0].Content == nil, true)
		d.pass(10 * time.Minute)
		fresh := must(d.PhotoUpload(as, must(d.uploadFor(as, a.ID))(t)))(t)
		again, isNew, err := d.ConsultationPhotoKeep(as, fresh, photoFile(t))
		noError(t, err)
		same(t, "the same photo by another address", !isNew && again.ID == kept.ID, true)
		same(t, "what is stored after it", d.photos(t), "1 1")
		noError(t, d.deletePhoto(as, kept.ID))
		same(t, "what is stored after deletion", d.photos(t), "0 0")
		_, _, err = d.ConsultationPhotoKeep(as, upload, photoFile(t))
		same(t, "an attempt after deletion", codes(err), "NOT_FOUND file")
		late := must(d.uploadFor(as, a.ID))(t)
		d.pass(10 * time.Minute)
		same(t, "after ten minutes", must(d.PhotoUpload(as, late))(t) == nil, true)
		same(t, "an unknown address", must(d.PhotoUpload(as, secret.New()))(t) == nil, true)
	})
}

func TestPhotosAreKeptOfVideoAppointmentsOnly(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		a, visit := d.book(t, start(t, videoTint, "2026-11-24 10:00", anna)), d.book(t, start(t, cut, "2026-11-24 12:00", anna))
		_, err := d.uploadFor(byOwner(t), visit.ID)
		same(t, "of a visit", codes(err), "NOT_BY_VIDEO appointmentId")
		open := must(d.PhotoUpload(byOwner(t), must(d.uploadFor(byOwner(t), a.ID))(t)))(t)
		for range 20 {
			d.keep(byOwner(t), t, a.ID)
		}
		_, err = d.uploadFor(byOwner(t), a.ID)
		same(t, "one more", codes(err), "TOO_MANY_PHOTOS appointmentId")
		_, _, err = d.ConsultationPhotoKeep(byOwner(t), open, photoFile(t))
		same(t, "one more by an address from before", codes(err), "TOO_MANY_PHOTOS file")
		same(t, "the photos", len(must(d.ConsultationPhotosOf(byOwner(t), []string{a.ID}))(t)[a.ID]), 20)
	})
}

func TestPhotosAreDeletedAfterTheTimeOfTheBranch(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		early, late := d.book(t, start(t, videoTint, "2026-11-24 10:00", anna)), d.book(t, start(t, videoTint, "2026-11-26 10:00", anna))
		d.keep(byOwner(t), t, early.ID)
		d.keep(byOwner(t), t, late.ID)
		expect := func(name string, at time.Duration, deleted int, left string) {
			t.Helper()
			d.now.Store(int64(early.EndsAt.Add(at)))
			same(t, name, must(d.DeleteOldPhotos(t.Context()))(t), deleted)
			same(t, name+", what is left", d.photos(t), left)
		}
		const day = 24 * time.Hour
		inMitte := must(d.feed.Subscribe(byOwner(t), mitte, ""))(t)
		expect("before the appointment", -2*time.Hour, 0, "2 0") // the addresses have expired
		expect("a second before 30 days", 30*day-time.Second, 0, "2 0")
		expect("after 30 days", 30*day, 1, "1 0")
		same(t, "what open pages hear", d.heard(t, inMitte), "APPOINTMENT anna 2026-11-24 2026-11-24")
		entry := d.store.Client().AuditEntry.Query().Where(auditentry.Action("consultationPhotoDelete")).OnlyX(t.Context())
		same(t, "the record", fmt.Sprint(entry.Actor, " ", entry.SubjectID), "SERVER "+early.ID)
		_, _, err := d.salon.BranchUpdate(byOwner(t), salon.BranchUpdateInput{ID: mitte, PhotosKeptDays: new(60)})
		noError(t, err)
		expect("when they are kept for longer", 61*day, 0, "1 0")
		expect("after that", 62*day, 1, "0 0")
		expect("once more", 63*day, 0, "0 0")
	})
}

func TestPhotosAreKeptUntilTheyWouldBeDeleted(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		a := d.book(t, start(t, videoTint, "2026-11-24 10:00", anna))
		const kept = 30 * 24 * time.Hour
		d.now.Store(int64(a.EndsAt.Add(kept - time.Second)))
		d.keep(byOwner(t), t, a.ID)
		same(t, "deleted before the end of the time", must(d.DeleteOldPhotos(t.Context()))(t), 0)
		d.pass(time.Second)
		_, err := d.uploadFor(byOwner(t), a.ID)
		same(t, "another one afterwards", codes(err), "PHOTO_TOO_LATE appointmentId")
		same(t, "deleted afterwards", must(d.DeleteOldPhotos(t.Context()))(t), 1)
	})
}

func TestForgettingACustomerDeletesTheirPhotos(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		a := d.book(t, start(t, videoTint, "2026-11-24 10:00", anna))
		d.keep(byOwner(t), t, a.ID)
		open := must(d.PhotoUpload(byOwner(t), must(d.uploadFor(byOwner(t), a.ID))(t)))(t)
		same(t, "before", d.photos(t), "1 2")
		must(d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: *a.CustomerID}))(t)
		same(t, "after", d.photos(t), "0 0")
		_, _, err := d.ConsultationPhotoKeep(byOwner(t), open, photoFile(t))
		same(t, "by an address from before", codes(err), "NOT_FOUND file")
		_, err = d.uploadFor(byOwner(t), a.ID)
		same(t, "another address", codes(err), "NOT_BY_VIDEO appointmentId")
	})
}

// A photo that arrives while its customer is forgotten is kept before, and then deleted, or refused.
func TestNoPhotoOutlivesItsCustomer(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		for day := range 3 {
			a := d.book(t, start(t, videoTint, fmt.Sprintf("2026-11-%d 10:00", 24+day), anna))
			upload := must(d.PhotoUpload(byOwner(t), must(d.uploadFor(byOwner(t), a.ID))(t)))(t)
			var both sync.WaitGroup
			both.Go(func() {
				_, _, err := d.ConsultationPhotoKeep(byOwner(t), upload, photoFile(t))
				if text := codes(err); text != "" && text != "NOT_FOUND file" {
					t.Error(text)
				}
			})
			both.Go(func() {
				if _, err := d.CustomerForget(byOwner(t), booking.CustomerForgetInput{ID: *a.CustomerID}); err != nil {
					t.Error(err)
				}
			})
			both.Wait()
			same(t, "what is left", d.photos(t), "0 0")
		}
	})
}

func TestPhotosAreHandedOver(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		a := d.book(t, start(t, videoTint, "2026-11-24 10:00", anna))
		d.keep(byOwner(t), t, a.ID)
		for _, test := range []struct {
			name string
			as   context.Context
			has  bool
		}{
			{"an owner", byOwner(t), true},
			{"a receptionist, who sees none", by(t, actor.Receptionist, "clara"), false},
		} {
			document := *must(d.CustomerExport(test.as, *a.CustomerID))(t)
			same(t, test.name+" reads of it", strings.Contains(document, `"sender": "CUSTOMER"`), true)
			same(t, test.name+" reads it", strings.Contains(document, `"content": "data:image/jpeg;base64,/9j/`), test.has)
		}
		row := booking.WithHistory(d.store.Client().Customer.Query()).OnlyX(t.Context())
		for _, photo := range row.Edges.Appointments[0].Edges.Photos {
			same(t, "its content is read for those who see it only", photo.Content == nil, true)
		}
		address := must(d.CustomerLinkCreate(byOwner(t), booking.CustomerLinkCreateInput{ID: *a.CustomerID}))(t)
		data := must(d.CustomerExportByLink(t.Context(), strings.TrimPrefix(address, link.CustomerData(""))))(t)
		photos := data.Appointments[0].Photos
		// Nobody has confirmed whose address it is, as with texts.
		same(t, "to who has not confirmed", len(photos) == 1 && photos[0].Content == nil, true)
		noError(t, d.store.Write(t.Context(), func(ctx context.Context, tx *store.Tx) error {
			return tx.Appointment.UpdateOneID(a.ID).SetContactConfirmedAt(monday()).Exec(ctx)
		}))
		address = must(d.CustomerLinkCreate(byOwner(t), booking.CustomerLinkCreateInput{ID: *a.CustomerID}))(t)
		data = must(d.CustomerExportByLink(t.Context(), strings.TrimPrefix(address, link.CustomerData(""))))(t)
		same(t, "to who has confirmed", data.Appointments[0].Photos[0].Content != nil, true)
	})
}

func TestPhotosDoNotPassToAnotherCustomer(t *testing.T) {
	each(t, func(t *testing.T, d *fixture) {
		bea := &booking.CustomerInput{Name: "Bea Other", Email: new("bea@example.org"), Locale: "DE"}
		for name, change := range map[string]func(*ent.Appointment) error{
			"staff name another": func(a *ent.Appointment) error {
				_, err := d.AppointmentUpdate(byOwner(t), booking.AppointmentUpdateInput{ID: a.ID, Customer: bea})
				return err
			},
			"the address is corrected": func(a *ent.Appointment) error {
				_, err := d.AppointmentEmailCorrect(t.Context(), booking.AppointmentEmailCorrectInput{
					Secret: *a.Secret, Email: "bea@example.org", IdempotencyKey: d.key(),
				})
				return err
			},
		} {
			a := d.book(t, start(t, videoTint, "2026-11-24 10:00", anna))
			d.keep(byOwner(t), t, a.ID)
			open := must(d.PhotoUpload(byOwner(t), must(d.uploadFor(byOwner(t), a.ID))(t)))(t)
			_, err := d.AppointmentUpdate(byOwner(t), booking.AppointmentUpdateInput{ID: a.ID, Note: new("a note")})
			noError(t, err)
			same(t, "for the same customer", d.photos(t), "1 2")
			noError(t, change(a))
			same(t, name+": photos and addresses", d.photos(t), "0 0")
			same(t, name+": the journal", d.journal(t), int64(0))
			_, _, err = d.ConsultationPhotoKeep(byOwner(t), open, photoFile(t))
			same(t, name+": by an address from before", codes(err), "NOT_FOUND file")
			must(d.AppointmentCancel(byOwner(t), booking.AppointmentCancelInput{ID: &a.ID}))(t)
		}
	})
}
