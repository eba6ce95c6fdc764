package join

// Times take no endings, which would depend on how they sound.
var turkish = words{
	what:  "Hizmet",
	who:   "Kiminle",
	when:  "Ne zaman",
	zone:  "Saat dilimi",
	again: "Şimdi kontrol et",
	enter: "Odaya gir",

	calendar: "Takvime ekle (.ics)",

	waiting:       "Görüntülü randevunuz",
	moved:         "Bu randevunun zamanı değişti. Yeni saat aşağıda.",
	taken:         "Odada başka bir görüşme sürüyor. Salon sizi ardından içeri alacak.",
	delayed:       "Görüşmeniz daha geç başlayacak. Odanın açılış saati: %s.",
	afterPrevious: "Oda önceki görüşmeden sonra açılır, en geç saat %s.",
	opens:         "Oda başlangıçtan %s önce açılır, saat %s.",
	stayOrReturn:  "Bu sayfayı açık bırakın. E-postanızdaki bağlantıyı daha sonra yeniden de açabilirsiniz. Randevu değişse de bağlantı geçerli kalır.",

	ready: notice{
		heading:   "Oda açık",
		sentences: []string{"Hazır olduğunuzda odaya girin. Bağlantı koparsa bu bağlantıyı yeniden açın."},
	},
	byHand: notice{
		heading:   "Bir dakika lütfen",
		sentences: []string{"Salon hazır olur olmaz sizi içeri alır. Bu sayfayı açık bırakın: Her 15 saniyede bir kontrol eder."},
	},
	inBrowser: notice{
		heading:   "Oda açık",
		sentences: []string{"Görüşme bu sayfada yapılır. Odayı görmüyorsanız JavaScript’e izin verin ya da bağlantıyı başka bir tarayıcıda açın."},
	},
	unprepared: notice{
		heading: "Bir dakika lütfen",
		sentences: []string{
			"Salon odayı henüz hazırlamadı. Bu sayfayı açık bırakın: Her 15 saniyede bir kontrol eder.",
			"Çok uzun sürerse salonla iletişime geçin.",
		},
	},
	over: notice{
		heading:   "Bu randevu geçti",
		sentences: []string{"Oda kapandı. Başka bir şeye ihtiyacınız varsa salonla iletişime geçin."},
	},
	cancelled: notice{
		heading:   "Bu randevu iptal edildi",
		sentences: []string{"Görüşme yapılmayacak. Yeni bir randevu isterseniz alın ya da salonla iletişime geçin."},
	},
	unknown: notice{
		heading:   "Randevu bulunamadı",
		sentences: []string{"E-postanızdaki bağlantının tamamını kopyaladığınızdan emin olun. En iyisi doğrudan e-postadan açmaktır."},
	},
	failed: notice{
		heading:   "Bir sorun oluştu",
		sentences: []string{"Sorun sizden kaynaklanmıyor. Bu sayfayı açık bırakın: Her 15 saniyede bir yeniden dener."},
	},
}
