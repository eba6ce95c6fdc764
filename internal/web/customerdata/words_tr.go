package customerdata

// Art. 15, 17 and 20 GDPR.
var turkish = words{
	export: notice{
		heading: "Verilerinizi görün",
		sentences: []string{
			"Hakkınızda sakladığımız her şeyi görmek ve dosya olarak saklamak için düğmeye basın.",
			"Bu bağlantı daha sonra geçerli olmaz. Yenisini randevunuzun sayfasından alabilirsiniz.",
		},
	},
	erase: notice{
		heading: "Verilerinizi silin",
		sentences: []string{
			"Adınızı, adresinizi, telefon numaranızı, notlarınızı, fotoğraflarınızı ve size gönderilen tüm e-postaları sileriz. Randevularınıza ait bağlantılar artık geçerli olmaz.",
			"Geçmiş randevuların zamanı saklanır, ancak adınız olmadan.",
			"Bu işlem geri alınamaz.",
		},
	},
	coming: notice{
		heading:   "Hâlâ bir randevunuz var",
		sentences: []string{"Hiçbir şey silinmedi. Önce randevuyu iptal edin ya da geçmesini bekleyin. Sonra randevunuzun sayfasından yeni bir bağlantı isteyin: Bu bağlantı yalnızca yarım saat geçerlidir."},
	},
	erased: notice{
		heading:   "Verileriniz silindi",
		sentences: []string{"Bu pencereyi kapatabilirsiniz. Yeni bir randevu isterseniz ilk seferdeki gibi alabilirsiniz."},
	},
	data: notice{
		heading:   "Hakkınızda sakladıklarımız",
		sentences: []string{"Verilere ihtiyacınız varsa dosyayı saklayın: Bu sayfayı yeniden açamazsınız."},
	},
	gone: notice{
		heading:   "Bu bağlantı artık geçerli değil",
		sentences: []string{"Süresi dolmuş ya da bağlantı kullanılmış. Yenisini randevunuzun sayfasından alabilirsiniz.", "Değilse bağlantının tamamını kopyaladığınızdan emin olun."},
	},
	foreign: notice{
		heading:   "Bu istek başka bir siteden geldi",
		sentences: []string{"Hiçbir şey değiştirilmedi. Bağlantıyı kendiniz açın ve düğmeye orada basın."},
	},
	failed: notice{
		heading:   "Bir sorun oluştu",
		sentences: []string{"Sizinle ilgili değil. Bağlantıyı bir dakika sonra yeniden açın."},
	},

	comingAt:    "Sıradaki randevunuz: %s.",
	exportLabel: "Verilerimi göster",
	eraseLabel:  "Verilerimi kalıcı olarak sil",
	comingLabel: "Randevuma git",
	fileLabel:   "Dosya olarak kaydet (JSON)",

	you:        "Siz",
	name:       "Ad",
	email:      "E-posta",
	phone:      "Telefon",
	language:   "Dil",
	knownSince: "Kayıt tarihi",
	marketing:  "Haberler için onay tarihi",

	card:      "Kart",
	notes:     "Notlar",
	allergies: "Alerjiler",
	formulas:  "Reçeteler",

	appointment: "Randevu",
	when:        "Ne zaman",
	what:        "Hizmet",
	who:         "Kiminle",
	where:       "Yer",
	status:      "Durum",
	note:        "Not",
	contact:     "Randevu alınırken yazılanlar",
	request:     "Salondan istenen",
	offer:       "Başka saatler önerildi",
	photos:      "Dosyadaki fotoğraflar",
	mails:       "İlgili e-postalar",

	languages: map[string]string{"DE": "Almanca", "EN": "İngilizce", "FR": "Fransızca", "TR": "Türkçe"},
	states:    map[string]string{"CONFIRMED": "alındı", "CANCELLED": "iptal edildi", "COMPLETED": "gerçekleşti", "NO_SHOW": "gelinmedi"},
	requests:  map[string]string{"MOVE": "değiştirme", "CANCEL": "iptal"},
}
