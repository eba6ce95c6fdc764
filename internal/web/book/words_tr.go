package book

var turkish = words{
	territory:    "tr_TR",
	title:        "Randevu al",
	description:  "%[1]s (%[2]s) için çevrim içi randevu alın: salonda veya görüntülü. Hizmeti ve saati seçin, hepsi bu.",
	withoutPlace: "%s için çevrim içi randevu alın: salonda veya görüntülü. Hizmeti ve saati seçin, hepsi bu.",
	choose:       "Nerede randevu almak istiyorsunuz?",
	search:       "Ad veya şehir",
	find:         "Ara",
	none:         "Şube bulunamadı. Adın bir bölümünü veya şehri deneyin.",
	empty:        "Burada henüz randevu alınamıyor.",
	more:         "Diğer şubeler",
	forStaff:     "Ekip için: oturum açın",
}
