package confirm

// Times take no endings, which would depend on how they sound.
var turkish = words{
	held: notice{
		heading:   "Son bir adım kaldı",
		sentences: []string{"Randevu almadınız mı? O zaman bu sayfayı kapatın."},
	},
	booked: notice{
		heading: "Bu sizin randevunuz mu?",
		sentences: []string{
			"Randevuyu sizin aldığınızı ve bilgilerin doğru olduğunu onaylayın. Böylece bir dahaki sefere sizi tanırız.",
			"Randevu almadınız mı? O zaman bu sayfayı kapatın. Hiçbir şey değişmez.",
		},
	},
	confirmed: notice{
		heading:   "Teşekkürler, randevunuz onaylandı",
		sentences: []string{"Sizi görmek için sabırsızlanıyoruz."},
	},
	gone: notice{
		heading: "Bu bağlantı artık geçerli değil",
		sentences: []string{
			"Ayırdığımız süre dolmuş ya da randevu geçmiş veya iptal edilmiş. Web sitemizden yeniden randevu alın.",
			"Değilse bağlantının tamamını kopyaladığınızdan emin olun.",
		},
	},
	taken: notice{
		heading:   "Bu saat artık boş değil",
		sentences: []string{"Web sitemizden başka bir saat seçin."},
	},
	foreign: notice{
		heading:   "Bu istek başka bir siteden geldi",
		sentences: []string{"Hiçbir şey değişmedi. Bağlantıyı kendiniz açıp oradaki düğmeye basın."},
	},
	failed: notice{
		heading:   "Bir sorun oluştu",
		sentences: []string{"Sorun sizden kaynaklanmıyor. Bağlantıyı bir dakika sonra yeniden açın."},
	},

	heldUntil: "Bu saat sizin için ayrıldı, son saat: %s. Randevuyu almak için düğmeye basın.",
	bookLabel: "Randevuyu al",
	// Mesafeli Sözleşmeler Yönetmeliği, madde 8: siparişin ödeme yükümlülüğü anlamına geldiği açıkça bildirilir.
	payLabel:     "Ödeme yükümlülüğüyle randevu al",
	confirmLabel: "Bu benim randevum",
	changeLabel:  "Randevuyu değiştir veya iptal et",

	what:  "Hizmet",
	who:   "Kiminle",
	when:  "Ne zaman",
	name:  "Ad",
	price: "Fiyat",
	phone: "Telefon",
}
